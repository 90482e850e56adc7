import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { changed, endedAgreement, refusal, SIGNED, signedAgreement, withCondition } from '../../test/agreements.ts';
import { MISSING_ID, Records } from '../../test/records.ts';
import { startTestApp, type TestApp } from '../../test/test-app.ts';

let app: TestApp;
let of: Records;
beforeAll(async () => {
  app = await startTestApp();
  of = new Records(app, await app.organization());
});
afterAll(() => app?.stop());

const ONE = `query ($id: ID!) { agreement(id: $id) { title obligations { id } history { nodes { id } } } }`;

describe('standing cases', () => {
  it('another organization sees nothing and changes nothing', async () => {
    const made = await endedAgreement(of);
    const stranger = new Records(app, await app.organization('Another Health Plan'));
    const read = (id: string) => stranger.officer.ask(ONE, { id });
    expect(await read(made.id)).toEqual(await read(MISSING_ID));
    const end = (id: string) =>
      refusal(stranger.officer, 'endAgreement', 'EndAgreementInput', {
        id,
        version: 2,
        endsOn: '2025-01-01',
        reason: 'x',
      });
    expect(await end(made.id)).toEqual(['NOT_FOUND']);
    const own = await signedAgreement(stranger);
    const borrow = { agreementId: own.id, serviceId: made.coveredServices[0]!.service.id };
    expect(await refusal(stranger.officer, 'coverService', 'CoverServiceInput', borrow)).toEqual([
      'INVALID',
      'serviceId',
    ]);
    const supersede = { id: own.id, version: 1, supersededById: made.id };
    expect(await refusal(stranger.officer, 'supersedeAgreement', 'SupersedeAgreementInput', supersede)).toEqual([
      'INVALID',
      'supersededById',
    ]);
    const board = `{ agreementBoard { signed { count } endedOpen { count } } agreements { totalCount facets { stage { value count } } } }`;
    expect(await stranger.officer.must(board)).toEqual({
      agreementBoard: { signed: { count: 1 }, endedOpen: { count: 0 } },
      agreements: { totalCount: 1, facets: { stage: [{ value: 'in_effect', count: 1 }] } },
    });
  });

  it('a role without the permission is refused, on the record', async () => {
    const made = await signedAgreement(of);
    const analyst = await app.member(of.officer, 'security_analyst');
    expect(await analyst.codeOf(ONE, { id: made.id })).toBe('OK');
    expect(
      await refusal(analyst, 'endAgreement', 'EndAgreementInput', {
        id: made.id,
        version: 1,
        endsOn: '2025-01-01',
        reason: 'x',
      }),
    ).toEqual(['FORBIDDEN', 'role-missing']);
    const manager = await app.member(of.officer, 'vendor_manager');
    const ended = await changed(manager, 'endAgreement', 'EndAgreementInput', {
      id: made.id,
      version: 1,
      endsOn: '2025-01-01',
      reason: 'x',
    });
    const infeasible = { id: ended.obligations[0]!.id, version: 1, since: '2025-02-01', reason: 'x', protections: 'y' };
    expect(
      await refusal(manager, 'declareInfeasible', 'DeclareInfeasibleInput', infeasible),
      'for the privacy officer',
    ).toEqual(['FORBIDDEN', 'role-missing']);
    expect(await (await app.member(of.officer, 'workforce_member')).codeOf(ONE, { id: made.id })).toBe('FORBIDDEN');
    const events = await app.sql(
      `SELECT command, entity_id FROM audit.event WHERE action = 'refused' AND actor = ANY ($1) ORDER BY id`,
      [[analyst, manager].map(({ memberId }) => `member:${memberId}`)],
    );
    expect(events).toEqual([
      { command: 'agreement.end', entity_id: made.id },
      { command: 'return-obligation.declare-infeasible', entity_id: ended.obligations[0]!.id },
    ]);
  });

  it('the audit log holds exactly the expected events', async () => {
    const { id, vendor, coveredServices } = await signedAgreement(of);
    const [last] = await app.sql('SELECT max(id::text) AS id FROM audit.event WHERE org_id = $1', [of.officer.orgId]);
    const { conditions } = await changed(of.officer, 'addCondition', 'AddConditionInput', {
      agreementId: id,
      condition: 'Zero data retention',
    });
    await changed(of.officer, 'setConditionStatus', 'SetConditionStatusInput', {
      conditionId: conditions[0]!.id,
      since: '2024-03-01',
      met: 'yes',
    });
    await changed(of.officer, 'amendAgreement', 'AmendAgreementInput', {
      agreementId: id,
      effectiveOn: '2025-01-01',
      description: 'x',
      endCoveredServiceIds: [coveredServices[0]!.id],
    });
    await changed(of.officer, 'removeCoveredService', 'RemoveCoveredServiceInput', {
      id: coveredServices[0]!.id,
      version: 2,
      reason: 'Mistake',
    });
    await signedAgreement(of, {
      vendorId: vendor.id,
      serviceIds: [],
      supersedesId: id,
      signatures: { ...SIGNED, effectiveOn: '2025-06-01' },
    });
    const events = await app.sql(
      `SELECT command, entity, action, payload::jsonb ->> 'reason' AS reason FROM audit.event WHERE org_id = $1 AND id::text > $2 ORDER BY id`,
      [of.officer.orgId, last!.id],
    );
    expect(events.map(({ command, entity, action, reason }) => [command, entity, action, reason ?? ''])).toEqual([
      ['agreement.set-condition', 'agreement_condition', 'insert', ''],
      ['agreement.set-condition', 'condition_status', 'insert', ''],
      ['agreement.amend', 'amendment', 'insert', ''],
      ['agreement.amend', 'covered_service', 'update', ''],
      ['agreement.cover-service', 'covered_service', 'delete', 'Mistake'],
      ['agreement.create', 'agreement', 'insert', ''],
      ['agreement.create', 'agreement', 'update', ''],
    ]);
  });
});

it('its history names every change of it and of its parts, with who and why', async () => {
  const { id, conditions, coveredServices } = await withCondition(of);
  await changed(of.officer, 'setConditionStatus', 'SetConditionStatusInput', {
    conditionId: conditions[0]!.id,
    since: '2024-03-01',
    met: 'yes',
    note: 'Seen',
  });
  await changed(of.officer, 'removeCoveredService', 'RemoveCoveredServiceInput', {
    id: coveredServices[0]!.id,
    version: 1,
    reason: 'Listed by mistake',
  });
  await changed(of.officer, 'endAgreement', 'EndAgreementInput', {
    id,
    version: 1,
    endsOn: '2025-06-30',
    reason: 'Replaced',
  });
  interface Change {
    record: string;
    recordName: string | null;
    action: string;
    reason: string | null;
    actor: string;
    facts: { fact: string; before: unknown; after: unknown }[];
  }
  const { agreement } = await of.officer.must<{ agreement: { history: { nodes: Change[] } } }>(
    `query ($id: ID!) { agreement(id: $id) { history(first: 100) { nodes { record recordName action reason actor facts { fact before after } } } } }`,
    { id },
  );
  const { nodes } = agreement.history;
  const count = (record: string, action: string) =>
    nodes.filter((one) => one.record === record && one.action === action).length;
  expect(nodes).toHaveLength(13);
  expect([
    count('agreement', 'insert'),
    count('agreement', 'update'),
    count('covered_service', 'insert'),
    count('covered_service', 'delete'),
  ]).toEqual([1, 1, 1, 1]);
  expect([
    count('agreement_condition', 'insert'),
    count('condition_status', 'insert'),
    count('return_obligation', 'insert'),
  ]).toEqual([1, 1, 7]);
  expect(nodes.find(({ action }) => action === 'delete')).toMatchObject({
    reason: 'Listed by mistake',
    recordName: expect.stringMatching(/^Dictation/),
    actor: 'Dana Okafor',
  });
  expect(nodes.find(({ record, action }) => record === 'agreement' && action === 'update')).toMatchObject({
    reason: 'Replaced',
    facts: expect.arrayContaining([{ fact: 'endsOn', before: null, after: '2025-06-30' }]),
  });
});

describe('a page asks the database a few times, however much there is', () => {
  /** Statements sent while `work` runs, those that open and end transactions aside. */
  const statements = async (work: () => Promise<unknown>) => {
    const sent = vi.spyOn(pg.Client.prototype, 'query');
    try {
      await work();
      const texts = sent.mock.calls.map(([query]) => (query as unknown as { text?: string }).text ?? String(query));
      return texts.filter(
        (text) => !/^(BEGIN|COMMIT|ROLLBACK|SELECT set_config|LISTEN)/.test(text) && !/auth\.session/.test(text),
      ).length;
    } finally {
      sent.mockRestore();
    }
  };
  const PAGE = `title vendor { name } upperVendor { name } supersededBy { title } standing { stage reasons { text } }
    coveredServices { listedFrom service { name vendor { name } } } conditions { condition met service { name } statuses { since document { name } } }
    amendments { effectiveOn document { name } } documents { title isLatest document { name } } obligations { category certificate { name } standing { state } }`;

  it('for one agreement with its history, and for lists of few and of many', async () => {
    const full = await withCondition(of);
    await changed(of.officer, 'endAgreement', 'EndAgreementInput', {
      id: full.id,
      version: 1,
      endsOn: '2025-06-30',
      reason: 'x',
    });
    await changed(of.officer, 'fileAgreementDocument', 'FileAgreementDocumentInput', {
      agreementId: full.id,
      documentId: await of.evidence(),
      kind: 'signed',
      title: 'BAA',
    });
    const page = await statements(() =>
      of.officer.must(
        `query ($id: ID!) { agreement(id: $id) { ${PAGE} history(first: 20) { nodes { actor facts { fact before after } } } } }`,
        { id: full.id },
      ),
    );
    expect(page).toBeGreaterThan(8);
    expect(page).toBeLessThanOrEqual(15);
    const list = () =>
      statements(() =>
        of.officer.must(`{ agreements(first: 50) { totalCount facets { stage { value count } } nodes { ${PAGE} } } }`),
      );
    const before = await list();
    await Promise.all(Array.from({ length: 10 }, () => withCondition(of)));
    await endedAgreement(of);
    expect(await list()).toBe(before);
    expect(before).toBeLessThanOrEqual(15);
    expect(
      await statements(() => of.officer.must(`{ agreements(first: 50) { nodes { title vendor { name } } } }`)),
    ).toBe(2);
  });
});
