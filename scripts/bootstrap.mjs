// Runs on whatever Node is there (14.13 or later), before anything is installed: no dependency, no newer syntax.
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildStale } from './bootstrap/build.mjs';
import { installMissing } from './bootstrap/install.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { environmentOf, projectNode } from './bootstrap/node.mjs';
import { runToEnd } from './bootstrap/run.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [command, ...args] = process.argv.slice(2);

const commands = {
  start: { needsBuild: true, script: 'apps/api/dist/start.js' },
  attestry: { needsBuild: true, script: 'apps/api/dist/attestry.js' },
  check: { needsBuild: false, script: 'scripts/check.mjs' },
  test: { needsBuild: true, script: 'scripts/test.mjs' },
  bench: { needsBuild: true, script: 'bench/run.mjs' },
};

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

async function main() {
  const chosen = commands[command];
  if (!chosen) throw new Error(`Usage: node scripts/bootstrap.mjs ${Object.keys(commands).join('|')} [arguments]`);
  const node = await withLock(root, 'prepare', async () => {
    await installMissing(root);
    const found = projectNode(root);
    if (chosen.needsBuild) await buildStale(root, found);
    return found;
  });
  const script = path.join(root, chosen.script);
  if (!existsSync(script)) throw new Error(`${chosen.script} does not exist, so "${command}" cannot run.`);
  process.exit(await runToEnd(node, [script, ...args], { cwd: root, env: environmentOf(root, node) }));
}
