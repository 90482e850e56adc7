import { describe, expect, it } from 'vitest';
import { AREAS, type Area, QUESTIONS, questionOf } from './questionnaire.ts';

const countOf = (area: Area) => QUESTIONS.filter((question) => question.area === area).length;

describe('the due diligence questionnaire', () => {
  it('has these many questions in each area', () => {
    expect(Object.fromEntries((Object.keys(AREAS) as Area[]).map((area) => [area, countOf(area)]))).toEqual({
      security_posture: 9,
      operational_controls: 9,
      data_handling: 9,
      access_and_logging: 9,
      independent_assessments: 8,
      ai: 9,
    });
  });

  it('names each question once, and each can be asked for', () => {
    const ids = QUESTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 100)).toEqual([]);
    for (const question of QUESTIONS) expect(questionOf(question.id)).toBe(question);
    expect(questionOf('security.no-such')).toBeUndefined();
  });

  it('cites a paragraph, or says that it is a policy of ours', () => {
    const paragraph = /^45 CFR \d+\.\d+(\([a-z0-9]+\)|\([ivx]+\)|\([A-Z]\))*$/;
    const others = ['policy', '74 FR 42742-43'];
    const odd = QUESTIONS.filter(({ citation }) => !paragraph.test(citation) && !others.includes(citation));
    expect(odd.map(({ id, citation }) => [id, citation])).toEqual([]);
    expect(QUESTIONS.filter(({ citation }) => citation !== 'policy').length).toBeGreaterThan(30);
  });

  it('asks in a sentence and says what evidence looks like', () => {
    expect(QUESTIONS.filter(({ text }) => !/^[A-Z].*\?$/.test(text)).map(({ id }) => id)).toEqual([]);
    expect(
      QUESTIONS.filter(({ evidenceExpected }) => !/^[A-Z].*\.$/.test(evidenceExpected)).map(({ id }) => id),
    ).toEqual([]);
  });
});
