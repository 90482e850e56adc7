/*
 * The floor: what this machine can do at all. A bare Node HTTP server that sends the JSON PostgreSQL made of the same
 * rows, without sign-in, permissions, row-level security or GraphQL.
 */
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
pool.on('error', () => {});
const FIELDS = `id, version, name, department, stage, phi, tier, business_owner AS "businessOwner",
  next_review_on AS "nextReviewOn", updated_at AS "updatedAt"`;
const LIST = `SELECT json_build_object('data', json_agg(r))::text AS body FROM (SELECT ${FIELDS} FROM app.ai_system
  WHERE org_id = $1 AND withdrawn_at IS NULL ORDER BY lower(name), id LIMIT 50) r`;
const ONE = `SELECT json_build_object('data', to_json(r))::text AS body FROM (SELECT ${FIELDS} FROM app.ai_system
  WHERE org_id = $1 AND id = $2 AND withdrawn_at IS NULL) r`;
const VENDORS = `SELECT json_build_object('data', json_agg(r))::text AS body FROM (SELECT id, version, name, tier, owner,
  next_review_on AS "nextReviewOn", updated_at AS "updatedAt",
  (SELECT count(*) FROM app.service s WHERE s.org_id = v.org_id AND s.vendor_id = v.id AND s.removed_on IS NULL) AS "serviceCount"
  FROM app.vendor v WHERE org_id = $1 AND withdrawn_at IS NULL AND merged_into IS NULL ORDER BY lower(name), id LIMIT 50) r`;
const PARTS = (table) => `(SELECT json_agg(p) FROM app.${table} p WHERE p.org_id = a.org_id AND p.agreement_id = a.id)`;
const AGREEMENT = `SELECT json_build_object('data', to_json(r))::text AS body FROM (SELECT a.*, v.name AS vendor,
  (SELECT json_agg(json_build_object('line', c, 'service', s.name)) FROM app.covered_service c
    JOIN app.service s ON s.org_id = c.org_id AND s.id = c.service_id WHERE c.org_id = a.org_id AND c.agreement_id = a.id) AS services,
  (SELECT json_agg(json_build_object('condition', c, 'status', s)) FROM app.agreement_condition c
    LEFT JOIN app.condition_status s ON s.org_id = c.org_id AND s.condition_id = c.id WHERE c.org_id = a.org_id AND c.agreement_id = a.id) AS conditions,
  ${PARTS('amendment')} AS amendments, ${PARTS('return_obligation')} AS obligations
  FROM app.agreement a JOIN app.vendor v ON v.org_id = a.org_id AND v.id = a.vendor_id WHERE a.org_id = $1 AND a.id = $2) r`;
const AGREEMENTS = `SELECT json_build_object('data', json_agg(r))::text AS body FROM (SELECT a.id, a.version, a.title, v.name AS vendor,
  a.effective_on AS "effectiveOn", a.ends_on AS "endsOn", a.updated_at AS "updatedAt" FROM app.agreement a
  JOIN app.vendor v ON v.org_id = a.org_id AND v.id = a.vendor_id WHERE a.org_id = $1 ORDER BY lower(v.name), a.id LIMIT 50) r`;

/** By the first part of the address: the name of a prepared statement, and its text. */
const STATEMENTS = { one: ONE, vendors: VENDORS, agreement: AGREEMENT, agreements: AGREEMENTS };

const server = createServer(async (request, response) => {
  const [, name = '', id] = request.url.split('/');
  const text = STATEMENTS[name] ?? LIST;
  const query = { name: name || 'list', text, values: id ? [process.env.ORG_ID, id] : [process.env.ORG_ID] };
  const { rows } = await pool.query(query);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(rows[0].body);
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send('ready'));
process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));
