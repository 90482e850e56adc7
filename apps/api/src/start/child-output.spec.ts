import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepOutput } from './child-output.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attestry-test-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it('keeps every line and shows a person each warning once', async () => {
  const shown: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => shown.push(String(text)) > 0);
  const lines = ['{"level":30,"msg":"ready"}', '{"level":40,"msg":"slow"}', '{"level":40,"msg":"slow"}', 'plain'];
  const program = `for (const line of ${JSON.stringify(lines)}) console.log(line); console.error('trouble')`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'pipe'] });
  const file = join(folder, 'api.log');
  keepOutput(child, 'API', file);
  await new Promise((resolve) => child.once('close', resolve));
  await vi.waitFor(() =>
    expect(readFileSync(file, 'utf8').split('\n').sort()).toEqual(['', ...lines, 'trouble'].sort()),
  );
  expect(shown.sort()).toEqual(['API: slow\n', 'API: trouble\n']);
});
