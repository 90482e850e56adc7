import { dayText } from '../time/day-text.ts';
import { type Interval, interval, lastDay, NO_END, NO_START } from '../time/intervals.ts';
import type { CoverageReason, GapReason } from './coverage-answer.ts';
import type { LinkFactsForCoverage } from './coverage-facts.ts';
import type { CoverageIndex } from './coverage-index.ts';

/** Days on which a link lacks what it needs, whether or not a flow reaches it. */
export interface Lack {
  readonly lacking: Interval;
  readonly reason: CoverageReason;
}

/** What a link lacks, and when; nothing where assurance is in place for ever. `nearest`: it is the direct vendor's own. */
export function linkLacks(link: LinkFactsForCoverage, nearest: boolean, index: CoverageIndex): Lack[] {
  const upper = placeOf(link.upperVendorId, link.upperServiceId, index);
  const lower = placeOf(link.lowerVendorId, link.lowerServiceId, index);
  const lack = (lacking: Interval, key: GapReason, text: string): Lack => {
    const about = link.agreementId === null ? {} : { agreementId: link.agreementId };
    return { lacking, reason: { key, text, citation: nearest ? DIRECT : AT_EACH_TIER, linkId: link.id, ...about } };
  };
  const between = `between ${upper} and ${lower}`;
  if (link.phi === 'unknown')
    return [lack(EVER, 'subprocessor-unknown', `Whether ${upper} passes PHI on to ${lower} is unknown.`)];
  if (link.agreementId === null && link.assurance === 'unknown')
    return [lack(EVER, 'subprocessor-unknown', `Whether there is an agreement ${between} is unknown.`)];
  const assured = assuredDays(link, index);
  if (assured === null)
    return [lack(EVER, 'subprocessor-missing', `No agreement ${between} is in effect, and PHI is passed on.`)];
  const what = `${agreementName(link, index)} ${between}`;
  const { from, to } = assured;
  const early = `${what} is not in effect before ${dayText(from)}.`;
  const late = `${what} is in effect through ${dayText(lastDay(assured) ?? '')} only.`;
  return [
    ...(from === NO_START ? [] : [lack({ from: NO_START, to: from }, 'subprocessor-missing', early)]),
    ...(to === NO_END ? [] : [lack({ from: to, to: NO_END }, 'subprocessor-missing', late)]),
  ];
}

/** Days of the agreement itself where it is in the register, else those for which somebody vouches. */
function assuredDays(link: LinkFactsForCoverage, index: CoverageIndex): Interval | null {
  if (link.agreementId !== null) {
    const agreement = index.agreement(link.agreementId);
    return agreement ? index.inEffect(agreement) : null;
  }
  return link.assurance === 'in_place' ? interval(link.assuredFrom, link.assuredThrough) : null;
}

function placeOf(vendorId: string, serviceId: string | null, index: CoverageIndex): string {
  const vendor = index.vendorName(vendorId);
  return serviceId === null ? vendor : `${index.service(serviceId).name} (${vendor})`;
}

function agreementName({ agreementId }: LinkFactsForCoverage, index: CoverageIndex): string {
  const agreement = agreementId === null ? undefined : index.agreement(agreementId);
  return agreement ? `“${agreement.title}”` : 'The agreement';
}

const EVER = interval(null, null);
/** The direct vendor must bind its subcontractors; below it the same holds at each tier. */
const DIRECT = '45 CFR 164.504(e)(2)(ii)(D)';
const AT_EACH_TIER = '45 CFR 164.504(e)(5)';
