import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { describeError, log } from './log.ts';
import { Tasks } from './tasks.ts';
import { inTransaction } from './transaction.ts';

const EVERY_MS = 30_000;

/** Safety net: a task that still waits although its job is gone is enqueued again. Adding a job that exists does nothing. */
export function startTick(app: INestApplicationContext) {
  const source = app.get(DataSource);
  const tasks = app.get(Tasks);
  const beat = async () => {
    const waiting: { org_id: string; id: string; kind: string }[] = await source.query(
      `SELECT * FROM app.waiting_tasks('1 minute')`,
    );
    for (const { org_id: orgId, id, kind } of waiting) {
      const settings = { orgId, actor: 'system:tick', command: 'task.enqueue', requestId: id };
      await inTransaction(source, settings, (tx) => tasks.enqueue(tx, kind, { orgId, taskId: id }));
    }
  };
  const run = () => void beat().catch((error: unknown) => log.warn(describeError(error), 'the tick failed'));
  const timer = setInterval(run, EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
