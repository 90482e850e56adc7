import { QUESTIONS } from '@attestry/domain/vendors/questionnaire.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../test/past-the-api.ts';
import { Records } from '../../test/records.ts';
import { startTestApp, type TestApp } from '../../test/test-app.ts';

let app: TestApp;
let records: Records;
beforeAll(async () => {
  app = await startTestApp();
  records = new Records(app, await app.organization());
});
afterAll(() => app?.stop());

const ANSWER = `mutation ($input: AnswerQuestionInput!) { answerQuestion(input: $input) { id } }`;
const WITHDRAW = `mutation ($input: WithdrawVendorEvidenceInput!) { made: withdrawVendorEvidence(input: $input) { withdrawnReason withdrawnAt } }`;
const FILE = `mutation ($input: FileVendorEvidenceInput!) { made: fileVendorEvidence(input: $input) { id document { name } standing { state reason { text } } usedBy } }`;

interface DueDiligence {
  score: number | null;
  answered: number;
  total: number;
  reasons: { key: string; fact: string | null }[];
  areas: { area: string; score: number | null; questions: Question[] }[];
}
interface Question {
  id: string;
  version: number | null;
  answer: string;
  explanation: string;
  answeredOn: string | null;
  evidence: { title: string; usedBy: string[] }[];
}
async function dueDiligence(vendorId: string, asOf: string | null = null) {
  const { vendor } = await records.officer.must<{ vendor: { dueDiligence: DueDiligence } }>(
    `query ($id: ID!, $asOf: Date) { vendor(id: $id, asOf: $asOf) { dueDiligence { score answered total reasons { key fact }
      areas { area score questions { id version answer explanation answeredOn evidence { title usedBy } } } } } }`,
    { id: vendorId, asOf },
  );
  const { dueDiligence: found } = vendor;
  const questionOf = (id: string) => found.areas.flatMap(({ questions }) => questions).find((one) => one.id === id)!;
  return { ...found, questionOf };
}
const give = (input: Record<string, unknown>) => records.officer.ask(ANSWER, { input });

describe('due diligence of a vendor', () => {
  it('begins with every question unknown and no score, and scores what is answered', async () => {
    const { id } = await records.vendor();
    const nothing = await dueDiligence(id);
    expect(nothing).toMatchObject({
      score: null,
      answered: 0,
      total: QUESTIONS.length,
      reasons: [{ key: 'nothing-answered' }],
    });
    expect(nothing.questionOf('ai.no-training')).toMatchObject({ version: null, answer: 'unknown', answeredOn: null });
    for (const { id: question, area } of QUESTIONS) if (area === 'ai') await records.answer(id, question);
    const { score, areas, answered, questionOf } = await dueDiligence(id);
    expect(areas.map((area) => [area.area, area.score]).filter(([, own]) => own !== null)).toEqual([['ai', 100]]);
    expect(answered).toBe(9);
    expect(score).toBeGreaterThan(10);
    expect(score).toBeLessThan(25);
    expect(questionOf('ai.no-training')).toMatchObject({ version: 1, answer: 'yes', answeredOn: day(0) });
  });

  it('rests on documents, and counts less once the only one expired', async () => {
    const { id } = await records.vendor();
    const current = await records.vendorEvidence(id, { title: 'SOC 2 of this year', expiresOn: day(-200) });
    const expired = await records.vendorEvidence(id, { title: 'SOC 2 of last year', expiresOn: day(1) });
    await records.answer(id, 'assessment.soc2', 'yes', [current.id, expired.id]);
    const scoreOf = async () =>
      (await dueDiligence(id)).areas.find(({ area }) => area === 'independent_assessments')!.score;
    const withBoth = await scoreOf();
    expect(
      (await dueDiligence(id)).questionOf('assessment.soc2').evidence.map(({ title, usedBy }) => [title, usedBy]),
    ).toEqual([
      ['SOC 2 of this year', ['assessment.soc2']],
      ['SOC 2 of last year', ['assessment.soc2']],
    ]);
    const changed = { vendorId: id, question: 'assessment.soc2', version: 1, answer: 'yes', evidenceIds: [expired.id] };
    expect((await give(changed)).errors).toBeUndefined();
    expect([withBoth, await scoreOf()]).toEqual([20, 10]);
    expect((await dueDiligence(id)).reasons).toContainEqual({ key: 'stale', fact: 'assessment.soc2' });
  });

  it('is changed from the version that was read; of many first answers one counts', async () => {
    const { id } = await records.vendor();
    const input = { vendorId: id, question: 'data.location' };
    const given = ['yes', 'no', 'partly', 'unknown', 'yes', 'no', 'partly', 'unknown'];
    const first = await Promise.all(given.map((answer) => give({ ...input, answer })));
    const codes = first.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK');
    expect(codes.toSorted()).toEqual([...Array.from({ length: 7 }, () => 'CONFLICT'), 'OK']);
    const stays = given[codes.indexOf('OK')];
    const { errors } = await give({ ...input, version: 2, answer: 'partly' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { answer: stays, version: 1 } });
    expect((await give({ ...input, version: 1, answer: 'partly', explanation: 'Two regions' })).errors).toBeUndefined();
    expect((await dueDiligence(id)).questionOf('data.location')).toMatchObject({
      version: 2,
      answer: 'partly',
      explanation: 'Two regions',
    });
    expect(
      (await give({ vendorId: id, question: 'data.no-sale', version: 1, answer: 'yes' })).errors?.[0]?.extensions.code,
    ).toBe('CONFLICT');
  });

  it('is in the history of the vendor, with the documents that an answer began or ceased to rest on', async () => {
    const { id } = await records.vendor();
    const document = await records.vendorEvidence(id, { title: 'Data map' });
    await records.answer(id, 'data.location', 'partly', [document.id]);
    await give({ vendorId: id, question: 'data.location', version: 1, answer: 'yes' });
    const { vendor } = await records.officer.must<{ vendor: { history: { nodes: Record<string, unknown>[] } } }>(
      `query ($id: ID!) { vendor(id: $id) { history { nodes { action record recordName facts { fact before after } } } } }`,
      { id },
    );
    const question = 'Is it known in which countries PHI is kept and from which it is looked at?';
    const resting = { record: 'answer_evidence', recordName: 'Data map' };
    expect(vendor.history.nodes.slice(0, 4)).toEqual([
      { action: 'delete', ...resting, facts: [{ fact: 'vendorEvidenceId', before: 'Data map', after: null }] },
      {
        action: 'update',
        record: 'due_diligence_answer',
        recordName: question,
        facts: [{ fact: 'answer', before: 'partly', after: 'yes' }],
      },
      { action: 'insert', ...resting, facts: [{ fact: 'vendorEvidenceId', before: null, after: 'Data map' }] },
      expect.objectContaining({ action: 'insert', record: 'due_diligence_answer', recordName: question }),
    ]);
  });

  it('takes no other questions, and no documents of others or withdrawn ones', async () => {
    const { id } = await records.vendor();
    const [foreign, gone] = [await records.vendorEvidence(), await records.vendorEvidence(id)];
    await records.officer.must(WITHDRAW, { input: { ...gone, reason: 'The wrong file' } });
    const fieldOf = async (more: Record<string, unknown>) => {
      const { errors } = await give({ vendorId: id, question: 'data.location', answer: 'yes', ...more });
      return (errors![0]!.extensions.fields as { path: string }[])[0]!.path;
    };
    expect(await fieldOf({ question: 'data.no-such' })).toBe('question');
    expect(await fieldOf({ evidenceIds: [foreign.id] })).toBe('evidenceIds');
    expect(await fieldOf({ evidenceIds: [gone.id] })).toBe('evidenceIds');
    expect((await dueDiligence(id)).answered).toBe(0);
  });

  it('is told as recorded on an earlier day, links that were taken away since included', async () => {
    const { id } = await records.vendor();
    const document = await records.vendorEvidence(id, { title: 'Policy', expiresOn: day(5) });
    await records.answer(id, 'data.location', 'yes', [document.id]);
    await app.sql(`ALTER TABLE audit.event DISABLE TRIGGER USER`);
    await app.sql(`UPDATE audit.event SET at = at - interval '10 days' WHERE org_id = $1`, [records.officer.orgId]);
    await app.sql(`ALTER TABLE audit.event ENABLE TRIGGER USER`);
    await give({ vendorId: id, question: 'data.location', version: 1, answer: 'no' });
    const now = (await dueDiligence(id)).questionOf('data.location');
    const then = await dueDiligence(id, day(9));
    expect([now.answer, now.evidence]).toEqual(['no', []]);
    expect(then.questionOf('data.location')).toMatchObject({ answer: 'yes', evidence: [{ title: 'Policy' }] });
    // It counted on that day, and had expired a few days later.
    expect(then.reasons.map(({ key }) => key)).not.toContain('stale');
    await app.sql(`ALTER TABLE audit.event DISABLE TRIGGER USER`);
    await app.sql(`UPDATE audit.event SET at = at - interval '5 days' WHERE org_id = $1`, [records.officer.orgId]);
    await app.sql(`ALTER TABLE audit.event ENABLE TRIGGER USER`);
    expect((await dueDiligence(id, day(4))).questionOf('data.location')).toMatchObject({ answer: 'no', evidence: [] });
  });
});

describe('a document of a vendor', () => {
  it('is filed with its file, says where it stands, and only uploaded documents can be filed', async () => {
    const { id: vendorId } = await records.vendor();
    const documentId = await records.evidence();
    const facts = { kind: 'soc2', title: 'SOC 2', documentId, effectiveOn: day(300), expiresOn: day(-65) };
    const { made } = await records.officer.must<{ made: Record<string, unknown> }>(FILE, {
      input: { vendorId, facts },
    });
    expect(made).toMatchObject({ document: { name: 'evidence.txt' }, standing: { state: 'expiring' }, usedBy: [] });
    const imported = await records.documentId();
    const { errors } = await records.officer.ask(FILE, {
      input: { vendorId, facts: { ...facts, documentId: imported } },
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ path: 'facts.documentId' }] });
  });

  it('is not withdrawn while an answer rests on it', async () => {
    const { id } = await records.vendor();
    const document = await records.vendorEvidence(id);
    await records.answer(id, 'data.location', 'yes', [document.id]);
    const withdraw = () =>
      records.officer.ask<{ made: { withdrawnReason: string } }>(WITHDRAW, { input: { ...document, reason: 'Old' } });
    expect((await withdraw()).errors?.[0]?.extensions).toMatchObject({
      code: 'REFUSED',
      reasons: [{ key: 'in-use', fact: 'data.location' }],
    });
    await give({ vendorId: id, question: 'data.location', version: 1, answer: 'yes' });
    expect((await withdraw()).data?.made.withdrawnReason).toBe('Old');
    expect((await withdraw()).errors?.[0]?.extensions.code).toBe('CONFLICT');
  });
});
