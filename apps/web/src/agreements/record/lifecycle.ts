import { partyNames } from '../facts/party-names.ts';
import type { AgreementOnPage } from './agreement-on-page.ts';

export interface Milestone {
  readonly key: string;
  readonly label: string;
  /** Null: it has not happened, or nobody recorded when. */
  readonly day: string | null;
  readonly who?: string;
}

type Facts = Omit<AgreementOnPage, 'conditions' | 'documents' | 'obligations' | 'coveredServices'>;

/** The dated facts in the order of their days: what was, then what is missing, then what lies ahead. */
export function lifecycleOf(agreement: Facts, us: string, today: string): Milestone[] {
  const all = milestones(agreement, us);
  const dated = all.filter(({ day }) => day !== null).sort((one, other) => one.day!.localeCompare(other.day!));
  return [
    ...dated.filter(({ day }) => day! <= today),
    ...all.filter(({ day }) => day === null),
    ...dated.filter(({ day }) => day! > today),
  ];
}

function milestones(agreement: Facts, us: string): Milestone[] {
  const { upper, lower } = partyNames(agreement, us);
  const { draftedOn, sentOn, signedByUpperOn, signedByVendorOn, standing } = agreement;
  const signed = Boolean(signedByUpperOn || signedByVendorOn);
  // A step that later ones make certain is not owed a date.
  const begun: Milestone[] = [
    ...(draftedOn || !(sentOn || signed) ? [{ key: 'drafted', label: 'Drafted', day: draftedOn ?? null }] : []),
    ...(sentOn || !signed ? [{ key: 'sent', label: 'Sent', day: sentOn ?? null }] : []),
  ];
  return [
    ...begun,
    { key: 'upper', label: `Signed by ${upper}`, day: signedByUpperOn ?? null, who: agreement.signedByUpper },
    { key: 'vendor', label: `Signed by ${lower}`, day: signedByVendorOn ?? null, who: agreement.signedByVendor },
    { key: 'effective', label: 'Effective', day: agreement.effectiveOn ?? null },
    ...agreement.amendments.map(({ id, effectiveOn }) => ({ key: id, label: 'Amended', day: effectiveOn })),
    ...ifDated('notice', 'Notice given', agreement.noticeGivenOn, agreement.noticeGivenBy === 'vendor' ? lower : upper),
    ...ifDated('notice-by', 'Last day to give notice', standing.noticeBy),
    ...endOf(agreement),
    ...ifDated('kept', 'Kept until', standing.keepUntil),
  ];
}

function endOf({ standing, endsOn, supersededOn, supersededBy }: Facts): Milestone[] {
  if (supersededOn) return ifDated('superseded', 'Superseded', supersededOn, supersededBy?.title);
  const last = endsOn ?? standing.inEffectThrough;
  return last ? ifDated('ends', 'Last day in effect', last) : ifDated('term', 'Term ends', standing.termEndsOn);
}

const ifDated = (key: string, label: string, day?: string | null, who?: string): Milestone[] =>
  day ? [{ key, label, day, who }] : [];
