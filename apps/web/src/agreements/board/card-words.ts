import { daysBetween } from '@attestry/domain/time/dates.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import type { BoardCardFragment } from '../../generated/graphql.ts';
import { distanceText } from '../../ui/dates.ts';
import { counted } from '../../ui/words.ts';

export interface CardWords {
  readonly text: string;
  /** Said beside it with a mark, where somebody has to act or nobody knows. */
  readonly mark?: { readonly standing: 'gap' | 'soon' | 'unknown'; readonly word: string };
}

/** What is told of obligations on a card of an agreement that ended. */
export interface OpenObligation {
  readonly standing: { readonly state: string; readonly nextOn?: string | null };
}

/** The day that matters for an agreement at its stage. */
export function cardWords(card: BoardCardFragment, us: string, today: string): CardWords {
  const { standing } = card;
  switch (standing.stage) {
    case 'drafted':
      return { text: card.draftedOn ? `Drafted ${dayText(card.draftedOn)}` : 'Draft without a date' };
    case 'sent':
      return { text: card.sentOn ? `Sent ${dayText(card.sentOn)}, ${distanceText(card.sentOn, today)}` : 'Sent' };
    case 'partly_signed':
      return { text: partlySigned(card, us, today) };
    case 'signed':
      return card.effectiveOn
        ? { text: `In effect from ${dayText(card.effectiveOn)}` }
        : { text: 'Signed by both', mark: { standing: 'unknown', word: 'No effective date' } };
    case 'ended':
    case 'superseded':
      return { text: standing.inEffectThrough ? `Ended ${dayText(standing.inEffectThrough)}` : 'Ended' };
    default:
      return inEffect(card, today);
  }
}

function partlySigned(card: BoardCardFragment, us: string, today: string): string {
  const upper = card.upperVendor?.name ?? us;
  return card.signedByVendorOn && card.signedByVendorOn <= today
    ? `Signed by ${card.vendor.name} ${dayText(card.signedByVendorOn)}; ${upper} has not`
    : `Signed by ${upper} ${dayText(card.signedByUpperOn!)}; ${card.vendor.name} has not`;
}

function inEffect({ standing, renewal }: BoardCardFragment, today: string): CardWords {
  const { inEffectThrough, termEndsOn, noticeBy } = standing;
  if (inEffectThrough) return { text: `Last day ${dayText(inEffectThrough)}, ${distanceText(inEffectThrough, today)}` };
  if (renewal === 'evergreen') return { text: 'Runs until it is ended' };
  if (!termEndsOn) return { text: 'In effect', mark: { standing: 'unknown', word: 'End unknown' } };
  if (renewal === 'unknown')
    return {
      text: `Term ends ${dayText(termEndsOn)}, ${distanceText(termEndsOn, today)}`,
      mark: { standing: 'unknown', word: 'Renewal unknown' },
    };
  const renews = `Renews after ${dayText(termEndsOn)}`;
  if (!noticeBy || noticeBy < today) return { text: renews };
  return daysBetween(today, noticeBy) <= SOON_DAYS
    ? { text: renews, mark: { standing: 'soon', word: `Notice by ${dayText(noticeBy)}` } }
    : { text: `${renews}; notice by ${dayText(noticeBy)}` };
}

/** As far ahead as the board looks for ends. */
const SOON_DAYS = 90;

/** What is still to be returned or destroyed, and what of it is late. */
export function obligationWords(obligations: readonly OpenObligation[], today: string): CardWords {
  // Its term ran out and nobody said what became of the PHI: nothing is known, which is not "nothing is due".
  if (obligations.length === 0) return { text: 'End not recorded', mark: { standing: 'unknown', word: 'PHI unknown' } };
  const open = obligations.filter(({ standing }) => standing.state !== 'done');
  const [next] = open.flatMap(({ standing }) => standing.nextOn ?? []).sort();
  const text = `${counted(open.length, 'obligation')} open of ${obligations.length}`;
  if (!next) return { text };
  return next < today
    ? { text, mark: { standing: 'gap', word: `Due since ${dayText(next)}` } }
    : { text, mark: { standing: 'soon', word: `Due ${dayText(next)}` } };
}
