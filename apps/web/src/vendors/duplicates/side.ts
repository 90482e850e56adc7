import type { LikelyVendorFragment } from '../../generated/graphql.ts';
import type { Link } from './holdings.ts';

/** A vendor of a pair with the links of the chain that name it. */
export interface Side {
  readonly vendor: LikelyVendorFragment;
  /** Undefined while they are being read. */
  readonly links: readonly Link[] | undefined;
}
