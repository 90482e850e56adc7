import type { Records } from './records.ts';
import type { Client } from './test-app.ts';

/*
 * PHI flows of an organization, made as its people would, for tests that need one.
 */

export const CREATE_FLOW = `mutation ($input: CreatePhiFlowInput!) { made: createPhiFlow(input: $input) { id version } }`;

export interface MadeFlow {
  readonly id: string;
  readonly version: number;
}

/** To a new service of a new vendor, of a new system, since 1 Apr 2024, or as given. */
export async function phiFlow(
  of: Records,
  { aiSystemId, ...facts }: Record<string, unknown> = {},
  client: Client = of.officer,
): Promise<MadeFlow> {
  const to = 'serviceId' in facts || 'place' in facts ? {} : { serviceId: (await of.service()).id };
  const { made } = await client.must<{ made: MadeFlow }>(CREATE_FLOW, {
    input: {
      aiSystemId: aiSystemId ?? (await of.system({ phi: 'yes' })).id,
      facts: { startsOn: '2024-04-01', exposures: ['prompt'], ...to, ...facts },
    },
  });
  return { id: made.id, version: made.version };
}
