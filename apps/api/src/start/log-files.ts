import { renameSync, statSync } from 'node:fs';

const largestLog = 10 * 1024 * 1024;

/** Called at each start: the last file is kept beside the new one. */
export function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(file, `${file.replace(/\.log$/, '')}.1.log`);
}
