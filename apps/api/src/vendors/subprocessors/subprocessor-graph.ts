import { isPlainDate } from '@attestry/domain/time/plain-date.ts';
import { asOfDay, recordedRows } from '../../kernel/as-of.ts';
import type { Context } from '../../kernel/context.ts';
import { invalid } from '../../kernel/failure.ts';
import { isId } from '../../kernel/ids.ts';
import { type AsOf, oneOf, readBy } from '../../kernel/loaders.ts';
import { columns, tableOf } from '../../kernel/rows.ts';
import { Vendor } from '../vendor.entity.ts';
import { SubprocessorLink } from './subprocessor-link.entity.ts';

/** More than anybody looks at; a vendor that everybody uses has thousands above it. */
export const MOST_LINKS = 2_000;

/** A link as it is shown on a day; without one, on today. */
export type LinkOfDay = AsOf<SubprocessorLink> & { readonly on?: string };

interface Asked {
  readonly vendorId: string;
  readonly on?: string | null;
  readonly asOf?: string | null;
}

/** All links below and above a vendor that hold on a day, to any depth; each once, whatever circles they make. */
export async function graphOf(ctx: Context, { vendorId, on, asOf }: Asked) {
  const recorded = asOfDay(ctx.me, asOf);
  if (typeof on === 'string' && !isPlainDate(on))
    throw invalid({ path: 'on', message: 'must be a date that exists, written YYYY-MM-DD' });
  const root = isId(vendorId) ? await oneOf(ctx, Vendor, vendorId.toLowerCase(), recorded) : undefined;
  if (!root || root.withdrawnAt) return { nodes: [], links: [], complete: true };
  const day = on ?? recorded ?? ctx.me.today;
  const found = await linksAround(ctx, root.id, day, recorded);
  const links: LinkOfDay[] = found.slice(0, MOST_LINKS).map((link) => ({ ...link, on: day, asOf: recorded }));
  const ids = [...new Set([root.id, ...links.flatMap((link) => [link.upperVendorId, link.lowerVendorId])])];
  return { nodes: await readBy(ctx, Vendor, 'id', ids, recorded), links, complete: found.length <= MOST_LINKS };
}

/** Up and down apart from each other: another customer of a subprocessor is no part of the chain. */
function linksAround(ctx: Context, vendorId: string, on: string, recorded: string | undefined) {
  const rows = recorded
    ? `${recordedRows(SubprocessorLink, 'subprocessor_link')} recorded`
    : tableOf<SubprocessorLink>(SubprocessorLink);
  const [day, vendor] = recorded ? ['$3', '$4'] : ['$1', '$2'];
  return ctx.query<SubprocessorLink>(
    `WITH RECURSIVE link AS MATERIALIZED (
       SELECT * FROM ${rows}
       WHERE (starts_on IS NULL OR starts_on <= ${day}::date) AND (ends_on IS NULL OR ends_on >= ${day}::date)),
     below AS (SELECT ${vendor}::uuid AS id UNION SELECT link.lower_vendor_id FROM below JOIN link ON link.upper_vendor_id = below.id),
     above AS (SELECT ${vendor}::uuid AS id UNION SELECT link.upper_vendor_id FROM above JOIN link ON link.lower_vendor_id = above.id)
     SELECT ${columns<SubprocessorLink>(SubprocessorLink)} FROM link
     WHERE upper_vendor_id IN (SELECT id FROM below) OR lower_vendor_id IN (SELECT id FROM above)
     ORDER BY id LIMIT ${MOST_LINKS + 1}`,
    recorded ? [recorded, ctx.me.timeZone, on, vendorId] : [on, vendorId],
  );
}
