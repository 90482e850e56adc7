import { describe, expect, it } from 'vitest';
import { type ObjectionTerms, objectionDeadline } from './objection-deadline.ts';

const terms = (more: Partial<ObjectionTerms> = {}): ObjectionTerms => ({
  title: 'BAA with Nimbus',
  inEffect: { from: '2025-01-01', through: null },
  objectionDays: 30,
  ...more,
});
const LIST = { listedOn: '2026-01-31', recordedOn: '2026-02-10' };

describe('the last day to object to what a list adds', () => {
  it.each<[string, { listedOn: string; recordedOn: string }, ObjectionTerms[], string | null, string]>([
    ['counts from the day the list was recorded, when that is later', LIST, [terms()], '2026-03-12', 'from-recorded'],
    [
      'counts from the date of the list, when it announces a later day',
      { listedOn: '2026-03-01', recordedOn: '2026-02-10' },
      [terms()],
      '2026-03-31',
      'from-listed',
    ],
    ['of the same day', { listedOn: '2026-02-10', recordedOn: '2026-02-10' }, [terms()], '2026-03-12', 'from-listed'],
    ['no days at all: the day itself', LIST, [terms({ objectionDays: 0 })], '2026-02-10', 'from-recorded'],
    ['the shortest of two agreements', LIST, [terms(), terms({ objectionDays: 10 })], '2026-02-20', 'from-recorded'],
    [
      'over the end of February in a leap year',
      { listedOn: '2028-02-20', recordedOn: '2028-02-20' },
      [terms()],
      '2028-03-21',
      'from-listed',
    ],
    [
      'on the first day of the agreement',
      LIST,
      [terms({ inEffect: { from: '2026-02-10', through: null } })],
      '2026-03-12',
      'from-recorded',
    ],
    [
      'on its last day',
      LIST,
      [terms({ inEffect: { from: '2025-01-01', through: '2026-02-10' } })],
      '2026-03-12',
      'from-recorded',
    ],
    [
      'none: the agreement ended the day before',
      LIST,
      [terms({ inEffect: { from: '2025-01-01', through: '2026-02-09' } })],
      null,
      '',
    ],
    ['none: it is not in effect yet', LIST, [terms({ inEffect: { from: '2026-02-11', through: null } })], null, ''],
    ['none: it binds on no day', LIST, [terms({ inEffect: null })], null, ''],
    ['none: it says nothing of objecting', LIST, [terms({ objectionDays: null })], null, ''],
    ['none: there is no agreement', LIST, [], null, ''],
  ])('%s', (_, list, agreements, on, key) => {
    const deadline = objectionDeadline(list, agreements);
    expect(deadline?.on ?? null).toBe(on);
    if (on) expect(deadline!.reason.key).toBe(key);
  });

  it('says which agreement gives how many days, and from when', () => {
    expect(objectionDeadline(LIST, [terms({ objectionDays: 1 })])!.reason.text).toBe(
      '“BAA with Nimbus” gives 1 day to object to a new subprocessor; the list was recorded on 10 Feb 2026.',
    );
  });
});
