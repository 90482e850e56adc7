import { describe, expect, it } from 'vitest';
import { movesOf } from './moves.ts';

type Facts = Parameters<typeof movesOf>[0];

describe('commands that make sense', () => {
  it.each<[string, Facts, string[]]>([
    ['a draft is sent or signed', { standing: { stage: 'drafted' } }, ['send', 'sign']],
    ['one signature is missing', { standing: { stage: 'partly_signed' } }, ['sign']],
    ['signed without an effective date', { standing: { stage: 'signed' } }, ['sign']],
    ['signed, effective later', { effectiveOn: '2027-01-01', standing: { stage: 'signed' } }, ['amend']],
    ['in effect', { effectiveOn: '2024-04-01', standing: { stage: 'in_effect' } }, ['amend', 'notice']],
    ['notice was given', { endsOn: '2027-01-31', standing: { stage: 'notice' } }, ['end']],
    ['its term ran out', { effectiveOn: '2024-04-01', standing: { stage: 'ended' } }, ['end']],
    ['its end is recorded', { endsOn: '2026-10-31', standing: { stage: 'ended' } }, []],
    ['superseded', { standing: { stage: 'superseded' } }, []],
  ])('%s', (_, facts, next) => {
    expect(movesOf(facts).next).toEqual(next);
  });
});
