import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, startTestApp, type TestApp } from '../../test/test-app.ts';
import { startTestWorker, until } from '../../test/worker.ts';

interface Built {
  status: string;
  problem: string;
  rowCount: number;
  fingerprint: string;
  files: { format: string; documentId: string; name: string }[];
}
interface Json {
  rows: Record<string, never>[];
  count: number;
  fingerprint: { value: string };
}

describe('registers as reports, of the sample organization', () => {
  let app: TestApp;
  let officer: Client;
  let worker: { stop(): Promise<void> };
  beforeAll(async () => {
    app = await startTestApp();
    worker = await startTestWorker(app);
    officer = await app.organization();
    await officer.must('mutation { fillSample { id } }');
    await until(async () => (await number('SELECT count(*)::int AS n FROM app.phi_flow WHERE org_id = $1')) > 0);
  });
  afterAll(async () => {
    await worker?.stop();
    await app?.stop();
  });

  const number = async (sql: string): Promise<number> => (await app.sql<{ n: number }>(sql, [officer.orgId]))[0]!.n;
  const built = async (kind: string, formats: string[], asOf: string | null = null) => {
    const { made } = await officer.must<{ made: { id: string } }>(
      'mutation ($input: RequestReportInput!) { made: requestReport(input: $input) { id } }',
      { input: { kind, formats, asOf } },
    );
    return until(async () => {
      const { report } = await officer.must<{ report: Built }>(
        'query ($id: ID!) { report(id: $id) { status problem rowCount fingerprint files { format documentId name } } }',
        { id: made.id },
      );
      expect(report.status, report.problem).not.toBe('failed');
      return report.status === 'done' && report;
    });
  };
  const fileOf = async (report: Built, format: string) => {
    const { documentId } = report.files.find((file) => file.format === format)!;
    return Buffer.from(await (await officer.fetch(`/documents/${documentId}`)).arrayBuffer());
  };
  const jsonOf = async (report: Built) => JSON.parse((await fileOf(report, 'json')).toString()) as Json;

  it('the vendor register holds every vendor with its services', async () => {
    const report = await built('vendors', ['pdf', 'csv', 'xlsx', 'json']);
    expect(report.files.map(({ format }) => format)).toEqual(['csv', 'json', 'pdf', 'xlsx']);
    expect(report.files[0]!.name).toMatch(/^vendor-register-\d{4}-\d\d-\d\d\.csv$/);
    const { rows, count, fingerprint } = await jsonOf(report);
    expect(count).toBe(await number('SELECT count(*)::int AS n FROM app.vendor WHERE org_id = $1'));
    expect(report.rowCount).toBe(count);
    expect(fingerprint.value.slice(0, 12)).toBe(report.fingerprint);
    const services = (rows as unknown as { services: unknown[] }[]).flatMap((row) => row.services).length;
    expect(services).toBe(await number('SELECT count(*)::int AS n FROM app.service WHERE org_id = $1'));
    const csv: string[][] = parse(await fileOf(report, 'csv'), { bom: true });
    expect(csv).toHaveLength(count + 1);
    expect((await fileOf(report, 'pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('the agreement register holds every agreement, each with what it lists and what is due', async () => {
    const { rows, count } = await jsonOf(await built('agreements', ['json']));
    expect(count).toBe(await number('SELECT count(*)::int AS n FROM app.agreement WHERE org_id = $1'));
    const of = (title: string) => rows.find((row) => row.title === title)! as Record<string, never>;
    expect(of('BAA, first version')).toMatchObject({ stage: 'superseded', vendor: 'Marrowcombe Health Records' });
    expect(of('BAA for prior authorization')).toMatchObject({ stage: 'partly_signed' });
    const ended = rows.find(({ vendor }) => vendor === 'Calderwisp')! as unknown as {
      stage: string;
      keepUntil: string | null;
      obligations: { state: string }[];
    };
    expect(ended).toMatchObject({ stage: 'ended', keepUntil: null });
    expect(ended.obligations.map(({ state }) => state).sort()).toEqual([
      'done',
      'done',
      'done',
      'done',
      'infeasible',
      'open',
      'overdue',
    ]);
  });

  it('the gaps say what the coverage on screen says: one uncovered, one unknown, two over', async () => {
    const { rows } = await jsonOf(await built('coverage_gaps', ['json']));
    const open = rows.filter((row) => row.open) as unknown as {
      aiSystem: string;
      state: string;
      reasons: { key: string }[];
    }[];
    expect(open.map(({ aiSystem, state }) => [aiSystem, state]).sort()).toEqual([
      ['Echo measurement assistant', 'unknown'],
      ['Website symptom guide', 'uncovered'],
    ]);
    expect(open.flatMap(({ reasons }) => reasons.map(({ key }) => key)).sort()).toEqual([
      'condition-unknown',
      'service-not-listed',
    ]);
    const { coverageSummary } = await officer.must<{ coverageSummary: Record<string, number> }>(
      '{ coverageSummary { uncovered unknown aiSystemsWithGaps pastGaps flows } }',
    );
    expect(coverageSummary).toMatchObject({
      uncovered: 1,
      unknown: 1,
      aiSystemsWithGaps: 2,
      pastGaps: rows.length - 2,
    });
    expect(rows.length - 2).toBe(2);
  });

  it('as of a day before anything was recorded each is empty', async () => {
    const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    for (const kind of ['vendors', 'agreements', 'coverage_gaps']) {
      expect(await built(kind, ['json'], yesterday)).toMatchObject({ rowCount: 0 });
    }
  });

  it('shows nothing of another organization', async () => {
    const mine = officer;
    officer = await app.organization('Next door');
    try {
      for (const kind of ['vendors', 'agreements', 'coverage_gaps'])
        expect(await built(kind, ['csv'])).toMatchObject({ rowCount: 0 });
    } finally {
      officer = mine;
    }
  });
});
