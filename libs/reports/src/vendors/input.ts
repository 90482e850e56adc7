import type { PlainDate } from '@attestry/domain/time/plain-date.ts';
import type { EvidenceState } from '@attestry/domain/vendors/evidence-standing.ts';
import type { VendorTier } from '@attestry/domain/vendors/facts.ts';
import type { YesNoUnknown } from '@attestry/domain/yes-no-unknown.ts';

/** A vendor as the register reports it, with what the rules answered for the as-of day. */
export interface ReportVendor {
  readonly id: string;
  readonly name: string;
  readonly website: string;
  readonly description: string;
  readonly tier: VendorTier;
  readonly owner: string;
  readonly nextReviewOn: PlainDate | null;
  readonly offboardedOn: PlainDate | null;
  readonly services: readonly {
    readonly name: string;
    readonly phi: YesNoUnknown;
    readonly ai: YesNoUnknown;
    readonly removedOn: PlainDate | null;
  }[];
  readonly agreements: readonly { readonly title: string; readonly standing: string }[];
  readonly evidence: readonly {
    readonly title: string;
    readonly kind: string;
    readonly expiresOn: PlainDate | null;
    readonly state: EvidenceState;
  }[];
  /** 0 to 100; null while nothing is answered. */
  readonly dueDiligenceScore: number | null;
  /** Gaps of coverage open on the day, of flows that reach one of its services. */
  readonly openGaps: number;
}

/** A vendor receives PHI when one of its services in use does; unknown when none does and one may. */
export function phiOf({ services }: Pick<ReportVendor, 'services'>): YesNoUnknown {
  const inUse = services.filter(({ removedOn }) => removedOn === null);
  if (inUse.some(({ phi }) => phi === 'yes')) return 'yes';
  return inUse.length === 0 || inUse.some(({ phi }) => phi === 'unknown') ? 'unknown' : 'no';
}
