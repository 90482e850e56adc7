import { dayText } from '@attestry/domain/time/day-text.ts';
import type { YesNoUnknown } from '@attestry/domain/yes-no-unknown.ts';
import { counted, numberText } from '../../ui/words.ts';
import type { ServiceOfDay } from './coverage-today.ts';

interface Service {
  readonly id: string;
  readonly name: string;
  readonly phi: YesNoUnknown;
  readonly removedOn?: string | null;
}

export const inUse = <S extends { readonly removedOn?: string | null }>(services: readonly S[]): S[] =>
  services.filter(({ removedOn }) => !removedOn);

/** How many services there are, and what is known of PHI: "3 services, 2 receive PHI, of 1 it is not known." */
export function serviceWords(services: readonly Service[]): string {
  const all = inUse(services);
  if (all.length === 0) return 'No services are recorded, so whether PHI reaches it is not known.';
  const count = (answer: YesNoUnknown) => all.filter(({ phi }) => phi === answer).length;
  const [yes, unknown] = [count('yes'), count('unknown')];
  const parts = [
    yes > 0 && `${yes === all.length ? whole(yes) : numberText(yes)} ${yes === 1 ? 'receives' : 'receive'} PHI`,
    unknown > 0 &&
      (unknown === all.length ? 'whether PHI reaches it is not known' : `of ${numberText(unknown)} it is not known`),
    yes + unknown === 0 && 'no PHI reaches it',
  ].filter(Boolean);
  return `${counted(all.length, 'service')}: ${parts.join(', ')}.`;
}

const whole = (count: number) => (count === 1 ? 'it' : 'all');

/** What is wrong with cover today, a sentence a service: "Summarization API is not covered since 12 Jun 2026." */
export function coverageWords(
  services: readonly Pick<Service, 'id' | 'name'>[],
  coverage: ReadonlyMap<string, ServiceOfDay>,
): { readonly key: string; readonly text: string; readonly service?: ServiceOfDay }[] {
  if (coverage.size === 0) return [{ key: 'no-flow', text: 'No flow of PHI to it is recorded on this day.' }];
  const nameOf = (id: string) => services.find((service) => service.id === id)?.name ?? 'A service';
  const lacking = [...coverage].filter(([, { state }]) => state === 'uncovered' || state === 'unknown');
  if (lacking.length === 0)
    return [{ key: 'covered', text: `PHI flows to ${numberText(coverage.size)} of them, covered on this day.` }];
  return lacking.map(([id, service]) => ({
    key: id,
    service,
    text:
      service.state === 'uncovered'
        ? `${nameOf(id)} is not covered since ${dayText(service.since)}.`
        : `Whether ${nameOf(id)} is covered is unknown since ${dayText(service.since)}.`,
  }));
}
