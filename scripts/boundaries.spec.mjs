import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundaryViolations } from './boundaries.mjs';

const violations = (files) => boundaryViolations(new Map(Object.entries(files)));
const from = (...names) => names.map((name) => `import { x } from '${name}';`).join('\n');

test('a tree that keeps the rules has no violations', () => {
  const found = violations({
    'libs/domain/src/decision.ts': '',
    'libs/domain/src/people/roles.ts': from('../decision.ts', '../time/plain-date.ts', 'zod'),
    'libs/domain/src/time/plain-date.ts': '',
    'libs/reports/src/inventory/view.ts': from('@attestry/domain/ai-systems/facts.ts'),
    'apps/api/src/ai-systems/ai-system.entity.ts': from('../vendors/vendor.entity.ts', '../kernel/row.ts'),
    'apps/api/src/app.module.ts': from('./evidence/evidence.module.ts', '@attestry/reports/html.ts'),
    'apps/api/src/people/people.spec.ts': from('../evidence/packet.ts', '../testing/world.ts'),
    'apps/web/src/routes.tsx': `const page = () => import('./ai-systems/page.tsx');`,
    'apps/web/src/ai-systems/page.tsx': from('../ui/table.tsx', '@attestry/domain/people/roles.ts'),
    'apps/web/package.json': '{ "dependencies": { "@attestry/domain": "0.1.0" } }',
  });
  assert.deepEqual(found, []);
});

for (const [what, file, target] of [
  ['the web imports the API', 'apps/web/src/shell/client.ts', '../../../api/src/kernel/context.ts'],
  ['the web imports reports', 'apps/web/src/evidence/page.tsx', '@attestry/reports/html.ts'],
  ['reports import the API', 'libs/reports/src/html.ts', '@attestry/api/main.ts'],
  ['the domain imports reports', 'libs/domain/src/time/plain-date.ts', '@attestry/reports/html.ts'],
]) {
  test(`red when ${what}`, () => assert.match(violations({ [file]: from(target) }).join(), /may not use/));
}

test('red when a package file names a project it may not use', () => {
  const found = violations({ 'apps/web/package.json': '{ "devDependencies": { "@attestry/api": "0.1.0" } }' });
  assert.match(found.join(), /apps\/web may not use apps\/api/);
});

for (const [what, file, target] of [
  ['a noun imports a higher one', 'apps/api/src/vendors/vendor.ts', '../agreements/agreement.ts'],
  ['nouns of one line know each other', 'apps/api/src/policies/policy.ts', '../training/course.ts'],
  ['the kernel imports a noun', 'apps/api/src/kernel/context.ts', '../people/session.ts'],
  ['a root file imports a noun', 'libs/domain/src/decision.ts', './people/roles.ts'],
  ['a noun imports a top file', 'apps/api/src/people/session.ts', '../app.module.ts'],
  ['a noun imports a higher one when it is needed', 'apps/web/src/people/page.tsx', '../evidence/packet.tsx'],
]) {
  test(`red when ${what}`, () => assert.match(violations({ [file]: from(target) }).join(), /is not below/));
}

test('red for a dynamic and for a type import alike', () => {
  const file = 'apps/api/src/people/session.ts';
  assert.equal(violations({ [file]: `import('../evidence/packet.ts')` }).length, 1);
  assert.equal(violations({ [file]: `import type { P } from '../evidence/packet.ts';` }).length, 1);
  assert.equal(violations({ [file]: `export { p } from '../evidence/packet.ts';` }).length, 1);
  assert.equal(
    violations({ [file]: `// import '../evidence/packet.ts'\nconst s = "import '../evidence/a.ts'";` }).length,
    0,
  );
});

test('red when a folder has no place in the order', () => {
  assert.match(violations({ 'apps/api/src/utils/text.ts': '' }).join(), /utils \(apps\/api\) has no place/);
});

test('red for a cycle, named once', () => {
  const found = violations({
    'libs/domain/src/a.ts': from('./b.ts'),
    'libs/domain/src/b.ts': from('./c.ts'),
    'libs/domain/src/c.ts': from('@attestry/domain/a.ts'),
  });
  assert.deepEqual(found, [
    'cycle: libs/domain/src/a.ts → libs/domain/src/b.ts → libs/domain/src/c.ts → libs/domain/src/a.ts',
  ]);
});
