/** Something the person at the terminal can put right. Its message is the one line they see. */
export class StartError extends Error {}

export function startErrorFor(error: unknown, doing: string): StartError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || /No space left on device/.test(message))
    return new StartError(`${doing}: the disk is full.`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StartError(`${doing}: permission denied (${code}).`);
  }
  return new StartError(`${doing}: ${message}`);
}
