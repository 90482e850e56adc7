import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { nxEnvironment, nxProgram } from './bootstrap/nx.mjs';
import { boundaryViolations } from './boundaries.mjs';
import { strangersIn } from './strangers.mjs';
import { readTree } from './tree.mjs';

const root = process.cwd();
const tree = readTree(root);

const checks = {
  'lint and format': () => program('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  types: () => program(nxProgram(root), 'run-many', '-t', 'typecheck'),
  boundaries: () => boundaryViolations(tree).join('\n'),
  'nothing of one machine': () => strangersIn(tree, root).join('\n'),
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const start = performance.now();
  const complaint = check();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${complaint ? 'failed' : 'ok    '}  ${name} (${seconds} s)${complaint ? `\n${complaint}` : ''}`);
  if (complaint) failed++;
}
console.log(failed === 0 ? 'All checks passed.' : `${failed} of ${Object.keys(checks).length} checks failed.`);
process.exit(failed === 0 ? 0 : 1);

/** Empty when it succeeds, else what it said. */
function program(file, ...args) {
  const env = { ...process.env, ...nxEnvironment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? '' : `${stdout}${stderr}`.trim() || `exit code ${status}`;
}
