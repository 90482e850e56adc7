import { dayAfter } from '@attestry/domain/time/dates.ts';

/** A flow with the days on which each agreement covers it. */
export interface CoveredFlow {
  readonly id: string;
  readonly aiSystem: { readonly name: string };
  readonly service?: { readonly id: string; readonly name: string } | null;
  readonly segments: readonly {
    readonly from: string;
    readonly through?: string | null;
    readonly agreement?: { readonly id: string } | null;
  }[];
}

export interface Loss {
  readonly id: string;
  readonly flow: string;
  /** First day without this agreement's cover. */
  readonly from: string;
}

/** Flows that an agreement covers beyond a last day, and from which day they lose it; `goOn` are services covered otherwise. */
export function losingCover(
  flows: readonly CoveredFlow[],
  agreementId: string,
  lastDay: string,
  goOn: ReadonlySet<string> = new Set(),
): Loss[] {
  const after = dayAfter(lastDay);
  return flows
    .filter(({ service }) => service && !goOn.has(service.id))
    .flatMap(({ id, aiSystem, service, segments }) => {
      const [lost] = segments
        .filter(({ agreement, through }) => agreement?.id === agreementId && (!through || through >= after))
        .map(({ from }) => (from > after ? from : after))
        .sort();
      return lost ? [{ id, flow: `${aiSystem.name} to ${service!.name}`, from: lost }] : [];
    });
}
