import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { countsIn } from './test-counts.mjs';

const root = process.cwd();
const chosen = process.argv.slice(2);

const suites = [
  { name: 'scripts', folder: '.', command: 'node --test --test-reporter=spec "scripts/**/*.spec.mjs"' },
  ...['libs/domain', 'libs/reports', 'apps/api', 'apps/web'].flatMap((folder) => suitesOf(folder)),
].filter(({ name }) => chosen.length === 0 || chosen.some((part) => name.includes(part)));

const total = { passed: 0, failed: 0, skipped: 0 };
for (const suite of suites) {
  console.log(`\n${suite.name}`);
  const { code, output } = await run(suite);
  const counts = countsIn(output);
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  for (const kind of Object.keys(total)) total[kind] += counts[kind];
}
if (suites.length === 0) total.failed = 1;
console.log(`\n${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** The scripts `test` and `e2e` of a project, when it has tests at all. */
function suitesOf(folder) {
  const { scripts = {} } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  const hasSpecs = readdirSync(path.join(root, folder, 'src'), { recursive: true }).some((f) =>
    /\.spec\.tsx?$/.test(f),
  );
  return [
    ...(scripts.test && hasSpecs ? [{ name: folder, folder, command: scripts.test }] : []),
    ...(scripts.e2e ? [{ name: `${folder} in the browser`, folder, command: scripts.e2e }] : []),
  ];
}

function run({ folder, command }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { cwd: path.join(root, folder), shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        process.stdout.write(chunk);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
