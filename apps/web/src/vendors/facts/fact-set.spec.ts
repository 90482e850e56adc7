import { vendorFacts } from '@attestry/domain/vendors/facts.ts';
import { expect, it } from 'vitest';
import { VENDOR_FACTS, VENDOR_GROUPS } from './fact-set.ts';

it('shows every fact exactly once', () => {
  const shown = VENDOR_GROUPS.flatMap((group) => group.facts);
  expect([...shown].sort()).toEqual(Object.keys(vendorFacts.shape).sort());
});

it('knows equal contacts as the same, and a changed one as another', () => {
  const contact = { name: 'R. Vega', role: 'Privacy', email: '', phone: '' };
  expect(VENDOR_FACTS.isSame([contact], [{ ...contact }])).toBe(true);
  expect(VENDOR_FACTS.isSame([contact], [{ ...contact, role: 'Security' }])).toBe(false);
});
