import { dueDiligenceScore } from '@attestry/domain/vendors/due-diligence-score.ts';
import { evidenceStandingOn } from '@attestry/domain/vendors/evidence-standing.ts';
import { AREAS, type Area, QUESTIONS, type Question } from '@attestry/domain/vendors/questionnaire.ts';
import { type AsOf, rowsBy } from '../kernel/loaders.ts';
import type { Reading } from '../kernel/reading.ts';
import { AnswerEvidence } from './answer-evidence.entity.ts';
import { DueDiligenceAnswer } from './due-diligence-answer.entity.ts';
import type { Vendor } from './vendor.entity.ts';
import { VendorEvidence } from './vendor-evidence.entity.ts';

/** The questionnaire with what is answered for a vendor, and the score of it on the day. */
export async function dueDiligenceOf(ctx: Reading, vendor: AsOf<Vendor>) {
  const answers = await rowsBy(ctx, DueDiligenceAnswer, 'vendorId', vendor.id, vendor.asOf);
  const answered = await Promise.all(
    answers.map(async (answer) => ({ answer, evidence: await evidenceBehind(ctx, answer) })),
  );
  const day = vendor.asOf ?? ctx.me.today;
  const score = dueDiligenceScore(
    QUESTIONS,
    answered.map(({ answer, evidence }) => ({
      ...answer,
      evidence: evidence.map((document) => evidenceStandingOn(document, day).state),
    })),
  );
  const given = new Map(answered.map((one) => [one.answer.question, one]));
  const areas = Object.entries(AREAS).map(([area, title]) => ({
    area,
    title,
    score: score.areas.get(area as Area),
    questions: QUESTIONS.filter((question) => question.area === area).map((one) => questionOf(one, given.get(one.id))),
  }));
  return { ...score, areas };
}

/** Documents of the vendor that an answer rests on. */
async function evidenceBehind(
  ctx: Reading,
  { id, vendorId, asOf }: AsOf<DueDiligenceAnswer>,
): Promise<AsOf<VendorEvidence>[]> {
  const [links, documents] = await Promise.all([
    rowsBy(ctx, AnswerEvidence, 'answerId', id, asOf),
    rowsBy(ctx, VendorEvidence, 'vendorId', vendorId, asOf),
  ]);
  return documents.filter((document) => links.some((link) => link.vendorEvidenceId === document.id));
}

/** Questions whose answer rests on the document. */
export async function questionsRestingOn(ctx: Reading, document: AsOf<VendorEvidence>): Promise<string[]> {
  const { asOf } = document;
  const answers = await rowsBy(ctx, DueDiligenceAnswer, 'vendorId', document.vendorId, asOf);
  const resting = await Promise.all(
    answers.map(async ({ id, question }) => {
      const links = await rowsBy(ctx, AnswerEvidence, 'answerId', id, asOf);
      return links.some((link) => link.vendorEvidenceId === document.id) ? [question] : [];
    }),
  );
  return resting.flat();
}

type Given = { readonly answer: DueDiligenceAnswer; readonly evidence: readonly VendorEvidence[] };

function questionOf({ id, text, evidenceExpected, citation, weight }: Question, given: Given | undefined) {
  const { version = null, answer = 'unknown', explanation = '', answeredOn = null } = given?.answer ?? {};
  const evidence = given?.evidence ?? [];
  return { id, text, evidenceExpected, citation, weight, version, answer, explanation, answeredOn, evidence };
}
