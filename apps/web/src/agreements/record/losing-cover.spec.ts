import { describe, expect, it } from 'vitest';
import { type CoveredFlow, losingCover } from './losing-cover.ts';

const flow = (segments: CoveredFlow['segments'], service: CoveredFlow['service'] = API): CoveredFlow => ({
  id: 'f',
  aiSystem: { name: 'Scribe' },
  service,
  segments,
});
const API = { id: 'api', name: 'Summaries API' };
const by = (from: string, through: string | null, id = 'mine') => ({ from, through, agreement: { id } });

describe('what loses cover when an agreement ends', () => {
  it.each<[string, CoveredFlow, string | undefined]>([
    ['an open flow, from the day after', flow([by('2024-04-01', null)]), '2026-12-01'],
    ['one that begins later, from its first day', flow([by('2027-01-15', null)]), '2027-01-15'],
    ['one that stops on the last day loses nothing', flow([by('2024-04-01', '2026-11-30')]), undefined],
    ['one that stops a day later loses a day', flow([by('2024-04-01', '2026-12-01')]), '2026-12-01'],
    ['cover by another agreement stays', flow([by('2024-04-01', null, 'other')]), undefined],
    ['days without cover are no loss', flow([{ from: '2024-04-01', through: null, agreement: null }]), undefined],
    ['a service covered otherwise goes on', flow([by('2024-04-01', null)], { id: 'chat', name: 'Chat' }), undefined],
    ['own infrastructure needs none', flow([by('2024-04-01', null)], null), undefined],
  ])('%s', (_, one, from) => {
    expect(losingCover([one], 'mine', '2026-11-30', new Set(['chat']))).toEqual(
      from ? [{ id: 'f', flow: 'Scribe to Summaries API', from }] : [],
    );
  });
});
