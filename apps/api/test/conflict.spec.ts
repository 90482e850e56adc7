import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, leavesOf, operations } from './operations.ts';
import { Records } from './records.ts';
import { argumentsOf } from './sample-arguments.ts';
import { startTestApp, type TestApp } from './test-app.ts';

describe('two people who change the same record', () => {
  let app: TestApp;
  let records: Records;
  beforeAll(async () => {
    app = await startTestApp();
    records = new Records(app, await app.organization());
  });
  afterAll(() => app?.stop());

  const versioned = operations.filter(
    (one) => one.kind === 'mutation' && leavesOf(one).some(({ path }) => path.at(-1) === 'version'),
  );

  /** There is nothing left that the other could learn. */
  const DELETED = ['removeCoveredService', 'withdrawPhiFlow'];

  it('every change of a shared record names the version it was made from', () => {
    const changes = operations.filter(
      ({ kind, name }) =>
        kind === 'mutation' &&
        /^(update|change|retire|apply|undo|check|deactivate|reactivate)/.test(name) &&
        name !== 'changePassword',
    );
    expect(versioned.map(({ name }) => name)).toEqual(expect.arrayContaining(changes.map(({ name }) => name)));
    expect(versioned.length).toBeGreaterThanOrEqual(9);
  });

  it.each(versioned)('$name: one wins, the other learns what it is now', async (one) => {
    for (let round = 0; round < 3; round += 1) {
      const args = await argumentsOf(records, one.name);
      const clients = await Promise.all([records.session(), records.session()]);
      const answers = await Promise.all(clients.map((client) => answerOf(client, one, args)));
      const codes = answers.map(({ code }) => code).sort();
      expect(codes, answers.map(({ text }) => text).join('\n')).toEqual([
        DELETED.includes(one.name) ? 'NOT_FOUND' : 'CONFLICT',
        'OK',
      ]);
      if (DELETED.includes(one.name)) continue;
      const lost = answers.find(({ code }) => code === 'CONFLICT')!;
      const version = (args.input as { version: number }).version;
      expect(lost.errors[0].extensions.current.version).toBe(version + 1);
    }
  });
});
