import type { Environment } from '../environment.ts';
import { type Figure, inTurn, rounded } from '../measure.ts';

const FIELDS = 'id version name department stage phi tier businessOwner nextReviewOn updatedAt';
const LIST = `{ aiSystems(first: 50) { nodes { ${FIELDS} } pageInfo { endCursor hasNextPage } } }`;
const ONE = `query ($id: ID!) { aiSystem(id: $id) { ${FIELDS} } }`;

/** Page of 50 of 10,000 systems, 16 connections. */
export async function list(env: Environment): Promise<Record<string, Figure>> {
  const product = {
    url: `${env.apiUrl}/graphql`,
    method: 'POST',
    headers: env.headers,
    body: JSON.stringify({ query: LIST }),
  } as const;
  const { value, floor, p99 } = await inTurn({ url: env.floorUrl }, product);
  const ratio = rounded(value / floor);
  return {
    list: { value, unit: 'requests/s', floor, ratio, target: 'ratio ≥ 0.35', ok: ratio >= 0.35 },
    'list-p99': { value: p99, unit: 'ms', floor: null, ratio: null, target: '≤ 60 ms', ok: p99 <= 60 },
  };
}

export async function get(env: Environment): Promise<Record<string, Figure>> {
  const { rows } = await env.admin.query(
    'SELECT id FROM app.ai_system WHERE org_id = $1 ORDER BY id LIMIT 1 OFFSET 5000',
    [env.orgId],
  );
  const { id } = rows[0];
  const body = JSON.stringify({ query: ONE, variables: { id } });
  const product = { url: `${env.apiUrl}/graphql`, method: 'POST', headers: env.headers, body } as const;
  const { value, floor } = await inTurn({ url: `${env.floorUrl}/one/${id}` }, product);
  const ratio = rounded(value / floor);
  return { get: { value, unit: 'requests/s', floor, ratio, target: 'reported', ok: true } };
}
