import type { LinkFactsForCoverage, ServiceOf } from './coverage-facts.ts';

type Link = Pick<
  LinkFactsForCoverage,
  'id' | 'upperVendorId' | 'upperServiceId' | 'lowerVendorId' | 'lowerServiceId' | 'phi'
>;
interface Node {
  readonly vendorId: string;
  /** Null: any service of the vendor. */
  readonly serviceId: string | null;
}

/** A link without a service is said of every service of its vendor. */
export const isBelow = (
  { upperVendorId, upperServiceId }: Omit<Link, 'id' | 'phi'>,
  { vendorId, serviceId }: Node,
): boolean =>
  upperVendorId === vendorId && (serviceId === null || upperServiceId === null || upperServiceId === serviceId);

/**
 * The links of the chains below some services, nearest first, whatever their days. A link that passes no PHI on is
 * among them; what is below it is not.
 */
export function linksBelow<One extends Link>(services: readonly ServiceOf[], links: readonly One[]): One[] {
  const nodes: Node[] = services.map(({ id, vendorId }) => ({ vendorId, serviceId: id }));
  const seen = new Set(nodes.map(keyOf));
  const found = new Set<One>();
  for (const node of nodes)
    for (const link of links.filter((one) => isBelow(one, node))) {
      found.add(link);
      const below = { vendorId: link.lowerVendorId, serviceId: link.lowerServiceId };
      if (link.phi === 'no' || seen.has(keyOf(below))) continue;
      seen.add(keyOf(below));
      nodes.push(below);
    }
  return [...found];
}

const keyOf = ({ vendorId, serviceId }: Node) => `${vendorId} ${serviceId ?? ''}`;
