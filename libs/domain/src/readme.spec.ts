import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const project = new URL('../', import.meta.url);
const named = [...readFileSync(new URL('README.md', project), 'utf8').matchAll(/`(src\/[^`]+)`/g)].map(
  (match) => match[1]!,
);

it('every file that the README names exists', () => {
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(new URL(path, project)))).toEqual([]);
});

it('every file with a spec of its own is named in the README', () => {
  const specs = readdirSync(new URL('src', project), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.spec.ts') && path !== 'readme.spec.ts')
    .map((path) => `src/${path.replaceAll('\\', '/').replace('.spec.ts', '.ts')}`);
  expect(specs.filter((path) => !named.includes(path))).toEqual([]);
});
