import type { Renewal } from '@attestry/domain/agreements/facts.ts';
import type { AgreementStage } from '@attestry/domain/agreements/lifecycle.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import { counted } from '../../ui/words.ts';

/** What the sentence of an agreement's state is made of; a record and a card of the board both have it. */
export interface StatedAgreement {
  readonly vendor: { readonly name: string };
  readonly upperVendor?: { readonly name: string } | null;
  readonly draftedOn?: string | null;
  readonly sentOn?: string | null;
  readonly signedByUpperOn?: string | null;
  readonly signedByVendorOn?: string | null;
  readonly effectiveOn?: string | null;
  readonly renewal: Renewal;
  readonly renewalMonths?: number | null;
  readonly noticeGivenOn?: string | null;
  readonly noticeGivenBy?: 'upper' | 'vendor' | null;
  readonly endsOn?: string | null;
  readonly endReason?: string;
  readonly supersededOn?: string | null;
  readonly supersededBy?: { readonly title: string } | null;
  readonly standing: {
    readonly stage: AgreementStage;
    readonly inEffectThrough?: string | null;
    readonly termEndsOn?: string | null;
    readonly noticeBy?: string | null;
  };
}

/** Where an agreement stands and until when, in one sentence. `us` is the name of the organization. */
export function stateWords(agreement: StatedAgreement, us: string, today: string): string {
  const { standing, vendor, draftedOn, sentOn, effectiveOn } = agreement;
  const upper = agreement.upperVendor?.name ?? us;
  const through = standing.inEffectThrough ?? agreement.endsOn;
  switch (standing.stage) {
    case 'drafted':
      return draftedOn ? `Drafted on ${dayText(draftedOn)}, not sent yet.` : 'A draft, not sent yet.';
    case 'sent':
      return `Sent${sentOn ? ` on ${dayText(sentOn)}` : ''}; signed by neither party.`;
    case 'partly_signed':
      return agreement.signedByVendorOn && agreement.signedByVendorOn <= today
        ? `Signed by ${vendor.name} on ${dayText(agreement.signedByVendorOn)}, not by ${upper} yet.`
        : `Signed by ${upper} on ${dayText(agreement.signedByUpperOn!)}, not by ${vendor.name} yet.`;
    case 'signed':
      return effectiveOn
        ? `Signed by both parties; in effect from ${dayText(effectiveOn)}.`
        : 'Signed by both parties; from which day it is in effect is not recorded.';
    case 'in_effect':
      return inEffectWords(agreement, today);
    case 'notice':
      return `${noticeWords(agreement, upper)}; in effect through ${dayText(through!)}.`;
    case 'ended':
      return `Ended${through ? ` on ${dayText(through)}` : ''}${agreement.endReason ? `: ${sentence(agreement.endReason)}` : '.'}`;
    case 'superseded':
      return `Superseded${agreement.supersededBy ? ` by “${agreement.supersededBy.title}”` : ''}${through ? `; it was in effect through ${dayText(through)}` : ''}.`;
  }
}

function inEffectWords({ standing, effectiveOn, endsOn, ...agreement }: StatedAgreement, today: string): string {
  const { inEffectThrough, termEndsOn } = standing;
  if (
    agreement.supersededOn &&
    inEffectThrough &&
    agreement.supersededOn > inEffectThrough &&
    inEffectThrough !== endsOn
  )
    return `In effect through ${dayText(inEffectThrough)}; “${agreement.supersededBy?.title ?? 'Another agreement'}” then takes its place.`;
  if (inEffectThrough) {
    const why =
      inEffectThrough === endsOn ? 'its recorded last day' : 'the end of its term; it does not renew by itself';
    return `In effect through ${dayText(inEffectThrough)}, ${why}.`;
  }
  const since = effectiveOn ? `In effect since ${dayText(effectiveOn)}` : 'In effect';
  if (agreement.renewal === 'auto' && termEndsOn)
    return `In effect through ${dayText(termEndsOn)}; ${renewalWords(agreement.renewalMonths, standing.noticeBy, today)}.`;
  if (agreement.renewal === 'evergreen') return `${since}; it runs until it is ended.`;
  return termEndsOn
    ? `${since}; its term ends on ${dayText(termEndsOn)}, and whether it renews is unknown.`
    : `${since}; how long it runs is unknown.`;
}

/** "renews for 12 months unless notice is given by 31 Dec 2026", or that this day is over. */
export function renewalWords(
  months: number | null | undefined,
  noticeBy: string | null | undefined,
  today: string,
): string {
  const renews = `renews for ${counted(months ?? 12, 'month')}`;
  if (!noticeBy) return renews;
  return noticeBy < today
    ? `${renews}, as the last day to give notice was ${dayText(noticeBy)}`
    : `${renews} unless notice is given by ${dayText(noticeBy)}`;
}

function noticeWords({ noticeGivenOn, noticeGivenBy, vendor }: StatedAgreement, upper: string): string {
  const by = noticeGivenBy === 'vendor' ? vendor.name : upper;
  return `${by} gave notice of termination${noticeGivenOn ? ` on ${dayText(noticeGivenOn)}` : ''}`;
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
