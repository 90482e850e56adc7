import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { environmentOf } from './node.mjs';
import { nxEnvironment, nxProgram } from './nx.mjs';
import { runQuietly } from './run.mjs';

/** Builds with Nx when a source differs from the last build. Asking Nx itself takes two seconds of every start. */
export async function buildStale(root, node) {
  const stamp = path.join(root, '.attestry', 'built');
  const before = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === before && hasOutputs(root)) return;
  console.error('Building.');
  const env = environmentOf(root, node, { ...nxEnvironment, NODE_ENV: 'production' });
  const { code, output } = await runQuietly(node, [nxProgram(root), 'run-many', '-t', 'build'], { cwd: root, env });
  if (code !== 0) throw new Error(`${output}\nThe build failed: see above.`);
  writeFileSync(stamp, before);
}

/** Names, sizes and times of all sources: cheap, and a wrong "changed" only costs a build that Nx answers from its cache. */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const folder of ['apps', 'libs', 'migrations']) addFolder(hash, path.join(root, folder));
  for (const file of ['package-lock.json', 'nx.json', 'tsconfig.base.json']) addFile(hash, path.join(root, file));
  return hash.digest('hex');
}

function addFolder(hash, folder) {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory() && !notSources.has(entry.name)) addFolder(hash, full);
    else if (entry.isFile() && !/\.(spec|generated)\.tsx?$/.test(entry.name)) addFile(hash, full);
  }
}

function addFile(hash, file) {
  if (!existsSync(file)) return;
  const { size, mtimeMs } = statSync(file);
  hash.update(`${file}\0${size}\0${mtimeMs}\n`);
}

const notSources = new Set(['node_modules', 'dist', 'generated', 'e2e', '.vite', 'coverage', 'results']);

function hasOutputs(root) {
  return (
    existsSync(path.join(root, 'apps/api/dist/start.js')) && existsSync(path.join(root, 'apps/web/dist/index.html'))
  );
}
