import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, Context } from '../src/kernel/context.ts';
import { all, heldConnections } from './load.ts';
import { answerOf, operation } from './operations.ts';
import { MISSING_ID, Records } from './records.ts';
import { type Client, startTestApp, type TestApp } from './test-app.ts';

const CREATE = `mutation ($name: String!) { made: createAiSystem(facts: { name: $name }) { id } }`;
let app: TestApp;

const create = (client: Client, name: string) => client.codeOf(CREATE, { name });

describe('the default pool', () => {
  let officer: Client;
  let records: Records;
  beforeAll(async () => {
    app = await startTestApp();
    officer = await app.organization();
    records = new Records(app, officer);
  });
  afterAll(() => app?.stop());

  it('serves 64 creates at once, and a read among them in less than a second', async () => {
    const reads: number[] = [];
    const writes = all(64, (at) => create(officer, `Parallel ${at}`));
    for (let at = 0; at < 3; at += 1) {
      const started = performance.now();
      await officer.must('{ aiSystems { totalCount } }');
      reads.push(performance.now() - started);
    }
    expect(new Set(await writes)).toEqual(new Set(['OK']));
    expect(Math.min(...reads)).toBeLessThan(1_000);
  });

  it('is whole after 100 changes and removals of what does not exist', async () => {
    const codes = await all(100, (at) =>
      at % 2
        ? officer.codeOf(`mutation ($input: UpdateAiSystemInput!) { updateAiSystem(input: $input) { id } }`, {
            input: { id: MISSING_ID, version: 1, facts: { name: 'x' } },
          })
        : officer.codeOf(`mutation ($id: ID!) { removeView(id: $id) }`, { id: MISSING_ID }),
    );
    expect(new Set(codes)).toEqual(new Set(['NOT_FOUND']));
    expect(await heldConnections(app)).toBe(0);
  });

  it('gets its connections back from operations that fail halfway', async () => {
    await records.report();
    const failing = `{ first: aiSystems(first: -1) { totalCount } reports { requestedBy task { id } files { name } } second: aiSystems(first: -1) { nodes { history { nodes { id } } } } }`;
    expect(new Set(await all(40, () => officer.codeOf(failing)))).toEqual(new Set(['INVALID']));
    expect(await heldConnections(app)).toBe(0);
  });

  it('lends nothing to a field that resolves after its operation ended', async () => {
    const actor = { orgId: officer.orgId, memberId: officer.memberId, roles: [] } as unknown as Actor;
    const ctx = new Context(app.nest.get(DataSource), 'late', actor, {} as never, {} as never);
    await ctx.query('SELECT 1');
    await ctx.end();
    await expect(ctx.query('SELECT 1')).rejects.toThrow('ended');
    expect(await heldConnections(app)).toBe(0);
  });

  it('gets its connections back from callers who went away', async () => {
    await all(60, async (at) => {
      const gone = new AbortController();
      setTimeout(() => gone.abort(), at % 20);
      const body = JSON.stringify(
        at % 2
          ? { query: CREATE, variables: { name: `Aborted ${at}` } }
          : { query: '{ aiSystems { totalCount facets { stage { value } } nodes { id history { nodes { id } } } } }' },
      );
      await officer
        .fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          signal: gone.signal,
        })
        .catch(() => {});
    });
    await wait(300);
    expect(await heldConnections(app)).toBe(0);
    expect(await create(officer, 'After the aborted')).toBe('OK');
  });

  it('writes one event for each of 200 writes at once', async () => {
    const codes = await all(200, (at) => create(officer, `Counted ${at}`));
    expect(new Set(codes)).toEqual(new Set(['OK']));
    const [count] = await app.sql(
      `SELECT count(*)::int AS rows, count(e.id)::int AS events, count(DISTINCT e.id)::int AS distinct, count(u.event_id)::int AS unsealed
       FROM app.ai_system s LEFT JOIN audit.event e ON e.entity_id = s.id::text AND e.action = 'insert'
       LEFT JOIN audit.unsealed u ON u.event_id = e.id WHERE s.name LIKE 'Counted %'`,
    );
    expect(count).toEqual({ rows: 200, events: 200, distinct: 200, unsealed: 200 });
  });

  it('takes a change back when its event cannot be written', async () => {
    const { id } = await records.system();
    const view = await records.savedView();
    await app.sql('ALTER TABLE audit.unsealed ADD CONSTRAINT nothing CHECK (false) NOT VALID');
    try {
      const { errors } = await officer.ask(CREATE, { name: 'Without an event' });
      expect(errors, 'opaque: nothing of PostgreSQL in it').toEqual([
        { message: 'Something failed on our side.', extensions: { code: 'INTERNAL', reference: expect.any(String) } },
      ]);
      expect(
        await officer.codeOf(
          `mutation { updateAiSystem(input: { id: "${id}", version: 1, facts: { name: "Without an event" } }) { id } }`,
        ),
      ).toBe('INTERNAL');
      expect(await officer.codeOf(`mutation { removeView(id: "${view}") }`)).toBe('INTERNAL');
    } finally {
      await app.sql('ALTER TABLE audit.unsealed DROP CONSTRAINT nothing');
    }
    expect(await app.sql(`SELECT 1 FROM app.ai_system WHERE name = 'Without an event'`)).toEqual([]);
    expect(await app.sql('SELECT 1 FROM app.saved_view WHERE id = $1', [view])).toHaveLength(1);
    expect(await create(officer, 'With an event')).toBe('OK');
  });

  it('answers UNAVAILABLE when PostgreSQL goes away under load, and recovers', async () => {
    const seen = new Map<string, number>();
    let over = false;
    const load = all(12, async (at) => {
      while (!over) {
        const { code, status } = await answerOf(
          officer,
          operation(at % 2 ? 'createAiSystem' : 'aiSystems'),
          at % 2 ? { facts: { name: 'Under load' } } : { first: 5 },
        );
        seen.set(`${status} ${code}`, (seen.get(`${status} ${code}`) ?? 0) + 1);
      }
    });
    for (let times = 0; times < 6; times += 1) {
      await wait(120);
      await app.sql(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'app_rw'`,
      );
    }
    over = true;
    await load;
    expect([...seen.keys()].filter((answer) => !['200 OK', '503 UNAVAILABLE'].includes(answer))).toEqual([]);
    expect(seen.get('503 UNAVAILABLE') ?? 0, 'somebody met the outage').toBeGreaterThan(0);
    expect(new Set(await all(20, (at) => create(officer, `Recovered ${at}`)))).toEqual(new Set(['OK']));
    expect(await heldConnections(app)).toBe(0);
    const [events] = await app.sql(
      `SELECT count(*)::int AS rows, count(e.id)::int AS events FROM app.ai_system s LEFT JOIN audit.event e ON e.entity_id = s.id::text AND e.action = 'insert' WHERE s.name = 'Under load'`,
    );
    expect(events!.events).toBe(events!.rows);
  });

  it('answers UNAVAILABLE while PostgreSQL takes no connection, on plain routes too', async () => {
    const name = new URL(app.database.admin).pathname.slice(1);
    // The superuser of the test is not counted.
    await app.sql(`ALTER DATABASE ${name} CONNECTION LIMIT 0`);
    try {
      await app.sql(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'app_rw'`,
      );
      await wait(600);
      const { status, code } = await answerOf(officer, operation('aiSystems'), { first: 5 });
      expect(`${status} ${code}`).toBe('503 UNAVAILABLE');
      expect((await officer.fetch(`/documents/${MISSING_ID}`)).status).toBe(503);
      expect((await officer.fetch('/readyz')).status).toBe(503);
      expect((await officer.fetch('/healthz')).status).toBe(200);
    } finally {
      await app.sql(`ALTER DATABASE ${name} CONNECTION LIMIT -1`);
    }
    expect(await create(officer, 'Back again')).toBe('OK');
  });
});
