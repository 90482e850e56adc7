import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDataDirectory } from './data-directory.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'attestry-test-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

it('makes the directory and lets go of it', async () => {
  const path = join(parent, 'deep', 'data');
  const first = await openDataDirectory(path);
  await first.release();
  const second = await openDataDirectory(path);
  expect(second.takenOver).toBe(false);
  await second.release();
});

it.each(['data', 'long-name-'.repeat(12)])('refuses a second instance and names the first (%s)', async (name) => {
  const path = join(parent, name);
  const first = await openDataDirectory(path);
  await expect(openDataDirectory(path)).rejects.toThrow(
    `Another Attestry is running on the data directory ${path} (pid ${process.pid}).`,
  );
  await first.release();
});

it('takes over from an instance that was killed, and only once', async () => {
  const path = join(parent, 'data');
  mkdirSync(path);
  await leaveStaleSocket(join(path, 'instance.sock'));
  const results = await Promise.allSettled([openDataDirectory(path), openDataDirectory(path)]);
  const held = results.filter((result) => result.status === 'fulfilled');
  expect(held).toHaveLength(1);
  expect(held[0]?.value.takenOver).toBe(true);
  await held[0]?.value.release();
});

it('says in one line that it cannot write', async () => {
  const file = join(parent, 'file');
  writeFileSync(file, '');
  const failure = await openDataDirectory(join(file, 'data')).catch((error: Error) => error.message);
  expect(failure).toMatch(/^The data directory .*file\/data cannot be written to: .*$/);
});

it('says in one line that the disk is full', async () => {
  const path = join(parent, 'data');
  await expect(openDataDirectory(path, { freeBytes: () => 3 * 1024 * 1024 })).rejects.toThrow(
    `The disk of the data directory ${path} is full: 3 MB free, 256 MB needed.`,
  );
});

async function leaveStaleSocket(path: string): Promise<void> {
  const program = `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
  await new Promise((resolve) => spawn(process.execPath, ['-e', program]).once('exit', resolve));
  if (!existsSync(path)) throw new Error('no socket was left');
}
