import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changed, day, endedAgreement, refusal, signedAgreement } from '../../test/agreements.ts';
import { Records } from '../../test/records.ts';
import { startTestApp, type TestApp } from '../../test/test-app.ts';

let app: TestApp;
let of: Records;
beforeAll(async () => {
  app = await startTestApp();
  of = new Records(app, await app.organization());
});
afterAll(() => app?.stop());

const refused = (mutation: string, type: string, input: unknown) => refusal(of.officer, mutation, type, input);

interface Read {
  standing: { stage: string; keepUntil: string | null; retention: { key: string } };
  obligations: {
    id: string;
    version: number;
    category: string;
    dueOn: string;
    certificate: { name: string } | null;
    standing: { state: string; nextOn: string | null; reason: { text: string; citation: string } };
  }[];
}
const read = async (id: string) => {
  const { agreement } = await of.officer.must<{ agreement: Read }>(
    `query ($id: ID!) { agreement(id: $id) { standing { stage keepUntil retention { key } } obligations { id version category dueOn certificate { name } standing { state nextOn reason { text citation } } } } }`,
    { id },
  );
  return agreement;
};
const dues = async (id: string) => [...new Set((await read(id)).obligations.map(({ dueOn }) => dueOn))];
const states = async (id: string) => (await read(id)).obligations.map(({ standing }) => standing.state);
const end = (id: string, version: number, endsOn: string) =>
  changed(of.officer, 'endAgreement', 'EndAgreementInput', { id, version, endsOn, reason: 'Ended' });
const fulfil = (input: object) =>
  changed(of.officer, 'fulfilObligation', 'FulfilObligationInput', {
    outcome: 'destroyed',
    doneOn: '2025-07-10',
    method: 'Erasure',
    ...input,
  });

describe('the end of an agreement', () => {
  it('starts an obligation for each kind of holding, due 30 days after its last day', async () => {
    const { id } = await endedAgreement(of);
    const { obligations, standing } = await read(id);
    expect(obligations.map(({ category }) => category)).toEqual([
      'primary',
      'backup',
      'prompt_log',
      'vector_index',
      'fine_tune_data',
      'checkpoints',
      'subprocessors',
    ]);
    expect(await dues(id)).toEqual(['2025-07-30']);
    expect(obligations[0]!.standing).toEqual({
      state: 'overdue',
      nextOn: '2025-07-30',
      reason: { text: 'Was due on 30 Jul 2025.', citation: '45 CFR 164.504(e)(2)(ii)(J)' },
    });
    expect(standing).toEqual({ stage: 'ended', keepUntil: null, retention: { key: 'obligations-open' } });
  });

  it('starts them by notice too, for a last day ahead, in the days that the agreement gives', async () => {
    const { id } = await signedAgreement(of, { facts: { returnDays: 60 } });
    await changed(of.officer, 'giveNotice', 'GiveNoticeInput', {
      id,
      version: 1,
      noticeGivenOn: '2025-01-01',
      noticeGivenBy: 'upper',
      endsOn: day(100),
      reason: 'x',
    });
    expect(await dues(id)).toEqual([day(160)]);
    expect(new Set(await states(id))).toEqual(new Set(['open']));
  });

  it('takes along what is due when it moves, but not what somebody set another day for', async () => {
    const { id, version, obligations } = await endedAgreement(of);
    const [primary, backup] = obligations;
    await changed(of.officer, 'changeObligationDue', 'ChangeObligationDueInput', {
      id: primary!.id,
      version: 1,
      dueOn: '2025-08-15',
      reason: 'Agreed',
    });
    await fulfil({ id: backup!.id, version: 1 });
    await end(id, version, '2025-06-20');
    expect((await read(id)).obligations.map(({ dueOn }) => dueOn)).toEqual([
      '2025-08-15',
      '2025-07-30',
      ...Array(5).fill('2025-07-20'),
    ]);
    await changed(of.officer, 'updateAgreement', 'UpdateAgreementInput', {
      id,
      version: version + 1,
      facts: { returnDays: 10 },
    });
    expect((await read(id)).obligations.at(-1)!.dueOn).toBe('2025-06-30');
    expect(await app.sql('SELECT 1 FROM app.return_obligation WHERE agreement_id = $1', [id])).toHaveLength(7);
  });
});

describe('an obligation', () => {
  it('is done with a method, and its certificate may come later; the agreement is kept six years from the last', async () => {
    const { id, obligations } = await endedAgreement(of);
    for (const { id: one } of obligations.slice(1))
      await fulfil({ id: one, version: 1, outcome: 'returned', method: '' });
    expect((await read(id)).standing.retention.key, 'one is open').toBe('obligations-open');
    const { id: last } = obligations[0]!;
    expect(
      await refused('fulfilObligation', 'FulfilObligationInput', {
        id: last,
        version: 1,
        outcome: 'destroyed',
        doneOn: '2025-09-01',
      }),
    ).toEqual(['INVALID', 'method']);
    expect(
      await refused('fulfilObligation', 'FulfilObligationInput', {
        id: last,
        version: 1,
        outcome: 'returned',
        doneOn: day(2),
      }),
    ).toEqual(['INVALID', 'doneOn']);
    await fulfil({ id: last, version: 1, doneOn: '2025-09-01' });
    expect((await read(id)).standing).toEqual({
      stage: 'ended',
      keepUntil: '2031-09-01',
      retention: { key: 'six-years' },
    });
    expect((await read(id)).obligations[0]!.standing.reason.text).toBe(
      'Destroyed on 1 Sep 2025; no certificate is on file.',
    );
    const certificateId = await of.evidence('Certificate', 'certificate.txt');
    await fulfil({ id: last, version: 2, doneOn: '2025-09-01', certificateId });
    expect((await read(id)).obligations[0]).toMatchObject({
      certificate: { name: 'certificate.txt' },
      standing: { state: 'done', reason: { text: 'Destroyed on 1 Sep 2025, with a certificate.' } },
    });
    expect(
      await refused('fulfilObligation', 'FulfilObligationInput', {
        id: last,
        version: 3,
        outcome: 'returned',
        doneOn: '2025-09-01',
        certificateId: id,
      }),
    ).toEqual(['INVALID', 'certificateId']);
    expect(
      await refused('changeObligationDue', 'ChangeObligationDueInput', {
        id: last,
        version: 3,
        dueOn: '2025-12-01',
        reason: 'x',
      }),
    ).toEqual(['REFUSED', 'done']);
    expect(
      await refused('declareInfeasible', 'DeclareInfeasibleInput', {
        id: last,
        version: 3,
        since: '2025-12-01',
        reason: 'x',
        protections: 'y',
      }),
    ).toEqual(['REFUSED', 'done']);
  });

  it('that is infeasible keeps its protections, is looked at again every 12 months, and holds the clock', async () => {
    const { id, obligations } = await endedAgreement(of);
    const [backup, ...others] = obligations;
    for (const { id: one } of others) await fulfil({ id: one, version: 1 });
    const declare = {
      id: backup!.id,
      version: 1,
      reason: 'Backups expire by themselves.',
      protections: 'No access; encrypted',
    };
    expect(
      await refused('declareInfeasible', 'DeclareInfeasibleInput', { ...declare, since: '2025-06-29' }),
      'before its last day',
    ).toEqual(['INVALID', 'since']);
    expect(
      await refused('recheckObligation', 'RecheckObligationInput', {
        id: backup!.id,
        version: 1,
        recheckedOn: '2025-12-01',
      }),
    ).toEqual(['REFUSED', 'not-infeasible']);
    await changed(of.officer, 'declareInfeasible', 'DeclareInfeasibleInput', { ...declare, since: '2025-07-10' });
    const standing = async () => (await read(id)).obligations[0]!.standing;
    expect(await standing()).toMatchObject({ nextOn: '2026-07-10' });
    expect((await read(id)).standing.keepUntil).toBeNull();
    expect(
      await refused('recheckObligation', 'RecheckObligationInput', {
        id: backup!.id,
        version: 2,
        recheckedOn: '2025-07-09',
      }),
    ).toEqual(['INVALID', 'recheckedOn']);
    await changed(of.officer, 'recheckObligation', 'RecheckObligationInput', {
      id: backup!.id,
      version: 2,
      recheckedOn: day(-1),
      note: 'Half have expired',
    });
    expect(await standing()).toMatchObject({
      state: 'infeasible',
      reason: {
        text: expect.stringMatching(
          /since 10 Jul 2025: Backups expire by themselves\. Its protections go on\. Look again by/,
        ),
      },
    });
    const [event] = await app.sql(
      `SELECT payload::jsonb ->> 'reason' AS reason FROM audit.event WHERE entity_id = $1 ORDER BY id DESC LIMIT 1`,
      [backup!.id],
    );
    expect(event!.reason, 'the note is kept').toBe('Half have expired');
    await fulfil({ id: backup!.id, version: 3, doneOn: day(-1) });
    const until = `${Number(day(-1).slice(0, 4)) + 6}${day(-1).slice(4)}`.replace('-02-29', '-03-01');
    expect((await read(id)).standing).toMatchObject({ keepUntil: until });
  });
});
