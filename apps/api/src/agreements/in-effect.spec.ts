import { daysInEffect, type EffectFacts } from '@attestry/domain/agreements/in-effect.ts';
import { dayBefore } from '@attestry/domain/time/dates.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addRow } from '../../test/past-the-api.ts';
import { Records } from '../../test/records.ts';
import { startTestApp, type TestApp } from '../../test/test-app.ts';

let app: TestApp;
let of: Records;
beforeAll(async () => {
  app = await startTestApp();
  of = new Records(app, await app.organization());
});
afterAll(() => app?.stop());

const ENDS = {
  endsOn: ['2024-02-29', '2025-06-30'],
  supersededOn: ['2024-02-02', '2025-03-01'],
  termEndsOn: ['2024-02-01', '2025-01-31'],
};
const orNone = (days: readonly string[]) => [null, ...days];

/** Every way in which an agreement can begin and end. */
function* lives(): Generator<EffectFacts> {
  const none = { signedByUpperOn: null, signedByVendorOn: null, effectiveOn: null };
  const signed = { signedByUpperOn: '2024-01-10', signedByVendorOn: '2024-01-12', effectiveOn: '2024-02-01' };
  for (const start of [none, { ...signed, effectiveOn: null }, { ...none, signedByVendorOn: '2024-01-12' }, signed])
    for (const endsOn of start.effectiveOn ? orNone(ENDS.endsOn) : [null])
      for (const supersededOn of orNone(ENDS.supersededOn))
        for (const renewal of ['fixed', 'auto', 'evergreen', 'unknown'] as const)
          for (const termEndsOn of renewal === 'fixed' || renewal === 'auto'
            ? ENDS.termEndsOn
            : orNone(ENDS.termEndsOn))
            yield { ...start, endsOn, supersededOn, renewal, termEndsOn };
}

it('the column in_effect says the same as the rule, of every life that an agreement can have', async () => {
  const vendorId = (await of.vendor()).id;
  const other = await addRow(of, 'agreement', {
    title: 'Next',
    vendor_id: vendorId,
    parties: 'ce_to_ba',
    renewal: 'unknown',
  });
  const expected = new Map<string, object | null>();
  for (const life of lives()) {
    const id = await addRow(of, 'agreement', {
      title: 'BAA',
      vendor_id: vendorId,
      parties: 'ce_to_ba',
      renewal: life.renewal,
      renewal_months: life.renewal === 'auto' ? 12 : null,
      signed_by_upper_on: life.signedByUpperOn,
      signed_by_vendor_on: life.signedByVendorOn,
      effective_on: life.effectiveOn,
      term_ends_on: life.termEndsOn,
      ends_on: life.endsOn,
      superseded_on: life.supersededOn,
      superseded_by: life.supersededOn && other,
    });
    expected.set(id, daysInEffect(life));
  }
  expect(expected.size).toBeGreaterThan(100);
  const rows = await app.sql<{ id: string; from: string | null; to: string | null }>(
    `SELECT id, lower(in_effect)::text AS "from", upper(in_effect)::text AS "to" FROM app.agreement WHERE title = 'BAA'`,
  );
  const said = rows.map(({ id, from, to }) => [id, from && { from, through: to && dayBefore(to) }]);
  expect(new Map(said as [string, object | null][])).toEqual(expected);
});
