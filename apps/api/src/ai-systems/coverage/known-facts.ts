import { coverageBy } from '@attestry/domain/agreements/coverage.ts';
import type { CoverageSegment } from '@attestry/domain/agreements/coverage-answer.ts';
import type { CoverageFacts, FlowFacts, ServiceOf } from '@attestry/domain/agreements/coverage-facts.ts';
import { onceEach } from '@attestry/domain/once-each.ts';
import DataLoader from 'dataloader';
import type { Reading } from '../../kernel/reading.ts';
import { allFacts, factsFor } from './load-facts.ts';

/** Facts that were read, and what coverage says by them. */
export interface KnownFacts {
  readonly facts: CoverageFacts;
  readonly segmentsOf: (flow: FlowFacts) => readonly CoverageSegment[];
  readonly serviceOf: (id: string) => ServiceWithVendor;
}
export type ServiceWithVendor = ServiceOf & { readonly vendorName: string };

/** All facts of the organization, now or as recorded at the end of a day; read once an operation. */
export function everythingKnown(reading: Reading, asOf?: string): Promise<KnownFacts> {
  const read = whatIsRead(reading, asOf);
  read.everything ??= allFacts(reading, asOf).then(knownBy);
  return read.everything;
}

/** The facts that coverage of a service rests on, read together with those for the other services of an answer. */
export async function knownFor(reading: Reading, serviceId: string, asOf?: string): Promise<KnownFacts> {
  // What was recorded on an earlier day is in the log by record: reading all of a kind is the one way in.
  return asOf ? everythingKnown(reading, asOf) : whatIsRead(reading).services.load(serviceId);
}

/** What coverage needs to know of own infrastructure. */
export const NOTHING_KNOWN: KnownFacts = knownBy({
  services: [],
  vendors: [],
  agreements: [],
  coveredServices: [],
  conditions: [],
  conditionStatuses: [],
  links: [],
});

function whatIsRead(reading: Reading, asOf?: string) {
  return reading.loader(`coverage facts ${asOf}`, () => {
    const read: { everything?: Promise<KnownFacts>; services: DataLoader<string, KnownFacts> } = {
      services: new DataLoader(async (serviceIds) => {
        const known = await (read.everything ?? factsFor(reading, serviceIds).then(knownBy));
        return serviceIds.map(() => known);
      }),
    };
    return read;
  });
}

function knownBy(facts: CoverageFacts): KnownFacts {
  const vendors = new Map(facts.vendors.map(({ id, name }) => [id, name]));
  const services = new Map(facts.services.map((service) => [service.id, service]));
  const serviceOf = onceEach((id: string): ServiceWithVendor => {
    const service = services.get(id)!;
    return { ...service, vendorName: vendors.get(service.vendorId)! };
  });
  return { facts, segmentsOf: coverageBy(facts), serviceOf };
}
