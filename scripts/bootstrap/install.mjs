import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { doWhatInstallScriptsWould } from './install-scripts.mjs';
import { runToEnd } from './run.mjs';

/** Installs what the lock file names, when it is not there already. The stamp comes last: an interrupted install has none. */
export async function installMissing(root) {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  const stamp = path.join(root, 'node_modules', '.attestry-installed');
  const wanted = createHash('sha256').update(lock).update(`${process.platform}-${process.arch}-1`).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!isInstalled(root, JSON.parse(lock))) await install(root);
  doWhatInstallScriptsWould(root);
  writeFileSync(stamp, wanted);
}

async function install(root) {
  console.error('Installing dependencies. This takes a minute or two the first time.');
  const { program, args, shell } = npm();
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await runToEnd(program, [...args, ...flags], { cwd: root, shell });
  if (code !== 0) throw new Error(`npm ci failed with exit code ${code}: see its message above.`);
}

/** npm keeps a record of what it put there; a developer's own `npm install` needs no second one. */
function isInstalled(root, lock) {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(lock.packages)
    .filter(([place, wanted]) => place.startsWith('node_modules/') && !wanted.link)
    .every(([place, wanted]) => {
      const found = installed[place];
      return found ? found.integrity === wanted.integrity : Boolean(wanted.optional || wanted.peer);
    });
}

/** The npm that runs us, else the one on the PATH. npm 6 cannot read our lock file: it fetches npm 8, which runs on Node 14. */
function npm() {
  const shell = process.platform === 'win32';
  const ours = process.env.npm_execpath;
  const found =
    ours && /npm-cli\.c?js$/.test(ours)
      ? { program: process.execPath, args: [ours], shell: false }
      : { program: shell ? 'npm.cmd' : 'npm', args: [], shell };
  let version;
  try {
    version = execFileSync(found.program, [...found.args, '--version'], {
      encoding: 'utf8',
      shell: found.shell,
    }).trim();
  } catch (_) {
    throw new Error('npm was not found: install Node.js with npm, then run the command again.');
  }
  if (Number(version.split('.')[0]) >= 7) return found;
  return { program: shell ? 'npx.cmd' : 'npx', args: ['--yes', 'npm@8'], shell };
}
