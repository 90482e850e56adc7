import { describe, expect, it } from 'vitest';
import { dueDiligenceScore, type GivenAnswer } from './due-diligence-score.ts';
import type { Answer } from './evidence.ts';
import type { EvidenceState } from './evidence-standing.ts';
import { AREAS, QUESTIONS, type Question } from './questionnaire.ts';

const question = (id: string, weight: 1 | 2 | 3, area: Question['area'] = 'ai'): Question => ({
  id,
  area,
  weight,
  text: `Does it ${id}?`,
  evidenceExpected: 'A document.',
  citation: 'policy',
});
const [A, B, C] = [question('encrypt', 3), question('log', 2), question('train', 1, 'data_handling')];
const given = (of: Question, answer: Answer, ...evidence: EvidenceState[]): GivenAnswer => ({
  question: of.id,
  answer,
  evidence,
});

describe('the score of the due diligence answers', () => {
  it.each<[string, GivenAnswer[], number | null]>([
    ['nothing is answered', [], null],
    ['everything is yes', [given(A, 'yes'), given(B, 'yes'), given(C, 'yes')], 100],
    ['what nobody answered counts as no', [given(A, 'yes')], 50],
    ['what nobody knows counts as no', [given(A, 'yes'), given(B, 'unknown'), given(C, 'unknown')], 50],
    ['only unknown', [given(A, 'unknown'), given(B, 'unknown'), given(C, 'unknown')], 0],
    ['no counts nothing', [given(A, 'no'), given(B, 'yes'), given(C, 'yes')], 50],
    ['partly counts half', [given(A, 'partly'), given(B, 'yes'), given(C, 'yes')], 75],
    ['what does not apply leaves the sum', [given(A, 'not_applicable'), given(B, 'yes'), given(C, 'no')], 67],
    ['nothing applies', [given(A, 'not_applicable'), given(B, 'not_applicable'), given(C, 'not_applicable')], null],
    ['expired evidence makes a yes a partly', [given(A, 'yes', 'expired'), given(B, 'yes'), given(C, 'yes')], 75],
    ['so does evidence that is not in force yet', [given(A, 'yes', 'not_yet'), given(B, 'yes'), given(C, 'yes')], 75],
    [
      'one document that counts is enough',
      [given(A, 'yes', 'expired', 'expiring'), given(B, 'yes'), given(C, 'yes')],
      100,
    ],
    [
      'expired evidence takes nothing more from a partly',
      [given(A, 'partly', 'expired'), given(B, 'yes'), given(C, 'yes')],
      75,
    ],
    ['an answer to a question that is no longer asked', [given(question('other', 3), 'yes')], null],
  ])('%s', (_, answers, score) => {
    expect(dueDiligenceScore([A, B, C], answers).score).toBe(score);
  });

  it('says what pulls it down, the weightiest first', () => {
    const D = question('restore', 2);
    const { reasons } = dueDiligenceScore(
      [A, B, C, D],
      [given(A, 'yes', 'expired'), given(B, 'no'), given(C, 'unknown')],
    );
    expect(reasons.map(({ key, fact }) => [key, fact])).toEqual([
      ['no', 'log'],
      ['unanswered', undefined],
      ['stale', 'encrypt'],
      ['unknown', undefined],
    ]);
    expect(reasons.map(({ text }) => text)).toEqual([
      'Answered no: Does it log?',
      '1 question is not answered; it counts as no.',
      'Answered yes, but no document behind it counts today, so it counts as partly: Does it encrypt?',
      '1 question is answered unknown; it counts as no.',
    ]);
  });

  it('says so where nothing is answered, and nothing where nothing pulls it down', () => {
    expect(dueDiligenceScore([A], []).reasons.map(({ text }) => text)).toEqual(['No question is answered yet.']);
    expect(dueDiligenceScore([A, B], [given(A, 'yes'), given(B, 'not_applicable')]).reasons).toEqual([]);
  });

  it('is told for each area, null where none of it is answered', () => {
    const { areas, answered, total } = dueDiligenceScore([A, B, C], [given(A, 'yes'), given(B, 'no')]);
    expect(Object.fromEntries(areas)).toEqual({ ai: 60, data_handling: null });
    expect([answered, total]).toEqual([2, 3]);
  });

  it('has an area for every area of the questionnaire', () => {
    expect([...dueDiligenceScore(QUESTIONS, []).areas.keys()]).toEqual(Object.keys(AREAS));
  });
});
