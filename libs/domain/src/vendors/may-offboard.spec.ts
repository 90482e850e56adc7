import { describe, expect, it } from 'vitest';
import type { BindingAgreement, PhiReaching } from './in-use.ts';
import { mayOffboard } from './may-offboard.ts';

const baa = (through: string | null): BindingAgreement => ({ title: 'Master BAA', through });
const scribe = (through: string | null): PhiReaching => ({ system: 'Ambient scribe', service: 'Dictation', through });

describe('a vendor is offboarded on 1 June', () => {
  it.each<
    [string, { agreements?: BindingAgreement[]; flows?: PhiReaching[]; alreadyOn?: string; today?: string }, string[]]
  >([
    ['that nothing binds', {}, []],
    ['whose agreement ended the day before', { agreements: [baa('2026-05-31')] }, []],
    ['whose agreement is in effect on that day', { agreements: [baa('2026-06-01')] }, ['agreement-in-effect']],
    ['whose agreement has no end', { agreements: [baa(null)] }, ['agreement-in-effect']],
    ['to which PHI flowed until the day before', { flows: [scribe('2026-05-31')] }, []],
    ['to which PHI flows on that day', { flows: [scribe('2026-06-01')] }, ['phi-flows']],
    ['for two reasons', { agreements: [baa(null)], flows: [scribe(null)] }, ['phi-flows', 'agreement-in-effect']],
    ['that was offboarded before', { alreadyOn: '2026-01-01' }, ['offboarded']],
    ['before the day has come', { today: '2026-05-31' }, ['future']],
  ])('%s', (_, facts, keys) => {
    const offboarding = { offboardedOn: '2026-06-01', today: '2026-06-01', alreadyOn: null, agreements: [], flows: [] };
    const { allowed, because } = mayOffboard({ ...offboarding, ...facts });
    expect([allowed, allowed ? [] : because.map(({ key }) => key)]).toEqual([keys.length === 0, keys]);
  });

  it('and a refusal says what to end first', () => {
    const offboarding = { offboardedOn: '2026-06-01', today: '2026-06-01', alreadyOn: null };
    const { because } = mayOffboard({ ...offboarding, agreements: [baa('2027-03-31')], flows: [scribe('2026-12-31')] });
    expect(because.map(({ text }) => text)).toEqual([
      'Ambient scribe sends PHI to Dictation through 2026-12-31: let that flow end before 2026-06-01 first.',
      '“Master BAA” is in effect through 2027-03-31: end it before 2026-06-01 first.',
    ]);
  });
});
