import { type Decision, no, type Reason, yes } from '../decision.ts';
import { dayBefore } from '../time/dates.ts';
import { dayText } from '../time/day-text.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { daysInEffect, type EffectFacts } from './in-effect.ts';
import { type PartyFacts, sameParties } from './parties.ts';

export type SupersessionFacts = EffectFacts &
  Pick<PartyFacts, 'vendorId' | 'upperVendorId'> & { readonly title: string };

/**
 * May `later` take the place of `earlier` from its effective day on? Reasons with a fact are about the choice of `later`.
 * PHI goes on under the later agreement, so nothing is to be returned or destroyed.
 */
export function maySupersede(earlier: SupersessionFacts, later: SupersessionFacts): Decision {
  const effective = daysInEffect(later)?.from ?? null;
  if (earlier.supersededOn !== null) return no(alreadySuperseded(earlier.title, earlier.supersededOn));
  if (daysInEffect(earlier) === null || earlier.effectiveOn === null)
    return no(reason('not-in-effect', `"${earlier.title}" was never in effect, so nothing takes its place.`));
  if (!sameParties(earlier, later)) return no(about('other-parties', 'must be an agreement between the same parties'));
  if (effective === null)
    return no(
      about('later-not-effective', 'the later agreement must be signed by both parties and have an effective date'),
    );
  if (effective <= earlier.effectiveOn)
    return no(
      about('not-later', `the later agreement must be effective after the earlier, ${dayText(earlier.effectiveOn)}`),
    );
  return yes(reason('supersedes', `It ends with ${dayText(dayBefore(effective))}.`));
}

/** May its end be recorded? Not once another agreement took its place: that ended it. */
export const mayEnd = ({ title, supersededOn }: Pick<SupersessionFacts, 'title' | 'supersededOn'>): Decision =>
  supersededOn === null
    ? yes(reason('not-superseded', 'No other agreement took its place.'))
    : no(alreadySuperseded(title, supersededOn));

/** What is wrong with a new effective date of an agreement that others were superseded by. */
export function wrongEffectiveOn(effectiveOn: PlainDate | null, earlier: readonly SupersessionFacts[]): Reason[] {
  return earlier
    .filter((one) => effectiveOn === null || (one.effectiveOn !== null && effectiveOn <= one.effectiveOn))
    .map((one) => ({
      key: 'takes-the-place',
      text: `must be after "${one.title}" was effective, ${dayText(one.effectiveOn ?? '')}: it takes the place of that agreement`,
      fact: 'effectiveOn',
      citation: 'practice',
    }));
}

const alreadySuperseded = (title: string, supersededOn: PlainDate) =>
  reason('superseded', `Another agreement takes the place of "${title}" from ${dayText(supersededOn)} on.`);

const reason = (key: string, text: string): Reason => ({ key, text, citation: 'practice' });
const about = (key: string, text: string): Reason => ({ ...reason(key, text), fact: 'supersededById' });
