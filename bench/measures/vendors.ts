import type { Environment } from '../environment.ts';
import { type Figure, inTurn, rounded } from '../measure.ts';

const FIELDS = 'id version name tier owner nextReviewOn updatedAt serviceCount openGaps';
const LIST = `{ vendors(first: 50) { nodes { ${FIELDS} } pageInfo { endCursor hasNextPage } } }`;
const VENDORS = 10_000;

/**
 * Page of 50 of 10,000 vendors with how many of their flows are not covered today, 16 connections. The floor sends the
 * same rows with a count of services; nobody computes coverage there.
 */
export async function vendors(env: Environment): Promise<Record<string, Figure>> {
  await loadVendors(env);
  const product = {
    url: `${env.apiUrl}/graphql`,
    method: 'POST',
    headers: env.headers,
    body: JSON.stringify({ query: LIST }),
  } as const;
  await mustHaveGaps(env);
  const { value, floor, p99 } = await inTurn({ url: `${env.floorUrl}/vendors` }, product);
  const ratio = rounded(value / floor);
  return {
    vendors: { value, unit: 'requests/s', floor, ratio, target: 'reported', ok: true },
    'vendors-p99': { value: p99, unit: 'ms', floor: null, ratio: null, target: '≤ 250 ms', ok: p99 <= 250 },
  };
}

/** A page without a gap would measure a question that nobody asks. */
async function mustHaveGaps(env: Environment): Promise<void> {
  const page = await env.ask<{ vendors: { nodes: { openGaps: number }[] } }>(LIST);
  const withGaps = page.vendors.nodes.filter(({ openGaps }) => openGaps > 0).length;
  if (withGaps < 5 || withGaps > 45) throw new Error(`${withGaps} of 50 vendors have gaps`);
}

/** Three services a vendor, PHI to one of them, an agreement that lists it for four of five; every tenth has a subprocessor. */
async function loadVendors({ admin, orgId }: Environment): Promise<void> {
  const client = await admin.connect();
  try {
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica`);
    for (const rows of ROWS) await client.query(rows, [orgId]);
    await client.query('COMMIT');
    for (const table of ['vendor', 'service', 'agreement', 'covered_service', 'phi_flow', 'subprocessor_link'])
      await client.query(`VACUUM ANALYZE app.${table}`);
  } finally {
    client.release();
  }
}

const numbered = (table: string) =>
  `(SELECT id, row_number() OVER (ORDER BY id) AS n FROM app.${table} WHERE org_id = $1)`;
const ROWS = [
  `INSERT INTO app.vendor (org_id, name, tier, owner, next_review_on)
   SELECT $1::uuid, 'Vendor ' || lpad(n::text, 6, '0'), (ARRAY['critical','high','moderate','low'])[1 + n % 4],
     'owner' || n % 60 || '@hospital.example', date '2026-01-01' + n % 700 FROM generate_series(1, ${VENDORS}) n`,
  `INSERT INTO app.service (org_id, vendor_id, name, phi, ai)
   SELECT $1::uuid, v.id, 'Service ' || s, CASE s WHEN 1 THEN 'yes' ELSE 'unknown' END, 'yes'
   FROM ${numbered('vendor')} v, generate_series(1, 3) s`,
  `INSERT INTO app.phi_flow (org_id, ai_system_id, service_id, starts_on, exposures)
   SELECT $1::uuid, a.id, s.id, date '2025-01-01' + (a.n % 300)::int, ARRAY['prompt']
   FROM ${numbered('ai_system')} a JOIN ${numbered('vendor')} v ON v.n = a.n
     JOIN app.service s ON s.org_id = $1 AND s.vendor_id = v.id AND s.name = 'Service 1'`,
  `INSERT INTO app.agreement (org_id, title, vendor_id, parties, renewal, signed_by_upper_on, signed_by_vendor_on, effective_on)
   SELECT $1::uuid, 'Agreement ' || v.n, v.id, 'ce_to_ba', 'evergreen', '2024-12-01', '2024-12-01', '2025-01-01'
   FROM ${numbered('vendor')} v WHERE v.n % 5 > 0`,
  `INSERT INTO app.covered_service (org_id, agreement_id, vendor_id, service_id)
   SELECT $1::uuid, a.id, a.vendor_id, s.id FROM app.agreement a
     JOIN app.service s ON s.org_id = a.org_id AND s.vendor_id = a.vendor_id AND s.name = 'Service 1' WHERE a.org_id = $1`,
  `INSERT INTO app.subprocessor_link (org_id, upper_vendor_id, lower_vendor_id, phi, assurance, evidence, assured_from)
   SELECT $1::uuid, u.id, l.id, 'yes', 'in_place', 'attestation', '2024-01-01'
   FROM ${numbered('vendor')} u JOIN ${numbered('vendor')} l ON l.n = u.n + 1 WHERE u.n % 10 = 0`,
];
