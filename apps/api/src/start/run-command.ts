import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { StartError } from './start-error.ts';

/** Runs one of our commands to its end and returns what it printed; its error output is what the person sees. */
export function runCommand(
  script: string,
  args: readonly string[],
  { env, logFile, signal }: { env: NodeJS.ProcessEnv; logFile?: string; signal: AbortSignal },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], {
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let printed = '';
    let complaints = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    child.stderr.on('data', (chunk) => {
      complaints += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (logFile) appendFileSync(logFile, printed + complaints, { mode: 0o600 });
      if (code === 0) return resolve(printed.trim());
      reject(new StartError(`"${args.join(' ')}" failed: ${complaints.trim() || `exit code ${code}`}`));
    });
  });
}
