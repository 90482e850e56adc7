import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Child, startChild } from './child-process.ts';
import { Records } from './records.ts';
import { type Client, startTestApp, type TestApp } from './test-app.ts';
import { until } from './worker.ts';

const ROWS = 3_000;

describe('a worker that is killed', () => {
  let app: TestApp;
  let officer: Client;
  let worker: Child | undefined;
  beforeAll(async () => {
    app = await startTestApp();
    officer = await app.organization();
  });
  afterAll(async () => {
    await worker?.kill('SIGKILL');
    await app?.stop();
  });

  /** As if the time of a dead worker's locks had run out. */
  const expireLocks = () =>
    app.sql(`UPDATE bullmq.job SET locked_until_ms = 0, stalled_marked = true WHERE locked_until_ms IS NOT NULL`);
  /** A live worker has taken the task about `subject`. */
  const taken = (subject: string) =>
    until(async () => {
      const [job] = await app.sql(
        `SELECT 1 FROM bullmq.job j JOIN app.background_task t ON t.id::text = j.id
         WHERE t.subject_id = $1 AND t.status = 'running' AND j.locked_until_ms > extract(epoch FROM clock_timestamp()) * 1000`,
        [subject],
      );
      return job;
    });
  const imported = async (id: string) =>
    (
      await officer.must<{ dataImport: { status: string; version: number; problem: string; created: number } }>(
        `query ($id: ID!) { dataImport(id: $id) { status version problem created } }`,
        { id },
      )
    ).dataImport;
  const importStep = async (name: 'checkImport' | 'applyImport', id: string, more = {}) => {
    const type = name === 'checkImport' ? 'CheckImportInput' : 'ImportStepInput';
    await officer.must(`mutation ($input: ${type}!) { ${name}(input: $input) { id } }`, {
      input: { id, version: (await imported(id)).version, ...more },
    });
  };
  const ended = (id: string, ...status: string[]) =>
    until(async () => {
      await expireLocks();
      const now = await imported(id);
      return status.includes(now.status) && now;
    });
  const upload = async (rows: number) => {
    const form = new FormData();
    form.set(
      'file',
      new Blob([`Name,Department\n${Array.from({ length: rows }, (_, at) => `Crash system ${at},ED`).join('\n')}\n`]),
      'systems.csv',
    );
    return ((await (await officer.fetch('/imports', { method: 'POST', body: form })).json()) as { id: string }).id;
  };

  it('three times, at any point of an import or a report, loses nothing and doubles nothing', async () => {
    const id = await upload(ROWS);
    worker = await startChild('worker');
    await importStep('checkImport', id, {
      mapping: { name: { columns: ['Name'] }, department: { columns: ['Department'] } },
    });
    await ended(id, 'checked');
    const { made: report } = await new Records(app, officer).report().then((made) => ({ made }));
    await importStep('applyImport', id);
    for (const delay of [0, 100, 300]) {
      await taken(id);
      await wait(delay);
      await worker.kill('SIGKILL');
      await expireLocks();
      worker = await startChild('worker');
    }
    expect(await ended(id, 'applied', 'failed', 'checked')).toMatchObject({
      status: 'applied',
      problem: '',
      created: ROWS,
    });
    await until(
      async () => (await app.sql(`SELECT 1 FROM app.report WHERE id = $1 AND status = 'done'`, [report.id])).length > 0,
    );
    const [systems] = await app.sql(
      `SELECT count(*)::int AS rows, count(DISTINCT name)::int AS names,
        (SELECT count(*)::int FROM audit.event WHERE entity = 'ai_system' AND org_id = $1) AS events FROM app.ai_system WHERE org_id = $1`,
      [officer.orgId],
    );
    expect(systems).toEqual({ rows: ROWS, names: ROWS, events: ROWS });
    const [files] = await app.sql(
      'SELECT count(*)::int AS files, count(DISTINCT document_id)::int AS documents FROM app.report_file WHERE report_id = $1',
      [report.id],
    );
    expect(files).toEqual({ files: 1, documents: 1 });
    expect(await app.sql(`SELECT 1 FROM app.background_task WHERE status <> 'done'`)).toEqual([]);
  }, 60_000);

  it('takes a task up again when PostgreSQL goes away in the middle of it', async () => {
    worker ??= await startChild('worker');
    const id = await upload(500);
    await importStep('checkImport', id, {
      mapping: { name: { columns: ['Name'] }, department: { columns: ['Department'] } },
    });
    for (let times = 0; times < 3; times += 1) {
      await app.sql(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'app_rw'`,
      );
      await wait(100);
    }
    expect(await ended(id, 'checked', 'failed')).toMatchObject({ status: 'checked', problem: '' });
    await until(async () => (await app.sql(`SELECT 1 FROM app.background_task WHERE status <> 'done'`)).length === 0);
  }, 60_000);
});
