import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** One bootstrap at a time installs and builds; the others wait. The lock of a process that is gone is taken over. */
export async function withLock(root, name, work) {
  const folder = path.join(root, '.attestry');
  const file = path.join(folder, `${name}.lock`);
  mkdirSync(folder, { recursive: true });
  for (let waited = 0; !take(file); waited++) {
    if (waited === 3) console.error('Waiting for another start that is installing or building.');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(holderOf(file))) rmSync(file, { force: true });
    return false;
  }
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (_) {
    return process.pid;
  }
}

/** An empty file was created this moment by someone about to write their number into it. */
function isAlive(pid) {
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
