import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MISSING_ID, Records } from '../../test/records.ts';
import { type Client, startTestApp, type TestApp } from '../../test/test-app.ts';
import { startTestWorker, until } from '../../test/worker.ts';

const REQUEST = `mutation ($input: RequestReportInput!) { made: requestReport(input: $input) { id asOf status } }`;
const REPORT = `query ($id: ID!) { report(id: $id) { status problem asOf rowCount fingerprint requestedBy task { status done total } files { format documentId name size sha256 } } }`;

interface Report {
  status: string;
  problem: string;
  asOf: string;
  rowCount: number;
  fingerprint: string;
  requestedBy: string;
  task: { status: string; done: number; total: number };
  files: { format: string; documentId: string; name: string; size: number; sha256: string }[];
}

describe('inventory report', () => {
  let app: TestApp;
  let officer: Client;
  let records: Records;
  let worker: { stop(): Promise<void> } | undefined;
  beforeAll(async () => {
    app = await startTestApp();
    officer = await app.organization();
    records = new Records(app, officer);
    const facts = [
      { stage: 'live', phi: 'yes', clinicalImpact: 'direct', decisionRole: 'acts' },
      { stage: 'live', phi: 'no', clinicalImpact: 'none', decisionRole: 'informs' },
      { stage: 'pilot', phi: 'yes', department: 'Radiology' },
      { stage: 'proposed', phi: 'unknown' },
      { stage: 'discovered', name: '=HYPERLINK("http://evil.example")' },
      { stage: 'suspended', phi: 'yes', name: '<img src=x onerror=alert(1)>' },
    ];
    for (const fact of facts) await records.system(fact);
  });
  afterAll(async () => {
    await worker?.stop();
    await app?.stop();
  });

  const request = async (input: Record<string, unknown>, who = officer) =>
    (await who.must<{ made: { id: string; asOf: string } }>(REQUEST, { input: { kind: 'inventory', ...input } })).made;
  const read = async (id: string, who = officer) => (await who.must<{ report: Report }>(REPORT, { id })).report;
  const built = async (input: Record<string, unknown>) => {
    const { id } = await request(input);
    return until(async () => {
      const report = await read(id);
      expect(report.status, report.problem).not.toBe('failed');
      return report.status === 'done' && report.task.status === 'done' && report;
    });
  };
  const download = async (report: Report, format: string, who = officer) => {
    const response = await who.fetch(`/documents/${report.files.find((file) => file.format === format)!.documentId}`);
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const counted = async (column: string, where = 'true') =>
    Object.fromEntries(
      (
        await app.sql(
          `SELECT ${column}::text AS value, count(*)::int AS n FROM app.ai_system WHERE org_id = $1 AND withdrawn_at IS NULL AND ${where} GROUP BY 1`,
          [officer.orgId],
        )
      ).map(({ value, n }) => [value, n]),
    );

  it('is cancelled before it begins, once, and is not built later', async () => {
    const { id } = await request({ formats: ['csv'] });
    const cancel = `mutation ($id: ID!) { made: cancelReport(id: $id) { status } }`;
    expect(await officer.must(cancel, { id })).toEqual({ made: { status: 'cancelled' } });
    expect(await officer.codeOf(cancel, { id })).toBe('REFUSED');
    worker = await startTestWorker(app);
    await until(async () => (await read(id)).task.status === 'cancelled');
    expect(await read(id)).toMatchObject({ status: 'cancelled', files: [] });
  });

  it('is built in the background in every format, and each file is what it says', async () => {
    const report = await built({ formats: ['pdf', 'csv', 'xlsx', 'json'] });
    expect(report).toMatchObject({
      problem: '',
      requestedBy: 'Dana Okafor',
      rowCount: 6,
      fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect(report.task).toMatchObject({ done: report.task.total });
    expect(report.files.map(({ format }) => format)).toEqual(['csv', 'json', 'pdf', 'xlsx']);
    const begins = { pdf: '%PDF-', xlsx: 'PK', csv: '\uFEFF', json: '{' };
    const types = {
      pdf: 'application/pdf',
      xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      csv: 'text/csv; charset=utf-8',
      json: 'application/json',
    };
    for (const { format, name, size, sha256 } of report.files) {
      const { response, bytes } = await download(report, format);
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': expect.stringContaining(types[format as 'pdf']),
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
        'content-length': String(size),
      });
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(bytes.toString('utf8').startsWith(begins[format as 'pdf'])).toBe(true);
    }
    const downloads = await app.sql(
      `SELECT count(*)::int AS n FROM audit.event WHERE action = 'download' AND actor = $1`,
      [`member:${officer.memberId}`],
    );
    expect(downloads[0]!.n).toBe(4);
  }, 60_000);

  it('holds the numbers of the database, in every section', async () => {
    const report = await built({ formats: ['csv', 'json'] });
    const json = JSON.parse((await download(report, 'json')).bytes.toString());
    const rows: Record<string, string>[] = parse((await download(report, 'csv')).bytes, { columns: true, bom: true });
    const [total] = await app.sql('SELECT count(*)::int AS n FROM app.ai_system WHERE org_id = $1', [officer.orgId]);
    expect(json.counts.total).toBe(total!.n);
    expect(json.systems).toHaveLength(total!.n);
    expect(rows).toHaveLength(total!.n);
    expect(report.rowCount).toBe(total!.n);
    for (const column of ['stage', 'phi', 'tier']) {
      const expected = await counted(column);
      const present = Object.fromEntries(Object.entries(json.counts[column]).filter(([, n]) => n !== 0));
      expect(present, column).toEqual(expected);
      const inRows = Object.values(Object.groupBy(rows, (row) => row[COLUMN[column]!]!)).map((group) => group!.length);
      expect(inRows.sort(), `${column} in CSV`).toEqual(Object.values(expected).sort());
    }
    expect(json.systems.map(({ name }: { name: string }) => name)).toContain('=HYPERLINK("http://evil.example")');
    expect(rows.map((row) => row[COLUMN.name!])).toContain(`'=HYPERLINK("http://evil.example")`);
  });

  it('is of what the filter leaves', async () => {
    const report = await built({ formats: ['json'], filter: { phi: ['yes'], stage: ['live', 'pilot'] } });
    expect(report.rowCount).toBe(2);
    expect(report.rowCount).toBe(Object.values(await counted('phi', `phi = 'yes' AND stage IN ('live', 'pilot')`))[0]);
  });

  it('is as of the day it names, and of no day to come', async () => {
    const { id } = await records.system({ name: 'Recorded long ago' });
    await app.sql('ALTER TABLE audit.event DISABLE TRIGGER USER');
    await app.sql(`UPDATE audit.event SET at = at - interval '10 days' WHERE entity_id = $1`, [id]);
    await app.sql('ALTER TABLE audit.event ENABLE TRIGGER USER');
    const day = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
    const report = await built({ formats: ['json'], asOf: day });
    const json = JSON.parse((await download(report, 'json')).bytes.toString());
    expect([json.asOf, json.systems.map(({ name }: { name: string }) => name)]).toEqual([day, ['Recorded long ago']]);
    expect(await officer.codeOf(REQUEST, { input: { kind: 'inventory', formats: ['csv'], asOf: '2999-01-01' } })).toBe(
      'INVALID',
    );
  });

  it('is for auditors, not for the workforce, and not for another organization', async () => {
    const report = await built({ formats: ['csv'] });
    const auditor = await records.session((await records.colleague('auditor')).memberId);
    expect((await download(report, 'csv', auditor)).response.status).toBe(200);
    const workforce = await records.session((await records.colleague('workforce_member')).memberId);
    expect((await download(report, 'csv', workforce)).response.status).toBe(403);
    expect(await workforce.codeOf('{ reports { id } }')).toBe('FORBIDDEN');
    const stranger = await app.organization('Another Health Plan');
    const answer = async (id: string) => {
      const response = await stranger.fetch(`/documents/${id}`);
      return [response.status, await response.text()];
    };
    expect(await answer(report.files[0]!.documentId)).toEqual(await answer(MISSING_ID));
    expect((await answer(MISSING_ID))[0]).toBe(404);
  });
});

const COLUMN: Record<string, string> = { name: 'Name', stage: 'Stage', phi: 'Uses PHI', tier: 'Risk tier' };
