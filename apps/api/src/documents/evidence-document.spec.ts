import { afterAll, beforeAll, expect, it } from 'vitest';
import { MISSING_ID, Records } from '../../test/records.ts';
import { startTestApp, type TestApp } from '../../test/test-app.ts';

let app: TestApp;
let ours: Records;
let theirs: Records;
beforeAll(async () => {
  app = await startTestApp();
  ours = new Records(app, await app.organization());
  theirs = new Records(app, await app.organization('Another Health Plan'));
});
afterAll(() => app?.stop());

it('a command takes an uploaded document of the organization as evidence, and no other file', async () => {
  const vendorId = (await ours.vendor()).id;
  const file = async (documentId: string) => {
    const { errors } = await ours.officer.ask(
      `mutation ($input: FileVendorEvidenceInput!) { made: fileVendorEvidence(input: $input) { id } }`,
      { input: { vendorId, facts: { kind: 'soc2', title: 'SOC 2', documentId } } },
    );
    return errors?.[0] ? { message: errors[0].message, ...errors[0].extensions } : 'filed';
  };
  expect(await file(await ours.evidence())).toBe('filed');
  const message = 'names no uploaded document; upload the file again';
  for (const id of [MISSING_ID, await theirs.evidence(), await ours.documentId()])
    expect(await file(id), id).toEqual({
      code: 'INVALID',
      message: `facts.documentId ${message}`,
      fields: [{ path: 'facts.documentId', message }],
    });
});
