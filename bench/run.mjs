/*
 * npm run bench            everything
 * npm run bench -- list    by name
 * Figures are ratios against a floor measured in the same run where there is one: machines differ, ratios less.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Environment } from './environment.ts';
import { loadInventory } from './load.ts';
import { agreements } from './measures/agreements.ts';
import { coverage } from './measures/coverage.ts';
import { coldstart, rss, web } from './measures/footprint.ts';
import { pdf } from './measures/pdf.ts';
import { get, list } from './measures/reading.ts';
import { sealer } from './measures/sealing.ts';
import { upload } from './measures/upload.ts';
import { vendors } from './measures/vendors.ts';
import { create, imports } from './measures/writing.ts';

const MEASURES = {
  list,
  get,
  rss,
  coldstart,
  web,
  sealer,
  create,
  import: imports,
  upload,
  pdf,
  vendors,
  agreements,
  coverage,
};
const RESULTS = join(import.meta.dirname, 'results.json');

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const unknown = wanted.filter((name) => !(name in MEASURES));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(MEASURES).join(', ')}.`);
  process.exit(2);
}

const env = new Environment();
const results = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {};
try {
  await env.start();
  await loadInventory(env);
  await env.startFloor();
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const figures = await measure(env);
    for (const [key, figure] of Object.entries(figures)) print(key, figure);
    Object.assign(results, figures);
  }
} finally {
  await env.stop();
}
writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);

function print(name, { value, unit, floor, ratio, target, ok }) {
  const against = floor === null ? '' : `floor ${floor}, ratio ${ratio}`;
  console.log(
    `${ok ? 'ok ' : 'NO '} ${name.padEnd(14)}${String(value).padStart(8)} ${unit.padEnd(28)}${against.padEnd(32)}${target}`,
  );
}
