import { describe, expect, it } from 'vitest';
import { lifecycleOf } from './lifecycle.ts';

type Facts = Parameters<typeof lifecycleOf>[0];

const agreement = (facts: Partial<Facts>, standing: Partial<Facts['standing']> = {}): Facts =>
  ({
    vendor: { id: 'v', name: 'Brieflight' },
    parties: 'ce_to_ba',
    signedByUpper: '',
    signedByVendor: '',
    amendments: [],
    ...facts,
    standing: { stage: 'in_effect', reasons: [], retention: { key: '', text: '' }, ...standing },
  }) as unknown as Facts;
const line = (facts: Partial<Facts>, standing?: Partial<Facts['standing']>) =>
  lifecycleOf(agreement(facts, standing), 'Northfield Clinics', '2026-11-22').map(
    ({ label, day }) => `${label}: ${day ?? 'missing'}`,
  );

describe('the dated facts of an agreement in a line', () => {
  it('shows what a draft still lacks', () => {
    expect(line({ draftedOn: '2026-10-03' })).toEqual([
      'Drafted: 2026-10-03',
      'Sent: missing',
      'Signed by Northfield Clinics: missing',
      'Signed by Brieflight: missing',
      'Effective: missing',
    ]);
  });

  it('puts what is missing between what was and what lies ahead', () => {
    expect(
      line({ signedByVendorOn: '2026-11-01', effectiveOn: '2027-01-01' }, { inEffectThrough: '2027-12-31' }),
    ).toEqual([
      'Signed by Brieflight: 2026-11-01',
      'Signed by Northfield Clinics: missing',
      'Effective: 2027-01-01',
      'Last day in effect: 2027-12-31',
    ]);
  });

  it('tells a whole life by days, amendments among them', () => {
    expect(
      line(
        {
          signedByVendorOn: '2019-06-20',
          signedByUpperOn: '2019-07-01',
          effectiveOn: '2019-07-01',
          amendments: [{ id: 'a', effectiveOn: '2021-01-01' } as Facts['amendments'][number]],
          noticeGivenOn: '2024-03-31',
          noticeGivenBy: 'vendor',
          endsOn: '2024-06-30',
        },
        { keepUntil: '2030-06-30' },
      ),
    ).toEqual([
      'Signed by Brieflight: 2019-06-20',
      'Signed by Northfield Clinics: 2019-07-01',
      'Effective: 2019-07-01',
      'Amended: 2021-01-01',
      'Notice given: 2024-03-31',
      'Last day in effect: 2024-06-30',
      'Kept until: 2030-06-30',
    ]);
  });

  it('says when the term ends where it renews, and by when to give notice', () => {
    expect(
      line(
        { signedByVendorOn: '2024-04-01', signedByUpperOn: '2024-04-01', effectiveOn: '2024-04-01', renewal: 'auto' },
        { termEndsOn: '2027-03-31', noticeBy: '2026-12-31' },
      ).slice(-2),
    ).toEqual(['Last day to give notice: 2026-12-31', 'Term ends: 2027-03-31']);
  });
});
