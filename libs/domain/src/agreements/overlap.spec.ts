import { describe, expect, it } from 'vitest';
import { type CoveringLine, overlapsOf } from './overlap.ts';

const LINE: CoveringLine = {
  lineId: 'line-1',
  agreementId: 'new',
  title: 'BAA 2025',
  upperVendorId: null,
  serviceId: 'transcription',
  serviceName: 'Transcription API',
  listedFrom: null,
  listedThrough: null,
  signedByUpperOn: '2025-01-01',
  signedByVendorOn: '2025-01-01',
  effectiveOn: '2025-01-01',
  renewal: 'evergreen',
  termEndsOn: null,
  endsOn: null,
  supersededOn: null,
};
const EARLIER: CoveringLine = {
  ...LINE,
  lineId: 'line-2',
  agreementId: 'old',
  title: 'BAA 2023',
  effectiveOn: '2023-01-01',
};

describe('two agreements cover one service', () => {
  it.each<[string, Partial<CoveringLine>, Partial<CoveringLine>, string | null]>([
    ['both without an end', {}, {}, 'from 1 Jan 2025 on'],
    ['the earlier ended the day before', {}, { endsOn: '2024-12-31' }, null],
    [
      'the earlier ended on the first day of the later',
      {},
      { endsOn: '2025-01-01' },
      'from 1 Jan 2025 through 1 Jan 2025',
    ],
    ['the earlier is superseded from that day on', {}, { supersededOn: '2025-01-01' }, null],
    ['the earlier is superseded a day later', {}, { supersededOn: '2025-01-02' }, 'from 1 Jan 2025 through 1 Jan 2025'],
    ['the fixed term of the earlier ran out', {}, { renewal: 'fixed', termEndsOn: '2024-12-31' }, null],
    ['the term of the earlier renewed', {}, { renewal: 'auto', termEndsOn: '2024-12-31' }, 'from 1 Jan 2025 on'],
    ['the later is not signed', { signedByVendorOn: null, effectiveOn: null }, {}, null],
    ['the earlier was never signed', {}, { effectiveOn: null }, null],
    ['between other parties', { upperVendorId: 'another' }, {}, null],
    ['for another service', { serviceId: 'summaries' }, {}, null],
    [
      'listed by the later only once the earlier no longer lists it',
      { listedFrom: '2025-07-01' },
      { listedThrough: '2025-06-30' },
      null,
    ],
    [
      'listed by both for a month',
      { listedFrom: '2025-06-01' },
      { listedThrough: '2025-06-30' },
      'from 1 Jun 2025 through 30 Jun 2025',
    ],
    [
      'listed by the earlier before it was effective',
      { endsOn: '2025-03-31' },
      { listedFrom: '2020-01-01', effectiveOn: '2025-03-01' },
      'from 1 Mar 2025 through 31 Mar 2025',
    ],
    ['listed by the earlier after its end', {}, { listedFrom: '2025-02-01', endsOn: '2025-01-31' }, null],
  ])('%s', (_case, later, earlier, days) => {
    const found = overlapsOf('new', [
      { ...LINE, ...later },
      { ...EARLIER, ...earlier },
    ]);
    expect(found.map(({ text }) => text)).toEqual(
      days === null
        ? []
        : [
            `"BAA 2023" covers Transcription API already ${days}. End or supersede that agreement, or change the days on which a service is listed.`,
          ],
    );
  });

  it('one agreement lists a service twice on one day: said once', () => {
    const twice = [LINE, { ...LINE, lineId: 'line-3', listedFrom: '2026-01-01' }];
    expect(overlapsOf('new', twice).map(({ text }) => text)).toEqual([
      'It lists Transcription API twice from 1 Jan 2026 on. Change the days of one of the lines.',
    ]);
  });

  it('others among themselves are not its business', () => {
    expect(overlapsOf('new', [EARLIER, { ...EARLIER, lineId: 'line-4', agreementId: 'older' }])).toEqual([]);
  });
});
