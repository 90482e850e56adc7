import autocannon from 'autocannon';

/** One figure: `ratio` is the value against the floor measured in the same run; `ok` compares with `target`. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly floor: number | null;
  readonly ratio: number | null;
  readonly target: string;
  readonly ok: boolean;
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

export const CONNECTIONS = 16;
const ROUND_SECONDS = 4;
const ROUNDS = 3;

interface Load {
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
}

export async function fire(
  load: Load,
  seconds = ROUND_SECONDS,
): Promise<{ perSecond: number; p99: number; failed: number }> {
  const result = await autocannon({ ...load, connections: CONNECTIONS, duration: seconds });
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
  };
}

/** Floor and product in turn, so that a machine that slows down slows both; medians of the rounds. */
export async function inTurn(floor: Load, product: Load) {
  await fire(floor, 1);
  await fire(product, 2);
  const floors: number[] = [];
  const products: { perSecond: number; p99: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    floors.push((await fire(floor)).perSecond);
    const result = await fire(product);
    if (result.failed > 0) throw new Error(`${result.failed} requests failed`);
    products.push(result);
  }
  return {
    floor: rounded(median(floors), 0),
    value: rounded(median(products.map(({ perSecond }) => perSecond)), 0),
    p99: median(products.map(({ p99 }) => p99)),
  };
}
