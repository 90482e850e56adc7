import type { Reason } from '../decision.ts';
import { dayText } from '../time/day-text.ts';
import { includes } from '../time/intervals.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { LinkEvidence } from '../vendors/subprocessors.ts';
import { linkLacks } from './chain-reasons.ts';
import type { CoverageAgreement, LinkFactsForCoverage, ServiceOf, VendorName } from './coverage-facts.ts';
import { indexOf } from './coverage-index.ts';

export const LINK_STATES = {
  assured: 'Agreement in place',
  missing: 'No agreement',
  unknown: 'Unknown',
  not_needed: 'No PHI',
} as const;
export type LinkState = keyof typeof LINK_STATES;

export interface LinkStanding {
  readonly state: LinkState;
  readonly reason: Reason;
}
/** The vendors and services at the ends of the link, and the agreement it names. */
export interface LinkParties {
  readonly vendors: readonly VendorName[];
  readonly services: readonly ServiceOf[];
  readonly agreements: readonly CoverageAgreement[];
}

/** Does the upper party hold an agreement with the lower one on a day? By the rule of coverage, which cannot disagree. */
export function linkStanding(
  link: LinkFactsForCoverage & { readonly evidence: LinkEvidence },
  parties: LinkParties,
  on: PlainDate,
): LinkStanding {
  if (link.phi === 'no')
    return { state: 'not_needed', reason: { key: 'no-phi', text: 'No PHI is passed on.', fact: 'phi' } };
  const index = indexOf({ ...parties, links: [link], coveredServices: [], conditions: [], conditionStatuses: [] });
  const lack = linkLacks(link, true, index).find(({ lacking }) => includes(lacking, on));
  if (lack) {
    const { key, text, citation } = lack.reason;
    return { state: key === 'subprocessor-unknown' ? 'unknown' : 'missing', reason: { key, text, citation } };
  }
  const agreement = link.agreementId === null ? undefined : index.agreement(link.agreementId);
  const text = agreement
    ? `“${agreement.title}” is in effect on ${dayText(on)}.`
    : `An agreement is in place: ${KNOWN_BY[link.evidence]}.`;
  return { state: 'assured', reason: { key: 'assured', text, fact: agreement ? 'agreementId' : 'assurance' } };
}

const KNOWN_BY: Record<LinkEvidence, string> = {
  copy: 'there is a copy of it',
  attestation: 'the vendor attests it',
  public_list: 'the public list of the vendor says so',
  none: 'nothing of it is on file',
};
