import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changed, day, refusal, signedAgreement, withDocument } from '../../test/agreements.ts';
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

describe('the list of services changes', () => {
  it('by an amendment from its day on, and by mending a line', async () => {
    const made = await signedAgreement(of);
    const [line] = made.coveredServices;
    const added = (await of.service(made.vendor.id)).id;
    await changed(of.officer, 'amendAgreement', 'AmendAgreementInput', {
      agreementId: made.id,
      effectiveOn: '2025-02-01',
      description: 'Dictation for letters',
      addServiceIds: [added],
      endCoveredServiceIds: [line!.id],
    });
    const read = async () => {
      const { agreement: found } = await of.officer.must<{
        agreement: { coveredServices: unknown[]; amendments: unknown[] };
      }>(
        `query ($id: ID!) { agreement(id: $id) { amendments { effectiveOn description document { id } } coveredServices { listedFrom listedThrough scopeNote service { id } } } }`,
        { id: made.id },
      );
      return found;
    };
    expect(await read()).toEqual({
      amendments: [{ effectiveOn: '2025-02-01', description: 'Dictation for letters', document: null }],
      coveredServices: [
        { listedFrom: null, listedThrough: '2025-01-31', scopeNote: '', service: { id: line!.service.id } },
        { listedFrom: '2025-02-01', listedThrough: null, scopeNote: '', service: { id: added } },
      ],
    });
    await changed(of.officer, 'updateCoveredService', 'UpdateCoveredServiceInput', {
      id: line!.id,
      version: 2,
      scopeNote: 'US regions',
    });
    expect((await read()).coveredServices[0], 'what is not named stays').toMatchObject({
      listedThrough: '2025-01-31',
      scopeNote: 'US regions',
    });
    expect(
      await refused('updateCoveredService', 'UpdateCoveredServiceInput', {
        id: line!.id,
        version: 3,
        listedFrom: '2025-03-01',
      }),
    ).toEqual(['INVALID', 'listedThrough']);
    await changed(of.officer, 'removeCoveredService', 'RemoveCoveredServiceInput', {
      id: line!.id,
      version: 3,
      reason: 'Entered by mistake',
    });
    expect((await read()).coveredServices).toHaveLength(1);
    const amend = (more: object) =>
      refused('amendAgreement', 'AmendAgreementInput', {
        agreementId: made.id,
        effectiveOn: '2025-02-01',
        description: 'x',
        ...more,
      });
    expect(await amend({ effectiveOn: '2024-01-31' }), 'before the agreement').toEqual(['INVALID', 'effectiveOn']);
    expect(await amend({ endCoveredServiceIds: [line!.id] }), 'a line that is gone').toEqual([
      'INVALID',
      'endCoveredServiceIds.0',
    ]);
  });
});

describe('conditions and documents', () => {
  it('a condition is met from a day on, until somebody says otherwise', async () => {
    const { id } = await signedAgreement(of);
    const made = await changed(of.officer, 'addCondition', 'AddConditionInput', {
      agreementId: id,
      condition: 'Zero data retention',
    });
    const conditionId = made.conditions[0]!.id;
    const say = (input: object) =>
      changed(of.officer, 'setConditionStatus', 'SetConditionStatusInput', { conditionId, ...input });
    const read = async () => {
      const { agreement: found } = await of.officer.must<{ agreement: { conditions: [unknown] } }>(
        `query ($id: ID!) { agreement(id: $id) { conditions { condition met service { id } withdrawnReason statuses { since met note } } } }`,
        { id },
      );
      return found.conditions[0];
    };
    expect(await read()).toMatchObject({ met: 'unknown', statuses: [] });
    await say({ since: '2024-03-01', met: 'no' });
    await say({ since: '2024-06-01', met: 'yes', note: 'Seen' });
    await say({ since: '2024-03-01', met: 'unknown', note: 'Nobody looked' });
    expect(await read()).toMatchObject({
      met: 'yes',
      statuses: [
        { since: '2024-06-01', met: 'yes', note: 'Seen' },
        { since: '2024-03-01', met: 'unknown', note: 'Nobody looked' },
      ],
    });
    expect(
      await refused('setConditionStatus', 'SetConditionStatusInput', { conditionId, since: day(2), met: 'yes' }),
    ).toEqual(['INVALID', 'since']);
    await changed(of.officer, 'withdrawCondition', 'WithdrawConditionInput', {
      id: conditionId,
      version: 1,
      reason: 'Not in the text',
    });
    expect(await read()).toMatchObject({ withdrawnReason: 'Not in the text' });
    expect(
      await refused('setConditionStatus', 'SetConditionStatusInput', { conditionId, since: '2024-09-01', met: 'no' }),
    ).toEqual(['REFUSED', 'withdrawn']);
    expect(
      await refused('withdrawCondition', 'WithdrawConditionInput', { id: conditionId, version: 2, reason: 'again' }),
    ).toEqual(['REFUSED', 'withdrawn']);
  });

  it('a file has versions; one withdrawn gives its place back', async () => {
    const made = await withDocument(of);
    const file = async (title: string, replacesId: string) =>
      (
        await changed(of.officer, 'fileAgreementDocument', 'FileAgreementDocumentInput', {
          agreementId: made.id,
          documentId: await of.evidence(title),
          kind: 'signed',
          title,
          replacesId,
        })
      ).documents.at(-1)!;
    const first = made.documents[0]!;
    const second = await file('Second', first.id);
    const third = await file('Third', second.id);
    const read = async () => {
      const { agreement: found } = await of.officer.must<{
        agreement: {
          documents: { title: string; isLatest: boolean; replacesId: string | null; withdrawnReason: string }[];
        };
      }>(
        `query ($id: ID!) { agreement(id: $id) { documents { title isLatest replacesId withdrawnReason document { name } } } }`,
        { id: made.id },
      );
      return found.documents.map(({ title, isLatest, replacesId, withdrawnReason }) => [
        title,
        isLatest,
        replacesId,
        withdrawnReason,
      ]);
    };
    expect(await read()).toEqual([
      ['Signed agreement', false, null, ''],
      ['Second', false, first.id, ''],
      ['Third', true, second.id, ''],
    ]);
    expect(
      await refused('fileAgreementDocument', 'FileAgreementDocumentInput', {
        agreementId: made.id,
        documentId: await of.evidence('x'),
        kind: 'signed',
        title: 'x',
        replacesId: first.id,
      }),
      'a version is replaced once',
    ).toEqual(['INVALID', 'replacesId']);
    await changed(of.officer, 'withdrawAgreementDocument', 'WithdrawAgreementDocumentInput', {
      id: second.id,
      version: 1,
      reason: 'Wrong file',
    });
    expect(await read()).toEqual([
      ['Signed agreement', false, null, ''],
      ['Second', true, null, 'Wrong file'],
      ['Third', true, first.id, ''],
    ]);
    await changed(of.officer, 'withdrawAgreementDocument', 'WithdrawAgreementDocumentInput', {
      id: third.id,
      version: 2,
      reason: 'Wrong too',
    });
    expect((await read())[0]).toEqual(['Signed agreement', true, null, '']);
    expect((await file('Fourth', first.id)).id).toBeTruthy();
  });
});
