import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** The Node this project needs: the running one when it will do, else the one npm installed beside the dependencies. */
export function projectNode(root) {
  if (satisfies(process.versions.node)) return process.execPath;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = path.join(root, 'node_modules', `node-${shortPlatform()}-${process.arch}`, 'bin', binary);
  if (existsSync(installed)) return installed;
  throw new Error(
    `Node ${process.versions.node} is too old, and npm has none to install for ${process.platform}-${process.arch}: ` +
      'install Node 24.15 or later, then run the command again.',
  );
}

/** `engines` of package.json: >=24.15 <27. */
export function satisfies(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 24 ? major < 27 : major === 24 && minor >= 15;
}

export function environmentOf(root, node, extra = {}) {
  const paths = [path.dirname(node), path.join(root, 'node_modules', '.bin'), pathVariable()];
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (name.toUpperCase() === 'PATH') delete env[name];
  return { ...env, PATH: paths.join(path.delimiter), ...extra };
}

function pathVariable() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH');
  return name ? process.env[name] : '';
}

const shortPlatform = () => (process.platform === 'win32' ? 'win' : process.platform);
