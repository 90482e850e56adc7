import type { Environment } from './environment.ts';

export const SYSTEMS = 10_000;
const OTHERS = { organizations: 200, systems: 500 };

/** 10,000 systems in the organization that is measured, and 200 organizations of 500 beside it; not audited, to be quick. */
export async function loadInventory({ admin, orgId }: Environment): Promise<void> {
  const client = await admin.connect();
  try {
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica`);
    await client.query(`INSERT INTO app.organization (id, name, kind) SELECT uuidv7(), 'Organization ' || n, 'covered_entity'
      FROM generate_series(1, ${OTHERS.organizations}) n`);
    await client.query(SYSTEM_ROWS, [orgId, SYSTEMS]);
    await client.query(`INSERT INTO app.ai_system (${COLUMNS}) SELECT o.id, ${VALUES}
      FROM app.organization o, generate_series(1, ${OTHERS.systems}) n WHERE o.id <> '${orgId}'`);
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE app.ai_system');
  } finally {
    client.release();
  }
}

const COLUMNS = `org_id, name, purpose, department, stage, origin, vendor_name, deployment, business_owner, phi, phi_volume,
  identifiers, vulnerable_population, decision_role, clinical_impact, vendor_training_rights, criticality, fda_status,
  decision_support_tool, next_review_on, tier, tier_rule_version`;
const VALUES = `'AI system ' || lpad(n::text, 6, '0'), repeat('Drafts and summarizes clinical text for review. ', 1 + n % 5),
  'Department ' || n % 40, (ARRAY['proposed','pilot','in_review','live','live','live','suspended'])[1 + n % 7],
  (ARRAY['vendor','in_house','both'])[1 + n % 3], 'Vendor ' || n % 90, 'vendor_saas', 'owner' || n % 60 || '@hospital.example',
  (ARRAY['yes','no','unknown'])[1 + n % 3], 'under_500', ARRAY['A','H'], 'no', 'recommends',
  (ARRAY['none','indirect','direct'])[1 + n % 3], 'prohibited', 'moderate', 'non_device_cds', 'no', date '2026-01-01' + n % 700, 1 + n % 4, 1`;
const SYSTEM_ROWS = `INSERT INTO app.ai_system (${COLUMNS}) SELECT $1::uuid, ${VALUES} FROM generate_series(1, $2::int) n`;
