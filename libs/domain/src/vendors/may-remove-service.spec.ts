import { describe, expect, it } from 'vitest';
import type { BindingAgreement, PhiReaching } from './in-use.ts';
import { mayRemoveService } from './may-remove-service.ts';

const baa = (through: string | null): BindingAgreement => ({ title: 'Master BAA', through });
const scribe = (through: string | null): PhiReaching => ({ system: 'Ambient scribe', service: 'Dictation', through });

describe('a service is removed on 1 June', () => {
  it.each<
    [string, { agreements?: BindingAgreement[]; flows?: PhiReaching[]; alreadyOn?: string; today?: string }, string[]]
  >([
    ['that nothing uses', {}, []],
    ['whose agreement ended the day before', { agreements: [baa('2026-05-31')] }, []],
    ['that is covered on that day', { agreements: [baa('2026-06-01')] }, ['covered']],
    ['that is covered without an end', { agreements: [baa(null)] }, ['covered']],
    ['to which PHI flowed until the day before', { flows: [scribe('2026-05-31')] }, []],
    ['to which PHI flows on that day', { flows: [scribe('2026-06-01')] }, ['phi-flows']],
    ['to which PHI goes on to flow', { flows: [scribe(null)] }, ['phi-flows']],
    ['for two reasons', { agreements: [baa(null)], flows: [scribe(null)] }, ['phi-flows', 'covered']],
    ['that was removed before', { alreadyOn: '2026-01-01' }, ['removed']],
    ['before the day has come', { today: '2026-05-31' }, ['future']],
  ])('%s', (_, facts, keys) => {
    const removal = {
      removedOn: '2026-06-01',
      today: '2026-06-01',
      alreadyOn: null,
      agreements: [],
      flows: [],
      ...facts,
    };
    const { allowed, because } = mayRemoveService(removal);
    expect([allowed, allowed ? [] : because.map(({ key }) => key)]).toEqual([keys.length === 0, keys]);
  });

  it('and a refusal names what is in the way', () => {
    const removal = { removedOn: '2026-06-01', today: '2026-06-01', alreadyOn: null };
    const { because } = mayRemoveService({ ...removal, agreements: [baa('2027-03-31')], flows: [scribe(null)] });
    expect(because.map(({ text }) => text)).toEqual([
      'Ambient scribe sends PHI to Dictation without an end: let that flow end before 2026-06-01 first.',
      '“Master BAA” covers it through 2027-03-31: take it off that list first.',
    ]);
  });
});
