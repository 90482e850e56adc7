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

const server = createServer(async (request, response) => {
  const id = request.url.startsWith('/one/') ? request.url.slice(5) : undefined;
  const query = id
    ? { name: 'one', text: ONE, values: [process.env.ORG_ID, id] }
    : { name: 'list', text: LIST, values: [process.env.ORG_ID] };
  const { rows } = await pool.query(query);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(rows[0].body);
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send('ready'));
process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));
