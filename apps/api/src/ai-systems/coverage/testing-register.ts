import { addRow } from '../../../test/past-the-api.ts';
import type { Records } from '../../../test/records.ts';

/** Vendors with services, agreements, conditions, flows, and links any way round, by a seed. */
export async function randomRegister(records: Records, seed: number, size = 12) {
  const random = generator(seed);
  const pick = <One>(from: readonly One[]): One => from[random(from.length)]!;
  const vendors = await times(size, (n) => addRow(records, 'vendor', { name: `V${n}`, tier: 'low' }));
  const services = await times(size * 2, async (n) => {
    const vendorId = vendors[n % size]!;
    const id = await addRow(records, 'service', {
      vendor_id: vendorId,
      name: `S${n}`,
      phi: 'yes',
      ai: 'yes',
    });
    return { id, vendorId };
  });
  const agreements = await times(size, async (n) => {
    const vendorId = vendors[n]!;
    const signedOn = `2024-0${1 + random(9)}-01`;
    const id = await addRow(records, 'agreement', {
      title: `A${n}`,
      vendor_id: vendorId,
      upper_vendor_id: random(4) === 0 ? vendors[(n + 1) % size] : null,
      parties: 'ba_to_subcontractor',
      renewal: 'evergreen',
      ...(random(5) > 0 && { signed_by_upper_on: signedOn, signed_by_vendor_on: signedOn, effective_on: signedOn }),
    });
    for (const service of services.filter((one) => one.vendorId === vendorId && random(4) > 0))
      await addRow(records, 'covered_service', {
        agreement_id: id,
        vendor_id: vendorId,
        service_id: service.id,
      });
    if (random(3) === 0) {
      const conditionId = await addRow(records, 'agreement_condition', {
        agreement_id: id,
        condition: 'zero data retention',
      });
      if (random(2))
        await addRow(records, 'condition_status', {
          condition_id: conditionId,
          since: '2024-05-01',
          met: pick(['yes', 'no']),
        });
    }
    return { id, vendorId };
  });
  await times(size * 2, async () => {
    const [upper, lower] = [pick(services), pick(services)];
    if (upper.vendorId === lower.vendorId) return;
    const agreement = agreements.find(({ vendorId }) => vendorId === lower.vendorId);
    await addRow(records, 'subprocessor_link', {
      upper_vendor_id: upper.vendorId,
      upper_service_id: random(2) ? upper.id : null,
      lower_vendor_id: lower.vendorId,
      lower_service_id: random(2) ? lower.id : null,
      phi: pick(['yes', 'yes', 'yes', 'no', 'unknown']),
      assurance: pick(['none', 'unknown', 'in_place']),
      evidence: 'attestation',
      agreement_id: random(2) ? agreement?.id : null,
    });
  });
  const systems = await times(size, async (n) => (await records.system({ name: `System ${n}` })).id);
  const flows = await times(size * 3, async () => {
    const serviceId = random(8) === 0 ? null : pick(services).id;
    const id = await addRow(records, 'phi_flow', {
      ai_system_id: pick(systems),
      service_id: serviceId,
      place: serviceId ? '' : 'Own data center',
      starts_on: `2024-0${1 + random(9)}-15`,
      exposures: ['prompt'],
    });
    return { id, serviceId };
  });
  return { vendors, services, systems, flows };
}

async function times<Made>(count: number, make: (n: number) => Promise<Made>): Promise<Made[]> {
  const all: Made[] = [];
  for (let n = 0; n < count; n += 1) all.push(await make(n));
  return all;
}

/** Numbers below a bound, the same for a seed. */
function generator(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
