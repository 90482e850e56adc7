import type { ClientBase, QueryResultRow } from 'pg';

/** The rows of a query, a thousand at a time through a cursor; in the client's open transaction. */
export async function* paged<Row extends QueryResultRow>(
  client: ClientBase,
  query: string,
  values: readonly unknown[],
): AsyncGenerator<Row> {
  counter += 1;
  const cursor = `paged_${counter}`;
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${query}`, values as unknown[]);
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH 1000 FROM ${cursor}`);
    yield* rows;
    if (rows.length < 1000) break;
  }
  await client.query(`CLOSE ${cursor}`);
}

let counter = 0;
