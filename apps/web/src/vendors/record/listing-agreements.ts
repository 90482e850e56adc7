/** The part of an agreement that says what it lists. */
export interface ListingAgreement {
  readonly id: string;
  readonly title: string;
  readonly standing: { readonly stage: string };
  readonly coveredServices: readonly {
    readonly listedFrom?: string | null;
    readonly listedThrough?: string | null;
    readonly service: { readonly id: string };
  }[];
}

/** Over, or never begun: shown only where nothing better lists the service. */
const ORDER: readonly string[] = [
  'in_effect',
  'notice',
  'signed',
  'partly_signed',
  'sent',
  'drafted',
  'ended',
  'superseded',
];

/** Agreements that list the service on a day, the one that counts first. Listed is not yet covered: that is for the rule. */
export function listingAgreements<Agreement extends ListingAgreement>(
  serviceId: string,
  agreements: readonly Agreement[],
  day: string,
): Agreement[] {
  return agreements
    .filter(({ coveredServices }) =>
      coveredServices.some(
        ({ service, listedFrom, listedThrough }) =>
          service.id === serviceId && (!listedFrom || listedFrom <= day) && (!listedThrough || day <= listedThrough),
      ),
    )
    .sort((a, b) => ORDER.indexOf(a.standing.stage) - ORDER.indexOf(b.standing.stage));
}
