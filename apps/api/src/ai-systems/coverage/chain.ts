import { linksBelow } from '@attestry/domain/agreements/chain-links.ts';
import { type AsOf, oneOf, rowsBy } from '../../kernel/loaders.ts';
import type { Reading } from '../../kernel/reading.ts';
import { SubprocessorLink } from '../../vendors/subprocessors/subprocessor-link.entity.ts';
import { PhiFlow } from '../phi-flow.entity.ts';
import { knownFor } from './known-facts.ts';

/** Flows of a system that were not recorded by mistake, those that ended included. */
export async function flowsOf(reading: Reading, { id, asOf }: AsOf<{ readonly id: string }>): Promise<AsOf<PhiFlow>[]> {
  const flows = await rowsBy<PhiFlow, 'aiSystemId'>(reading, PhiFlow, 'aiSystemId', id, asOf);
  return flows.filter(({ withdrawnAt }) => withdrawnAt === null);
}

/** The links below the services that a system sends PHI to, nearest first. */
export async function chainOf(
  reading: Reading,
  system: AsOf<{ readonly id: string }>,
): Promise<AsOf<SubprocessorLink>[]> {
  const flows = await flowsOf(reading, system);
  const serviceIds = [...new Set(flows.flatMap(({ serviceId }) => serviceId ?? []))];
  const known = await Promise.all(serviceIds.map((id) => knownFor(reading, id, system.asOf)));
  const services = serviceIds.map((id, at) => known[at]!.serviceOf(id));
  const links = new Map(known.flatMap(({ facts }) => facts.links).map((link) => [link.id, link]));
  const below = linksBelow(services, [...links.values()]);
  const rows = await Promise.all(
    below.map(({ id }) => oneOf<SubprocessorLink>(reading, SubprocessorLink, id, system.asOf)),
  );
  return rows.filter((row) => row !== undefined);
}
