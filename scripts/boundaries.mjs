import path from 'node:path';
import ts from 'typescript';

/**
 * What may import what. `tree` maps paths relative to the root to their text.
 * Returns one line for each import that should not be, and for each cycle.
 */
export function boundaryViolations(tree) {
  const imports = importsOf(tree);
  return [...projectViolations(tree, imports), ...nounViolations(imports), ...cycles(imports)];
}

/** Each project and the projects it may use. The web reaches the API over HTTP only. */
const mayUse = {
  'apps/web': ['libs/domain'],
  'apps/api': ['libs/domain', 'libs/reports'],
  'libs/reports': ['libs/domain'],
  'libs/domain': [],
};

/** Low to high. A noun imports itself and lower ones; nouns on one line do not know each other. */
const nounOrder = [
  ['time'],
  ['people'],
  ['documents'],
  ['import'],
  ['vendors'],
  ['agreements'],
  ['ai-systems'],
  ['risk-analyses', 'policies', 'training', 'incidents'],
  ['findings', 'reminders', 'retention'],
  ['evidence'],
];
const belowAll = ['kernel', 'ui', 'shell', 'audit', 'start', 'generated', 'assets', 'styles'];
const aboveAll = ['today', 'sample', 'testing'];
/** The API writes the log below every noun; the page that shows it names the facts of all. */
const aboveAllOnScreen = ['audit'];
const topFiles = [
  'http.ts',
  'worker.module.ts',
  'app.module.ts',
  'main.ts',
  'worker.ts',
  'table-thread.ts',
  'attestry.ts',
  'start.ts',
  'routes.tsx',
  'main.tsx',
];

function importsOf(tree) {
  const imports = new Map();
  for (const [file, text] of tree) {
    if (!/\.(ts|tsx|mts)$/.test(file) || !projectOf(file)) continue;
    const found = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
    imports.set(file, [...new Set(found.map((name) => targetOf(file, name)).filter(Boolean))]);
  }
  return imports;
}

function targetOf(file, name) {
  if (name.startsWith('.')) return path.posix.join(path.posix.dirname(file), name.replace(/\?.*$/, ''));
  const [, project, rest] = /^@attestry\/([^/]+)\/?(.*)$/.exec(name) ?? [];
  if (!project) return undefined;
  return rest ? path.posix.join(workspaceNamed(project), 'src', rest) : workspaceNamed(project);
}

const workspaceNamed = (name) => Object.keys(mayUse).find((folder) => folder.endsWith(`/${name}`)) ?? `unknown/${name}`;

const projectOf = (file) => Object.keys(mayUse).find((folder) => file === folder || file.startsWith(`${folder}/`));

function projectViolations(tree, imports) {
  const found = [];
  for (const [file, targets] of imports) {
    const from = projectOf(file);
    for (const target of targets) {
      const to = projectOf(target);
      if (to !== from && !mayUse[from].includes(to)) found.push(`${file} imports ${target}: ${from} may not use ${to}`);
    }
  }
  for (const from of Object.keys(mayUse)) {
    const { dependencies, devDependencies } = JSON.parse(tree.get(`${from}/package.json`) ?? '{}');
    for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
      const to = name.startsWith('@attestry/') && workspaceNamed(name.slice('@attestry/'.length));
      if (to && !mayUse[from].includes(to)) found.push(`${from}/package.json names ${name}: ${from} may not use ${to}`);
    }
  }
  return found;
}

function nounViolations(imports) {
  const found = new Set();
  for (const [file, targets] of imports) {
    if (/\.spec\.tsx?$/.test(file)) continue;
    const from = placeOf(file);
    if (!from) continue;
    if (from.height === undefined) found.add(`${from.name} (${projectOf(file)}) has no place in the order of nouns`);
    for (const target of targets) {
      const to = projectOf(target) === projectOf(file) ? placeOf(target) : undefined;
      if (!to || to.name === from.name) continue;
      if (to.height > from.height || (to.height === from.height && to.isNoun)) {
        found.add(`${file} imports ${target}: ${to.name} is not below ${from.name}`);
      }
    }
  }
  return [...found];
}

/** A report's folder is named for the report, not for a noun, so libs/reports has no places. */
function placeOf(file) {
  const project = projectOf(file);
  const inside = project && file.startsWith(`${project}/src/`) && file.slice(`${project}/src/`.length);
  if (!inside || project === 'libs/reports') return undefined;
  const [folder] = inside.split('/');
  if (folder === inside) {
    return topFiles.includes(inside)
      ? { name: 'top files', height: nounOrder.length + 1 }
      : { name: 'root files', height: -1 };
  }
  if (project === 'apps/web' && aboveAllOnScreen.includes(folder)) return { name: folder, height: nounOrder.length };
  if (belowAll.includes(folder)) return { name: folder, height: -1 };
  if (aboveAll.includes(folder)) return { name: folder, height: nounOrder.length };
  const height = nounOrder.findIndex((nouns) => nouns.includes(folder));
  return { name: folder, isNoun: true, height: height < 0 ? undefined : height };
}

function cycles(imports) {
  const found = [];
  const done = new Set();
  const visit = (file, way) => {
    const start = way.indexOf(file);
    if (start >= 0) found.push(`cycle: ${[...way.slice(start), file].join(' → ')}`);
    if (start >= 0 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) if (imports.has(target)) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
}
