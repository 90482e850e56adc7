import { homedir } from 'node:os';
import { join } from 'node:path';

export function defaultDataDirectory(
  env: Readonly<Record<string, string | undefined>>,
  { platform, isRoot, home } = { platform: process.platform, isRoot: process.getuid?.() === 0, home: homedir() },
): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'attestry');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'attestry');
  if (isRoot) return '/var/lib/attestry';
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'attestry');
}
