import type { Environment } from '../environment.ts';
import { type Figure, inTurn, rounded } from '../measure.ts';

const PAGE = `query ($id: ID!) { agreement(id: $id) { id version title parties renewal effectiveOn termEndsOn vendor { id name }
  standing { stage reasons { text } inEffectThrough noticeBy daysLeft keepUntil }
  coveredServices { id listedFrom service { id name } } conditions { id condition met statuses { since met } }
  amendments { effectiveOn description } obligations { id category dueOn standing { state nextOn } } } }`;
const LIST = `{ agreements(first: 50) { nodes { id version title vendor { id name } effectiveOn updatedAt standing { stage inEffectThrough daysLeft } }
  pageInfo { endCursor hasNextPage } } }`;
const AGREEMENTS = 10_000;

/** Pages of the register of agreements, 16 connections: one with its parts, and 50 of 10,000 with where they stand. */
export async function agreements(env: Environment): Promise<Record<string, Figure>> {
  const id = await loadAgreements(env);
  const ask = (query: string, variables: object = {}) =>
    ({
      url: `${env.apiUrl}/graphql`,
      method: 'POST',
      headers: env.headers,
      body: JSON.stringify({ query, variables }),
    }) as const;
  await mustBeWhole(env, id);
  const page = await inTurn({ url: `${env.floorUrl}/agreement/${id}` }, ask(PAGE, { id }));
  const list = await inTurn({ url: `${env.floorUrl}/agreements` }, ask(LIST));
  const figure = ({ value, floor }: typeof page): Figure => ({
    value,
    unit: 'requests/s',
    floor,
    ratio: rounded(value / floor),
    target: 'reported',
    ok: true,
  });
  const p99 = (value: number): Figure => ({
    value,
    unit: 'ms',
    floor: null,
    ratio: null,
    target: 'reported',
    ok: true,
  });
  return {
    'agreement-page': figure(page),
    'agreement-page-p99': p99(page.p99),
    agreements: figure(list),
    'agreements-p99': p99(list.p99),
  };
}

/** A page without its parts would measure a question that nobody asks. */
async function mustBeWhole(env: Environment, id: string): Promise<void> {
  const { agreement } = await env.ask<{ agreement: Record<string, unknown[]> }>(PAGE, { id });
  const counts = ['coveredServices', 'conditions', 'amendments', 'obligations'].map((part) => agreement[part]!.length);
  if (counts.join() !== '3,1,1,7') throw new Error(`an agreement with ${counts} parts`);
}

/** 10,000 vendors with three services and an agreement each; every tenth ended. Answers the id of one that ended. */
async function loadAgreements({ admin, orgId }: Environment): Promise<string> {
  const client = await admin.connect();
  try {
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica`);
    for (const rows of ROWS) await client.query(rows, [orgId]);
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM app.agreement WHERE org_id = $1 AND title = 'Page 005000'`,
      [orgId],
    );
    await client.query('COMMIT');
    for (const table of TABLES) await client.query(`VACUUM ANALYZE app.${table}`);
    return rows[0]!.id;
  } finally {
    client.release();
  }
}

const TABLES = [
  ...['vendor', 'service', 'agreement', 'covered_service', 'agreement_condition', 'condition_status'],
  ...['amendment', 'return_obligation'],
];
const PAGES = `app.agreement a WHERE a.org_id = $1 AND a.title LIKE 'Page %'`;
const ROWS = [
  `INSERT INTO app.vendor (org_id, name, tier) SELECT $1::uuid, 'Party ' || lpad(n::text, 6, '0'), 'moderate'
   FROM generate_series(1, ${AGREEMENTS}) n`,
  `INSERT INTO app.service (org_id, vendor_id, name, phi, ai) SELECT $1::uuid, v.id, 'Part ' || s, 'yes', 'yes'
   FROM app.vendor v, generate_series(1, 3) s WHERE v.org_id = $1 AND v.name LIKE 'Party %'`,
  `INSERT INTO app.agreement (org_id, title, vendor_id, parties, owner, renewal, term_ends_on, renewal_months, notice_days,
     signed_by_upper_on, signed_by_vendor_on, effective_on, ends_on, end_reason)
   SELECT $1::uuid, replace(v.name, 'Party', 'Page'), v.id, 'ce_to_ba', 'owner' || right(v.name, 1) || '@hospital.example', 'auto',
     '2025-12-31', 12, 60, '2024-12-01', '2024-12-10', '2025-01-01',
     CASE WHEN v.name LIKE '%0' THEN date '2026-01-31' END, CASE WHEN v.name LIKE '%0' THEN 'Replaced' ELSE '' END
   FROM app.vendor v WHERE v.org_id = $1 AND v.name LIKE 'Party %'`,
  `INSERT INTO app.covered_service (org_id, agreement_id, vendor_id, service_id)
   SELECT a.org_id, a.id, a.vendor_id, s.id FROM app.service s, ${PAGES} AND s.org_id = a.org_id AND s.vendor_id = a.vendor_id`,
  `INSERT INTO app.agreement_condition (org_id, agreement_id, condition) SELECT a.org_id, a.id, 'Only with zero data retention' FROM ${PAGES}`,
  `INSERT INTO app.condition_status (org_id, condition_id, since, met) SELECT c.org_id, c.id, '2025-01-01', 'yes'
   FROM app.agreement_condition c WHERE c.org_id = $1`,
  `INSERT INTO app.amendment (org_id, agreement_id, effective_on, description) SELECT a.org_id, a.id, '2025-06-01', 'Adds a service' FROM ${PAGES}`,
  `INSERT INTO app.return_obligation (org_id, agreement_id, category, due_on) SELECT a.org_id, a.id, category, '2026-03-02'
   FROM unnest(ARRAY['primary', 'backup', 'prompt_log', 'vector_index', 'fine_tune_data', 'checkpoints', 'subprocessors']) category,
     ${PAGES} AND a.ends_on IS NOT NULL`,
];
