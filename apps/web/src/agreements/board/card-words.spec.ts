import { describe, expect, it } from 'vitest';
import type { BoardCardFragment } from '../../generated/graphql.ts';
import { type CardWords, cardWords, obligationWords } from './card-words.ts';

type Card = Partial<Omit<BoardCardFragment, 'standing'>> & { standing: Partial<BoardCardFragment['standing']> };

const said = (card: Card): CardWords =>
  cardWords(
    {
      vendor: { id: 'v', name: 'Brieflight' },
      renewal: 'auto',
      ...card,
    } as BoardCardFragment,
    'Northfield Clinics',
    '2026-11-22',
  );

describe('the day that matters on a card', () => {
  it.each<[string, Card, CardWords]>([
    ['a draft', { draftedOn: '2026-10-03', standing: { stage: 'drafted' } }, { text: 'Drafted 3 Oct 2026' }],
    [
      'sent: how long they have had it',
      { sentOn: '2026-11-12', standing: { stage: 'sent' } },
      { text: 'Sent 12 Nov 2026, 10 days ago' },
    ],
    [
      'who has not signed',
      { signedByVendorOn: '2026-11-12', standing: { stage: 'partly_signed' } },
      { text: 'Signed by Brieflight 12 Nov 2026; Northfield Clinics has not' },
    ],
    [
      'signed without an effective date is not in order',
      { standing: { stage: 'signed' } },
      { text: 'Signed by both', mark: { standing: 'unknown', word: 'No effective date' } },
    ],
    [
      'an end ahead',
      { standing: { stage: 'notice', inEffectThrough: '2026-12-12' } },
      { text: 'Last day 12 Dec 2026, in 20 days' },
    ],
    [
      'renews, and notice is still possible',
      { standing: { stage: 'in_effect', termEndsOn: '2027-01-31', noticeBy: '2026-12-02' } },
      { text: 'Renews after 31 Jan 2027', mark: { standing: 'soon', word: 'Notice by 2 Dec 2026' } },
    ],
    [
      'renews, and notice is far off',
      { standing: { stage: 'in_effect', termEndsOn: '2027-06-30', noticeBy: '2027-02-21' } },
      { text: 'Renews after 30 Jun 2027; notice by 21 Feb 2027' },
    ],
    [
      'renews, and the day for notice is over',
      { standing: { stage: 'in_effect', termEndsOn: '2027-01-31', noticeBy: '2026-11-21' } },
      { text: 'Renews after 31 Jan 2027' },
    ],
    [
      'unknown renewal is never shown as in order',
      { renewal: 'unknown', standing: { stage: 'in_effect', termEndsOn: '2027-01-31' } },
      {
        text: 'Term ends 31 Jan 2027, in 2 months',
        mark: { standing: 'unknown', word: 'Renewal unknown' },
      },
    ],
    [
      'no term known',
      { renewal: 'unknown', standing: { stage: 'in_effect' } },
      { text: 'In effect', mark: { standing: 'unknown', word: 'End unknown' } },
    ],
    ['evergreen', { renewal: 'evergreen', standing: { stage: 'in_effect' } }, { text: 'Runs until it is ended' }],
  ])('%s', (_, card, words) => {
    expect(said(card)).toEqual(words);
  });
});

describe('obligations on a card', () => {
  const obligation = (state: string, nextOn: string | null = null) => ({ standing: { state, nextOn } });

  it.each<[string, Parameters<typeof obligationWords>[0], CardWords]>([
    [
      'the next due day of those open',
      [obligation('done'), obligation('open', '2026-12-30'), obligation('open', '2026-12-01')],
      { text: '2 obligations open of 3', mark: { standing: 'soon', word: 'Due 1 Dec 2026' } },
    ],
    [
      'a term that ran out unnoticed is unknown, not done',
      [],
      { text: 'End not recorded', mark: { standing: 'unknown', word: 'PHI unknown' } },
    ],
    [
      'overdue',
      [obligation('overdue', '2026-11-21'), obligation('infeasible', '2027-06-01')],
      { text: '2 obligations open of 2', mark: { standing: 'gap', word: 'Due since 21 Nov 2026' } },
    ],
  ])('%s', (_, obligations, words) => {
    expect(obligationWords(obligations, '2026-11-22')).toEqual(words);
  });
});
