import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The program file of Nx, wherever this version keeps it. */
export function nxProgram(root) {
  const folder = path.join(root, 'node_modules', 'nx');
  return path.join(folder, JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).bin.nx);
}

/** No daemon left behind, no screen of its own. */
export const nxEnvironment = { NX_DAEMON: 'false', NX_TUI: 'false' };
