import { SIGNED, signedAgreement } from '../../../test/agreements.ts';
import { phiFlow } from '../../../test/phi-flows.ts';
import type { Records } from '../../../test/records.ts';

/** Four systems and what coverage finds of each. */
export interface Situations {
  /** PHI reached Notes in January 2024, the agreement is in effect since February. */
  readonly scribe: Situation;
  /** No agreement with the vendor of Alerts; PHI flows since April 2024, and to own infrastructure. */
  readonly triage: Situation;
  /** Codes is covered; since January 2025 nobody knows what its vendor has with the model's. */
  readonly coder: Situation & { readonly links: readonly string[] };
  /** The agreement on Plans ended with June 2025, PHI went on through December. */
  readonly planner: Situation;
}
interface Situation {
  readonly systemId: string;
  readonly vendorId: string;
  readonly serviceId: string;
  readonly flowId: string;
}

export async function situations(of: Records): Promise<Situations> {
  const scribe = await situation(of, 'Scribe', 'Notes', { startsOn: '2024-01-01', exposures: ['prompt', 'log'] });
  await agreed(of, scribe);
  const triage = await situation(of, 'Triage', 'Alerts', { exposures: ['prompt', 'cache'] });
  await phiFlow(of, { aiSystemId: triage.systemId, place: 'Own data center' });
  const coder = await situation(of, 'Coder', 'Codes', { startsOn: '2024-03-01' });
  await agreed(of, coder);
  const planner = await situation(of, 'Planner', 'Plans', { startsOn: '2024-03-01', endsOn: '2025-12-31' });
  await agreed(of, planner, { renewal: 'fixed', termEndsOn: '2025-06-30' });
  return { scribe, triage, coder: { ...coder, links: await chainBelow(of, coder.vendorId) }, planner };
}

async function situation(
  of: Records,
  system: string,
  service: string,
  flow: Record<string, unknown>,
): Promise<Situation> {
  const systemId = (await of.system({ name: system, phi: 'yes' })).id;
  const vendorId = (await of.vendor({ name: `${service} Inc` })).id;
  const serviceId = (await of.service(vendorId, { name: service })).id;
  const { id: flowId } = await phiFlow(of, { aiSystemId: systemId, serviceId, ...flow });
  return { systemId, vendorId, serviceId, flowId };
}

/** In effect since 1 Feb 2024. */
export const agreed = (of: Records, { vendorId, serviceId }: Omit<Situation, 'systemId' | 'flowId'>, facts = {}) =>
  signedAgreement(of, { vendorId, serviceIds: [serviceId], signatures: SIGNED, facts });

/** Below the vendor a model's, unknown since 2025; below that a cloud's, in order. */
async function chainBelow(of: Records, upperVendorId: string): Promise<string[]> {
  const [model, cloud] = [await of.vendor({ name: 'Model Co' }), await of.vendor({ name: 'Cloud Co' })];
  const near = await link(of, upperVendorId, model.id, { phi: 'yes', startsOn: '2025-01-01' });
  const far = await link(of, model.id, cloud.id, { phi: 'yes', assurance: 'in_place', evidence: 'attestation' });
  return [near, far];
}

export async function link(of: Records, upperVendorId: string, lowerVendorId: string, facts: Record<string, unknown>) {
  const { made } = await of.officer.must<{ made: { id: string } }>(
    `mutation ($input: AddSubprocessorInput!) { made: addSubprocessor(input: $input) { id } }`,
    { input: { upperVendorId, lowerVendorId, facts } },
  );
  return made.id;
}

/** Everything recorded so far was recorded that many days ago. */
export async function backdate({ app, officer }: Records, days: number): Promise<void> {
  await app.sql(`ALTER TABLE audit.event DISABLE TRIGGER USER`);
  await app.sql(`UPDATE audit.event SET at = at - $2 * interval '1 day' WHERE org_id = $1`, [officer.orgId, days]);
  await app.sql(`ALTER TABLE audit.event ENABLE TRIGGER USER`);
}
