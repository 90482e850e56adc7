import { describe, expect, it } from 'vitest';
import { type Draft, draftOf, draftStanding, isSameDraft } from './draft.ts';

const nobody = { version: null, answer: 'unknown', explanation: '', evidence: [] } as const;
const recorded = { version: 3, answer: 'yes', explanation: 'Per report.', evidence: [{ id: 'soc' }] } as const;
const draft: Draft = draftOf(recorded);

describe('where an answer stands', () => {
  it.each<[string, Parameters<typeof draftStanding>, string]>([
    ['nobody answered', [draftOf(nobody), nobody, nobody], 'unanswered'],
    ['recorded as it stands', [draft, recorded, recorded], 'saved'],
    ['another answer is chosen', [{ ...draft, answer: 'no' }, recorded, recorded], 'unsaved'],
    ['a document is attached', [{ ...draft, evidenceIds: ['soc', 'pen'] }, recorded, recorded], 'unsaved'],
    ['unknown is chosen on purpose', [{ ...draftOf(nobody), explanation: 'Asked.' }, nobody, nobody], 'unsaved'],
    [
      'somebody else answered meanwhile',
      [{ ...draft, answer: 'no' }, recorded, { ...recorded, version: 4 }],
      'overtaken',
    ],
    ['somebody else answered first', [{ ...draft, answer: 'no' }, nobody, recorded], 'overtaken'],
  ])('%s', (_, given, standing) => {
    expect(draftStanding(...given)).toBe(standing);
  });

  it('the order of documents and spaces at the end say nothing', () => {
    expect(
      isSameDraft(
        { ...draft, evidenceIds: ['b', 'a'], explanation: 'x ' },
        { ...draft, evidenceIds: ['a', 'b'], explanation: 'x' },
      ),
    ).toBe(true);
  });
});
