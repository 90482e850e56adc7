import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, startTestApp, type TestApp } from '../../test/test-app.ts';
import { startTestWorker, until } from '../../test/worker.ts';
import { Tasks } from '../kernel/tasks.ts';
import { inTransaction } from '../kernel/transaction.ts';
import { SAMPLE_SYSTEMS } from './ai-systems.ts';
import { SAMPLE_CHANGES } from './changes.ts';

const FILL = `mutation { fillSample { id kind subjectId status } }`;

interface TaskRow {
  id: string;
  status: string;
  done: number;
  total: number | null;
  message: string;
}

describe('the sample organization', () => {
  let app: TestApp;
  let worker: { stop(): Promise<void> };
  beforeAll(async () => {
    app = await startTestApp();
    worker = await startTestWorker(app);
  });
  afterAll(async () => {
    await worker?.stop();
    await app?.stop();
  });

  const ended = (id: string) =>
    until(async () => {
      const [task] = await app.sql<TaskRow>(
        'SELECT id, status, done, total, message FROM app.background_task WHERE id = $1',
        [id],
      );
      return task && !['queued', 'running'].includes(task.status) && task;
    });
  const fill = async (who: Client) => {
    const { fillSample } = await who.must<{ fillSample: { id: string; kind: string; subjectId: string } }>(FILL);
    expect(fillSample).toMatchObject({ kind: 'sample.fill', subjectId: who.orgId });
    return ended(fillSample.id);
  };
  const count = async (who: Client) =>
    (await who.must<{ aiSystems: { totalCount: number } }>(`{ aiSystems { totalCount } }`)).aiSystems.totalCount;
  const events = (who: Client) =>
    app.sql<{ action: string; actor: string; count: number }>(
      `SELECT action, actor, count(*)::int AS count FROM audit.event
       WHERE org_id = $1 AND command = 'organization.fill-sample' AND entity = 'ai_system' GROUP BY 1, 2 ORDER BY 1`,
      [who.orgId],
    );
  const exactly = (who: Client) => [
    { action: 'insert', actor: `member:${who.memberId}`, count: SAMPLE_SYSTEMS.length },
    { action: 'update', actor: `member:${who.memberId}`, count: SAMPLE_CHANGES.length },
  ];
  /** Tasks that no command checked, as a click on two screens at once or a worker that died would leave behind. */
  const runTasks = async (who: Client, howMany: number) => {
    const settings = { orgId: who.orgId, actor: 'system:test', command: 'test', requestId: '' };
    const ids = await inTransaction(app.nest.get(DataSource), settings, async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `INSERT INTO app.background_task (kind, subject_id, requested_by)
         SELECT 'sample.fill', $1, $2 FROM generate_series(1, $3) RETURNING id`,
        [who.orgId, who.memberId, howMany],
      );
      for (const { id } of rows) await app.nest.get(Tasks).enqueue(tx, 'sample.fill', { orgId: who.orgId, taskId: id });
      return rows.map(({ id }) => id);
    });
    return Promise.all(ids.map(ended));
  };

  it('fills an empty organization, and no other', async () => {
    const [officer, neighbour] = [
      await app.organization('Harbour Valley Clinic Group'),
      await app.organization('Next door'),
    ];
    const total = SAMPLE_SYSTEMS.length + SAMPLE_CHANGES.length;
    expect(await fill(officer)).toMatchObject({ status: 'done', done: total, total });
    expect(await count(officer)).toBe(SAMPLE_SYSTEMS.length);
    expect(await events(officer)).toEqual(exactly(officer));
    expect(await count(neighbour)).toBe(0);
    expect(await events(neighbour)).toEqual([]);
  });

  it('tells what was recorded first and what changed, with the reasons, under the tier that follows', async () => {
    const officer = await app.organization();
    await fill(officer);
    const { aiSystems } = await officer.must<{ aiSystems: { nodes: Told[] } }>(
      `{ aiSystems(filter: { search: "Denial appeal" }, first: 5) { nodes { tier vendorTrainingRights history { nodes { actor action command reason facts { fact before after } } } } } }`,
    );
    const [letters] = aiSystems.nodes;
    expect(letters).toMatchObject({ tier: 2, vendorTrainingRights: 'prohibited' });
    expect(letters!.history.nodes.map(({ action, actor, reason }) => ({ action, actor, reason }))).toEqual([
      // Where it sends PHI, recorded after the systems.
      { action: 'insert', actor: 'Dana Okafor', reason: null },
      {
        action: 'update',
        actor: 'Dana Okafor',
        reason: SAMPLE_CHANGES.find(({ system }) => system === 'Denial appeal letters')!.reason,
      },
      { action: 'insert', actor: 'Dana Okafor', reason: null },
    ]);
    expect(letters!.history.nodes[1]!.facts).toContainEqual({ fact: 'tier', before: 4, after: 2 });
    const { retired } = await officer.must<{ retired: { nodes: { retiredOn: string; retiredReason: string }[] } }>(
      `{ retired: aiSystems(filter: { stage: [retired] }) { nodes { retiredOn retiredReason } } }`,
    );
    expect(retired.nodes).toHaveLength(3);
    for (const system of retired.nodes) expect(system.retiredReason && system.retiredOn).toBeTruthy();
  });

  it('refuses what has a system already, and says so', async () => {
    const officer = await app.organization();
    await fill(officer);
    const { errors } = await officer.ask(FILL);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'REFUSED', reasons: [{ key: 'not-empty' }] });
    expect(errors?.[0]?.message).toContain(`holds ${SAMPLE_SYSTEMS.length} AI systems`);
    expect(await count(officer)).toBe(SAMPLE_SYSTEMS.length);
  });

  it('refuses a second fill while the first waits', async () => {
    const officer = await app.organization();
    const codes = await Promise.all([officer.ask(FILL), officer.ask(FILL), officer.ask(FILL)]);
    expect(codes.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK').sort()).toEqual([
      'OK',
      'REFUSED',
      'REFUSED',
    ]);
    await until(async () => (await count(officer)) === SAMPLE_SYSTEMS.length);
    expect(await events(officer)).toEqual(exactly(officer));
  });

  it('doubles nothing when tasks run twice, one after the other or at once', async () => {
    const officer = await app.organization();
    expect(await runTasks(officer, 2)).toMatchObject([{ status: 'done' }, { status: 'done' }]);
    expect(await runTasks(officer, 1)).toMatchObject([{ status: 'done' }]);
    expect(await count(officer)).toBe(SAMPLE_SYSTEMS.length);
    expect(await events(officer)).toEqual(exactly(officer));
  });

  it('leaves a system that somebody added before the task began, and fails with the reason', async () => {
    const officer = await app.organization();
    await officer.must(`mutation { createAiSystem(facts: { name: "Ours" }) { id } }`);
    const [task] = await runTasks(officer, 1);
    expect(task).toMatchObject({ status: 'failed', message: expect.stringContaining('holds 1 AI system.') });
    expect(await count(officer)).toBe(1);
    expect(await events(officer)).toEqual([]);
  });

  it('records nothing at all when it fails half-way, and all of it on the next try', async () => {
    const officer = await app.organization();
    await app.sql(`ALTER TABLE app.ai_system ADD CONSTRAINT broken CHECK (stage <> 'retired') NOT VALID`);
    try {
      expect(await fill(officer)).toMatchObject({ status: 'failed' });
    } finally {
      await app.sql('ALTER TABLE app.ai_system DROP CONSTRAINT broken');
    }
    expect(await count(officer)).toBe(0);
    expect(await events(officer)).toEqual([]);
    expect(await fill(officer)).toMatchObject({ status: 'done' });
    expect(await count(officer)).toBe(SAMPLE_SYSTEMS.length);
  });

  it('is for administrators and privacy officers; the refusal is recorded', async () => {
    const officer = await app.organization();
    const analyst = await app.member(officer, 'security_analyst');
    expect(await analyst.codeOf(FILL)).toBe('FORBIDDEN');
    expect(await app.client().codeOf(FILL)).toBe('UNAUTHENTICATED');
    const refusals = await app.sql(
      `SELECT entity, action FROM audit.event WHERE actor = $1 AND command = 'organization.fill-sample'`,
      [`member:${analyst.memberId}`],
    );
    expect(refusals).toEqual([{ entity: 'organization', action: 'refused' }]);
    expect(await count(officer)).toBe(0);
  });
});

interface Told {
  tier: number;
  vendorTrainingRights: string;
  history: {
    nodes: {
      actor: string;
      action: string;
      reason: string | null;
      facts: { fact: string; before: unknown; after: unknown }[];
    }[];
  };
}
