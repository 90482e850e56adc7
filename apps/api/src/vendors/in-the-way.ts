import type { Decision } from '@attestry/domain/decision.ts';
import type { BindingAgreement, PhiReaching } from '@attestry/domain/vendors/in-use.ts';
import type { Context } from '../kernel/context.ts';
import { type Failure, invalid, refused } from '../kernel/failure.ts';

/** Last day of a range of days; null: it has no end. */
const LAST_DAY = (days: string) => `upper(${days}) - 1`;

/** Agreements that bind the vendor, with their last day. */
export const agreementsBinding = (ctx: Context, vendorId: string): Promise<BindingAgreement[]> =>
  ctx.query(
    `SELECT title, ${LAST_DAY('in_effect')} AS through FROM app.agreement
     WHERE vendor_id = $1 AND NOT isempty(in_effect) ORDER BY lower(title), id`,
    [vendorId],
  );

/** Agreements that list the service, with the last day on which they cover it. */
export const agreementsCovering = (ctx: Context, serviceId: string): Promise<BindingAgreement[]> =>
  ctx.query(
    `SELECT title, ${LAST_DAY('days')} AS through FROM (
       SELECT a.id, a.title, a.in_effect * daterange(c.listed_from, c.listed_through, '[]') AS days
       FROM app.covered_service c JOIN app.agreement a ON a.org_id = c.org_id AND a.id = c.agreement_id
       WHERE c.service_id = $1) listed
     WHERE NOT isempty(days) ORDER BY lower(title), id`,
    [serviceId],
  );

/** PHI that systems send to these services. */
export const phiReaching = (ctx: Context, serviceIds: readonly string[]): Promise<PhiReaching[]> =>
  ctx.query(
    `SELECT a.name AS system, s.name AS service, f.ends_on AS through
     FROM app.phi_flow f JOIN app.ai_system a ON a.org_id = f.org_id AND a.id = f.ai_system_id
       JOIN app.service s ON s.org_id = f.org_id AND s.id = f.service_id
     WHERE f.service_id = ANY ($1::uuid[]) AND f.withdrawn_at IS NULL AND a.withdrawn_at IS NULL
     ORDER BY lower(a.name), f.id`,
    [serviceIds],
  );

/** A wrong date is mended at its field; what else is in the way is not. */
export function failureOf({ because }: Decision, field: string): Failure {
  const dates = because.filter(({ key }) => key === 'future');
  return dates.length > 0 ? invalid(...dates.map(({ text }) => ({ path: field, message: text }))) : refused(because);
}
