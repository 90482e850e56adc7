import { hashOf, newToken } from '../apps/api/src/people/tokens.ts';
import type { Environment } from './environment.ts';

const SYSTEMS = 1_000;
const VENDORS = 5_000;
const AGREEMENTS = 10_000;
const FLOWS = 20_000;
/** Vendors stand in layers; each but the last passes PHI on to two of the next. */
const DEPTH = 5;

/** An organization of its own, with everything that coverage rests on, and its officer signed in. */
export async function loadCoverage({ admin, headers }: Environment) {
  const token = newToken();
  const client = await admin.connect();
  try {
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica; SELECT setseed(0.5)`);
    const { rows } = await client.query(ORGANIZATION, [hashOf(token)]);
    for (const insert of ROWS) await client.query(insert, [rows[0].id]);
    await client.query('COMMIT');
    for (const table of TABLES) await client.query(`VACUUM ANALYZE app.${table}`);
    const { rows: flows } = await client.query(
      `SELECT ai_system_id AS "aiSystemId", service_id AS "serviceId" FROM app.phi_flow
       WHERE org_id = $1 AND service_id IS NOT NULL ORDER BY id LIMIT 200`,
      [rows[0].id],
    );
    const orgId: string = rows[0].id;
    return { orgId, headers: { ...headers, cookie: `attestry=${token}` }, flows: flows as FlowKey[], count: FLOWS };
  } finally {
    client.release();
  }
}
export interface FlowKey {
  readonly aiSystemId: string;
  readonly serviceId: string;
}

const ORGANIZATION = `WITH org AS (INSERT INTO app.organization (name, kind) VALUES ('Coverage Hospital', 'covered_entity') RETURNING id),
  account AS (INSERT INTO auth.account (email, password_hash) VALUES ('coverage@hospital.example', 'none') RETURNING id),
  member AS (INSERT INTO app.member (org_id, account_id, name, email, roles)
    SELECT org.id, account.id, 'Officer', 'coverage@hospital.example', ARRAY['privacy_officer'] FROM org, account RETURNING org_id, id, account_id)
  INSERT INTO auth.session (token_hash, account_id, org_id, member_id) SELECT $1, account_id, org_id, id FROM member RETURNING org_id AS id`;

const TABLES = [
  ...['ai_system', 'vendor', 'service', 'agreement', 'covered_service', 'agreement_condition', 'condition_status'],
  ...['subprocessor_link', 'phi_flow'],
];
const numbered = (table: string) =>
  `(SELECT t.*, row_number() OVER (ORDER BY id) - 1 AS n FROM app.${table} t WHERE org_id = $1)`;
/** A day of the five years from 2022 on. */
const SOME_DAY = `(date '2022-01-01' + (random() * 1800)::int)`;

const ROWS = [
  `INSERT INTO app.ai_system (org_id, name, stage, origin, vendor_name, deployment, phi, phi_volume, vulnerable_population,
     decision_role, clinical_impact, vendor_training_rights, criticality, fda_status, decision_support_tool, tier, tier_rule_version)
   SELECT $1::uuid, 'System ' || lpad(n::text, 5, '0'), 'live', 'vendor', '', 'vendor_saas', 'yes', 'unknown', 'no', 'recommends',
     'indirect', 'prohibited', 'moderate', 'non_device_cds', 'no', 3, 1 FROM generate_series(1, ${SYSTEMS}) n`,
  `INSERT INTO app.vendor (org_id, name, tier) SELECT $1::uuid, 'Vendor ' || lpad(n::text, 5, '0'), 'moderate'
   FROM generate_series(1, ${VENDORS}) n`,
  `INSERT INTO app.service (org_id, vendor_id, name, phi, ai) SELECT $1::uuid, v.id, 'Service ' || s, 'yes', 'yes'
   FROM ${numbered('vendor')} v, generate_series(1, 2) s`,
  // Two to a vendor, one after the other; one in four vendors has a gap between them, one in ten no second.
  `INSERT INTO app.agreement (org_id, title, vendor_id, parties, renewal, signed_by_upper_on, signed_by_vendor_on, effective_on, ends_on)
   SELECT $1::uuid, 'BAA ' || v.n || '-' || a, v.id, 'ce_to_ba', 'evergreen', day, day, day, CASE a WHEN 1 THEN date '2024-01-01' + (v.n % 90)::int END
   FROM ${numbered('vendor')} v, generate_series(1, ${AGREEMENTS / VENDORS}) a,
     LATERAL (SELECT CASE WHEN a = 1 THEN date '2022-01-01' + (v.n % 700)::int WHEN v.n % 10 > 0
       THEN date '2024-01-02' + (v.n % 90)::int + CASE WHEN v.n % 4 = 0 THEN 60 ELSE 0 END END AS day) d`,
  `INSERT INTO app.covered_service (org_id, agreement_id, vendor_id, service_id)
   SELECT $1::uuid, a.id, a.vendor_id, s.id FROM app.agreement a JOIN app.service s ON s.org_id = a.org_id AND s.vendor_id = a.vendor_id
   WHERE a.org_id = $1`,
  `INSERT INTO app.agreement_condition (org_id, agreement_id, condition) SELECT $1::uuid, a.id, 'Only with zero data retention'
   FROM ${numbered('agreement')} a WHERE a.n % 3 = 0`,
  `INSERT INTO app.condition_status (org_id, condition_id, since, met) SELECT $1::uuid, c.id, since, met
   FROM ${numbered('agreement_condition')} c, LATERAL (VALUES (date '2022-01-01', 'yes'),
     (${SOME_DAY} + 1, (ARRAY['yes','yes','yes','no','unknown'])[1 + c.n % 5])) s (since, met)`,
  `INSERT INTO app.subprocessor_link (org_id, upper_vendor_id, lower_vendor_id, phi, assurance, evidence, assured_from, starts_on)
   SELECT $1::uuid, u.id, l.id, 'yes', CASE WHEN random() < 0.95 THEN 'in_place' ELSE 'unknown' END, 'attestation',
     CASE WHEN random() < 0.3 THEN ${SOME_DAY} END, CASE WHEN random() < 0.3 THEN ${SOME_DAY} END
   FROM ${numbered('vendor')} u CROSS JOIN generate_series(0, 1) k
     JOIN ${numbered('vendor')} l ON l.n = (u.n * 7 + k) % ${layer(1)} + (u.n / ${layer(1)} + 1) * ${layer(1)}
   WHERE u.n / ${layer(1)} < ${DEPTH}`,
  `INSERT INTO app.phi_flow (org_id, ai_system_id, service_id, place, starts_on, exposures)
   SELECT $1::uuid, a.id, s.id, CASE WHEN s.id IS NULL THEN 'Own data center' ELSE '' END, ${SOME_DAY}, ARRAY['prompt', 'log']
   FROM generate_series(0, ${FLOWS - 1}) f JOIN ${numbered('ai_system')} a ON a.n = f % ${SYSTEMS}
     LEFT JOIN ${numbered('service')} s ON s.n = (f * 7919) % ${VENDORS * 2} AND f % 20 > 0`,
];

function layer(count: number): number {
  return count * Math.floor(VENDORS / (DEPTH + 1));
}
