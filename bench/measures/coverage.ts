import { performance } from 'node:perf_hooks';
import type { Environment } from '../environment.ts';
import { type FlowKey, loadCoverage } from '../load-coverage.ts';
import { type Figure, median, rounded } from '../measure.ts';

const SUMMARY = '{ coverageSummary { flows uncovered unknown aiSystems aiSystemsWithGaps vendorsWithGaps pastGaps } }';
const ONE_FLOW = `query ($filter: CoverageFilter) { coverageTimeline(filter: $filter, first: 1) {
  nodes { id coverage { state } segments { from through state reasons { text citation } } } } }`;
const ROUNDS = 9;

type Headers = Record<string, string>;

/** An organization of 1,000 systems, 5,000 vendors, 10,000 agreements and 20,000 flows, chains of depth 5: one request at a time. */
export async function coverage(env: Environment): Promise<Record<string, Figure>> {
  const { orgId, headers, flows, count } = await loadCoverage(env);
  const { coverageSummary } = await ask<{ coverageSummary: Record<string, number> }>(env, headers, SUMMARY, {});
  mustBeMixed(coverageSummary, count);
  const whole = await timed(
    ROUNDS,
    () => ask(env, headers, SUMMARY, {}),
    () => change(env, orgId),
  );
  const again = await timed(ROUNDS, () => ask(env, headers, SUMMARY, {}));
  await timed(20, (round) => askOne(env, headers, flows[round]!));
  const one = await timed(100, (round) => askOne(env, headers, flows[round + 20]!));
  return {
    coverage: figure(whole, 1_000, 'ms after a change'),
    'coverage-again': figure(again, 1_000, 'ms without a change'),
    'coverage-flow': figure(one, 20, 'ms for one flow'),
  };
}

const askOne = (env: Environment, headers: Headers, filter: FlowKey) => ask(env, headers, ONE_FLOW, { filter });

/** An organization without gaps, or with nothing else, would measure a question that nobody asks. */
function mustBeMixed(summary: Record<string, number>, count: number): void {
  const { flows = 0, uncovered = 0, unknown = 0 } = summary;
  if (flows < count / 2 || uncovered < flows / 50 || unknown < flows / 50 || uncovered + unknown > flows * 0.9)
    throw new Error(`the organization stands at ${JSON.stringify(summary)}`);
}

/** Anything that coverage rests on: what was computed before no longer holds. */
async function change({ admin }: Environment, orgId: string): Promise<void> {
  const client = await admin.connect();
  try {
    await client.query('BEGIN; SET LOCAL session_replication_role = replica');
    await client.query(
      `UPDATE app.phi_flow SET version = version + 1
       WHERE id = (SELECT id FROM app.phi_flow WHERE org_id = $1 ORDER BY id LIMIT 1)`,
      [orgId],
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

async function timed(
  rounds: number,
  work: (round: number) => Promise<unknown>,
  before: () => Promise<void> = async () => {},
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await before();
    const began = performance.now();
    await work(round);
    times.push(performance.now() - began);
  }
  return median(times);
}

async function ask<Data>(env: Environment, headers: Headers, query: string, variables: object): Promise<Data> {
  const body = JSON.stringify({ query, variables });
  const response = await fetch(`${env.apiUrl}/graphql`, { method: 'POST', headers, body });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const figure = (ms: number, most: number, unit: string): Figure => ({
  value: rounded(ms, 1),
  unit,
  floor: null,
  ratio: null,
  target: `≤ ${most.toLocaleString('en')} ms`,
  ok: ms <= most,
});
