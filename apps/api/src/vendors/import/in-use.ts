import type { Transaction } from '../../kernel/transaction.ts';

/** Why one of these vendors is needed where it is; by id, those in use only. */
export const vendorsInUse = (tx: Transaction, ids: readonly string[]) => reasons(tx, VENDOR_USES, ids);
export const servicesInUse = (tx: Transaction, ids: readonly string[]) => reasons(tx, SERVICE_USES, ids);

type Uses = readonly (readonly [why: string, sql: string])[];

const SERVICE_USES: Uses = [
  ['an agreement lists it', 'SELECT service_id FROM app.covered_service'],
  ['a condition of an agreement is about it', 'SELECT service_id FROM app.agreement_condition'],
  ['PHI flows to it', 'SELECT service_id FROM app.phi_flow WHERE withdrawn_at IS NULL'],
  [
    'the subprocessor chain names it',
    'SELECT unnest(ARRAY[upper_service_id, lower_service_id]) FROM app.subprocessor_link',
  ],
];

const VENDOR_USES: Uses = [
  ['services of it stay', 'SELECT vendor_id FROM app.service WHERE withdrawn_at IS NULL'],
  ['an agreement is with it', 'SELECT unnest(ARRAY[vendor_id, upper_vendor_id]) FROM app.agreement'],
  [
    'the subprocessor chain names it',
    'SELECT unnest(ARRAY[upper_vendor_id, lower_vendor_id]) FROM app.subprocessor_link',
  ],
  [
    'a list of subprocessors names it',
    'SELECT vendor_id FROM app.subprocessor_list UNION ALL SELECT vendor_id FROM app.subprocessor_entry',
  ],
  ['documents of it are on file', 'SELECT vendor_id FROM app.vendor_evidence WHERE withdrawn_at IS NULL'],
  ['its due diligence has answers', 'SELECT vendor_id FROM app.due_diligence_answer'],
  ['another vendor was merged into it', 'SELECT merged_into FROM app.vendor'],
];

async function reasons(tx: Transaction, uses: Uses, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (ids.length === 0) return found;
  const parts = uses.map(
    ([why, sql]) => `SELECT '${why}' AS why, used.id FROM (${sql}) used (id) WHERE used.id = ANY ($1)`,
  );
  const rows = await tx.query<{ id: string; why: string }>(parts.join(' UNION ALL '), [ids]);
  for (const { id, why } of rows) if (!found.has(id)) found.set(id, why);
  return found;
}
