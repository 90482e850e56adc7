import { parentPort, workerData } from 'node:worker_threads';
import type { RowFilter } from '@attestry/domain/ai-systems/import/filter.ts';
import type { Mapping } from '@attestry/domain/ai-systems/import/mapping.ts';
import { readRows } from '../import/import-row.ts';
import { readTable } from './read-table.ts';
import { scanTable } from './scan-table.ts';
import { TableProblem } from './table-problem.ts';

/** What is done with uploaded files in a thread: all that parses what a stranger wrote. */
const READINGS = {
  scan: scanTable,
  rows: async (bytes: Uint8Array, name: string, mapping: Mapping, filter: RowFilter | null) =>
    readRows(await readTable(bytes, { name }), mapping, filter),
};
export type Readings = typeof READINGS;

export interface Order {
  readonly reading: keyof Readings;
  readonly bytes: ArrayBuffer;
  readonly args: readonly unknown[];
}
export type Answer =
  | { readonly read: unknown }
  | { readonly problem: Pick<TableProblem, 'key' | 'message' | 'row' | 'limit'> };

parentPort!.postMessage(await answerTo(workerData as Order));

async function answerTo({ reading, bytes, args }: Order): Promise<Answer> {
  const read = READINGS[reading] as (bytes: Uint8Array, ...args: readonly unknown[]) => Promise<unknown>;
  try {
    return { read: await read(new Uint8Array(bytes), ...args) };
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error;
    const { key, message, row, limit } = error;
    return { problem: { key, message, row, limit } };
  }
}
