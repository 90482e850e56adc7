import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { rotate } from './log-files.ts';

const warning = 40;
/** A fault that lasts is told once in this time; the file has every line. */
const quietMs = 30_000;

/** Everything goes to the file; what a person should see at once also goes to the terminal. */
export function keepOutput(child: ChildProcess, name: string, logFile: string): void {
  rotate(logFile);
  const file = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  // A full disk must not take the processes down with it.
  file.on('error', () => {});
  const shownAt = new Map<string, number>();
  let open = 0;
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    open++;
    const lines = createInterface({ input: stream });
    lines.on('line', (line) => {
      file.write(`${line}\n`);
      const shown = worthShowing(line, stream === child.stderr);
      if (!shown || Date.now() - (shownAt.get(shown) ?? 0) < quietMs) return;
      shownAt.set(shown, Date.now());
      process.stderr.write(`${name}: ${shown}\n`);
    });
    lines.on('close', () => --open === 0 && file.end());
  }
}

function worthShowing(line: string, isError: boolean): string | undefined {
  if (!line.startsWith('{')) return isError ? line : undefined;
  try {
    const { level, msg, err } = JSON.parse(line) as { level?: number; msg?: string; err?: { message?: string } };
    return level !== undefined && level >= warning ? (msg ?? err?.message) : undefined;
  } catch {
    return isError ? line : undefined;
  }
}
