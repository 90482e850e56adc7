import { parentPort, workerData } from 'node:worker_threads';
import { readAiSystemRows, scanAiSystems } from './ai-systems/import/read-rows.ts';
import type { Answer, Order, Readings } from './documents/table-file/in-thread.ts';
import { TableProblem } from './documents/table-file/table-problem.ts';
import { readVendorRows, scanVendors } from './vendors/import/read-rows.ts';
import { readListFile } from './vendors/subprocessors/list-file/read-list-file.ts';

/** What is done with uploaded files in a thread: all that parses what a stranger wrote. */
const READINGS: Readings = {
  'scan-ai-systems': scanAiSystems,
  'ai-system-rows': readAiSystemRows,
  'scan-vendors': scanVendors,
  'vendor-rows': readVendorRows,
  'subprocessor-list': readListFile,
};

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
