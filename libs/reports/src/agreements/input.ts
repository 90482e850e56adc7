import type { Parties, Renewal } from '@attestry/domain/agreements/facts.ts';
import type { AgreementStage } from '@attestry/domain/agreements/lifecycle.ts';
import type { PlainDate } from '@attestry/domain/time/plain-date.ts';

/** An agreement as the register reports it, with what the rules answered for the as-of day. */
export interface ReportAgreement {
  readonly id: string;
  readonly title: string;
  readonly vendor: string;
  /** '' where the upper party is the organization itself. */
  readonly upperVendor: string;
  readonly parties: Parties;
  readonly owner: string;
  readonly stage: AgreementStage;
  /** Why it stands there, in sentences. */
  readonly because: readonly string[];
  readonly signedByUpperOn: PlainDate | null;
  readonly signedByVendorOn: PlainDate | null;
  readonly effectiveOn: PlainDate | null;
  readonly renewal: Renewal;
  readonly termEndsOn: PlainDate | null;
  readonly noticeBy: PlainDate | null;
  readonly inEffectThrough: PlainDate | null;
  readonly daysLeft: number | null;
  readonly services: readonly string[];
  readonly conditions: readonly { readonly condition: string; readonly met: 'yes' | 'no' | 'unknown' }[];
  readonly obligations: readonly {
    readonly category: string;
    readonly state: 'open' | 'overdue' | 'infeasible' | 'recheck_due' | 'done';
    readonly nextOn: PlainDate | null;
    readonly reason: string;
  }[];
  readonly documents: readonly {
    readonly title: string;
    readonly kind: string;
    readonly sha256: string;
    readonly receivedAt: string;
  }[];
  readonly keepUntil: PlainDate | null;
  readonly retention: string;
}
