import { addDays } from '@attestry/domain/time/dates.ts';
import type { Records } from './records.ts';

/*
 * Records of higher nouns for the tests of a lower one, which knows their tables but not their commands.
 */

/** So many days before today, where the organizations of the tests are. */
export const day = (ago: number): string =>
  addDays(new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(Date.now()), -ago);

/** A row that the officer adds; an array of PostgreSQL is written as JSON has it. */
export async function addRow(of: Records, table: string, values: Record<string, unknown>): Promise<string> {
  const row = { org_id: of.officer.orgId, ...values };
  const names = Object.keys(row).join(', ');
  const [added] = await of.app.sql<{ id: string }>(
    `INSERT INTO app.${table} (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::app.${table}, $1), ${author(of)} RETURNING id`,
    [JSON.stringify(row)],
  );
  return added!.id;
}

/** Changes every row of the officer's organization. */
export async function changeRows(of: Records, table: string, set: string): Promise<void> {
  await of.app.sql(`UPDATE app.${table} SET ${set} FROM ${author(of)} WHERE org_id = $1`, [of.officer.orgId]);
}

/** What the audit trigger asks for, set in the statement that it is part of. */
const author = ({ officer: { orgId, memberId } }: Records) =>
  `(SELECT set_config('app.org_id', '${orgId}', true), set_config('app.actor', 'member:${memberId}', true), set_config('app.command', 'test', true)) author`;

/** PHI of a new system reaches the service, through a last day or without an end. */
export async function flowTo(of: Records, serviceId: string, endsOn: string | null = null): Promise<void> {
  const { id } = await of.system({ name: 'Ambient scribe', phi: 'yes' });
  await addRow(of, 'phi_flow', {
    ai_system_id: id,
    service_id: serviceId,
    starts_on: day(90),
    ends_on: endsOn,
    exposures: ['prompt'],
  });
}

/** An agreement that lists the service; signed unless it is effective on no day. */
export async function coveredBy(
  of: Records,
  { vendorId, serviceId, title = 'Master BAA', effectiveOn = day(90), endsOn = null, upperVendorId = null }: Covering,
): Promise<string> {
  const signedOn = effectiveOn && day(100);
  const agreementId = await addRow(of, 'agreement', {
    title,
    vendor_id: vendorId,
    upper_vendor_id: upperVendorId,
    parties: upperVendorId ? 'ba_to_subcontractor' : 'ce_to_ba',
    renewal: 'evergreen',
    signed_by_upper_on: signedOn,
    signed_by_vendor_on: signedOn,
    effective_on: effectiveOn,
    ends_on: endsOn,
  });
  await addRow(of, 'covered_service', { agreement_id: agreementId, vendor_id: vendorId, service_id: serviceId });
  return agreementId;
}
interface Covering {
  readonly vendorId: string;
  readonly serviceId: string;
  readonly title?: string;
  readonly effectiveOn?: string | null;
  readonly endsOn?: string | null;
  readonly upperVendorId?: string | null;
}
