import { type CoveringLine, overlapsOf } from '@attestry/domain/agreements/overlap.ts';
import type { Context } from '../kernel/context.ts';
import { refused } from '../kernel/failure.ts';

/**
 * Refuses what was just written when another agreement between the same parties covers one of the services on the same
 * day. The database says the same at commit, for two commands that do not see each other.
 */
export async function refuseOverlap(ctx: Context, agreementId: string): Promise<void> {
  const lines = await ctx.query<CoveringLine>(
    `SELECT c.id AS "lineId", a.id AS "agreementId", a.title, a.upper_vendor_id AS "upperVendorId", c.service_id AS "serviceId",
       s.name AS "serviceName", c.listed_from AS "listedFrom", c.listed_through AS "listedThrough",
       a.signed_by_upper_on AS "signedByUpperOn", a.signed_by_vendor_on AS "signedByVendorOn", a.effective_on AS "effectiveOn",
       a.renewal, a.term_ends_on AS "termEndsOn", a.ends_on AS "endsOn", a.superseded_on AS "supersededOn"
     FROM app.covered_service c JOIN app.agreement a ON a.id = c.agreement_id JOIN app.service s ON s.id = c.service_id
     WHERE a.effective_on IS NOT NULL AND c.service_id IN (SELECT service_id FROM app.covered_service WHERE agreement_id = $1)`,
    [agreementId],
  );
  const overlaps = overlapsOf(agreementId, lines);
  if (overlaps.length > 0) throw refused(overlaps.slice(0, MOST));
}

const MOST = 20;
