import type { LikelyVendorFragment } from '../../generated/graphql.ts';
import { counted } from '../../ui/words.ts';

export interface Link {
  readonly id: string;
  readonly upperVendor: { readonly id: string; readonly name: string };
  readonly lowerVendor: { readonly id: string; readonly name: string };
}

/** Links of the chain that name the vendor itself, not those further above or below. */
export const linksOf = <L extends Link>(vendorId: string, links: readonly L[]): L[] =>
  links.filter(({ upperVendor, lowerVendor }) => upperVendor.id === vendorId || lowerVendor.id === vendorId);

type Held = Pick<LikelyVendorFragment, 'services' | 'agreements' | 'evidence' | 'dueDiligence'>;

/** What goes with a vendor when it is merged: "3 services, 1 agreement". Null where it holds nothing. */
export function holdingWords({ services, agreements, evidence, dueDiligence }: Held, links: number): string[] {
  const kinds: [number, string][] = [
    [services.length, 'service'],
    [agreements.length, 'agreement'],
    [links, 'subprocessor link'],
    [evidence.length, 'document'],
    [dueDiligence.answered, 'due diligence answer'],
  ];
  return kinds.filter(([count]) => count > 0).map(([count, one]) => counted(count, one));
}
