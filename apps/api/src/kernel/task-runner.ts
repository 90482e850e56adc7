import { createPostgresBackend, type Job, withBackend } from 'bullmq';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { survive } from './database.ts';
import { Failure } from './failure.ts';
import { describeError, log } from './log.ts';
import { isOutage } from './outage.ts';
import { TASK_QUEUE } from './queues.ts';
import type { TaskJob } from './tasks.ts';
import { inTransaction, type Transaction } from './transaction.ts';

const { Worker } = withBackend(createPostgresBackend);

const PROGRESS_EVERY_MS = 200;

/** One run of a task, possibly not its first: a handler finds out from its record what is done already. */
export interface TaskRun {
  readonly orgId: string;
  readonly taskId: string;
  readonly subjectId: string;
  readonly requestedBy: string;
  /** Aborted when somebody cancels, or when the process is told to stop. */
  readonly signal: AbortSignal;
  transaction<Result>(command: string, work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  progress(done: number, total: number, message?: string): Promise<void>;
  /** The run ends for a reason that is not the task's: the process stops, or PostgreSQL is gone. It is taken up again. */
  isPassing(error: unknown): boolean;
}

export type TaskHandler = (run: TaskRun) => Promise<void>;

const handlers = new Map<string, TaskHandler>();
/** Features say what they do in the background, by kind of task. */
export const handleTask = (kind: string, handler: TaskHandler): void => {
  handlers.set(kind, handler);
};

interface TaskRow {
  id: string;
  kind: string;
  subject_id: string;
  status: string;
  requested_by: string;
  cancel_requested: boolean;
}

/** Executes tasks until stopped. A job whose worker was killed is taken again, as often as it needs. */
export function runTasks(source: DataSource, url: string, stopping: AbortSignal) {
  const pool = survive(new pg.Pool({ connectionString: url, max: 4, options: '-c search_path=bullmq' }));
  const worker = new Worker<TaskJob>(TASK_QUEUE, (job) => runOne(source, pool, job, stopping), {
    connection: pool as never,
    concurrency: 2,
    lockDuration: 15_000,
    stalledInterval: 5_000,
    maxStalledCount: 1_000,
  });
  worker.on('error', (error) => log.warn(describeError(error), 'the task queue is disturbed'));
  return {
    ready: worker.waitUntilReady(),
    async close() {
      await worker.close();
      await pool.end();
    },
  };
}

async function runOne(source: DataSource, pool: pg.Pool, job: Job<TaskJob>, stopping: AbortSignal): Promise<void> {
  const { orgId, taskId } = job.data;
  const own = <R>(work: (tx: Transaction) => Promise<R>) =>
    inTransaction(source, { orgId, actor: 'system:worker', command: 'task.run', requestId: taskId }, work);
  const task = await own(async (tx) => {
    const [row] = await tx.query<TaskRow>('SELECT * FROM app.background_task WHERE id = $1 FOR UPDATE', [taskId]);
    if (!row || !['queued', 'running'].includes(row.status)) return undefined;
    await setStatus(tx, taskId, row.cancel_requested ? 'cancelled' : 'running', '');
    return row.cancel_requested ? undefined : row;
  });
  if (!task) return;
  const cancel = new AbortController();
  const report: Report = async (done, total, message) => {
    const { rows } = await pool.query('SELECT app.task_progress($1, $2, $3, $4, $5) AS cancel', [
      orgId,
      taskId,
      done,
      total,
      message,
    ]);
    if (rows[0].cancel) cancel.abort();
  };
  const watch = setInterval(() => void report(null, null, null).catch(() => {}), 2_000);
  const isPassing = (error: unknown) => isOutage(error) || (stopping.aborted && !cancel.signal.aborted);
  const run: TaskRun = {
    ...makeRun(source, orgId, task, AbortSignal.any([cancel.signal, stopping]), report),
    isPassing,
  };
  try {
    const handler = handlers.get(task.kind);
    if (!handler) throw new Error(`nothing handles ${task.kind}`);
    await handler(run);
    await own((tx) => setStatus(tx, taskId, 'done', ''));
  } catch (error) {
    if (run.isPassing(error)) throw error;
    const message = error instanceof Failure ? error.message : 'It failed on our side; nothing was half done.';
    if (!(error instanceof Failure) && !cancel.signal.aborted)
      log.error({ task: taskId, kind: task.kind, ...describeError(error) }, 'a task failed');
    await own((tx) =>
      setStatus(tx, taskId, cancel.signal.aborted ? 'cancelled' : 'failed', cancel.signal.aborted ? '' : message),
    );
  } finally {
    clearInterval(watch);
  }
}

/** Through the queue's own pool: a task in its transaction must not wait for a connection of the pool it holds one of. */
type Report = (done: number | null, total: number | null, message: string | null) => Promise<void>;

function makeRun(source: DataSource, orgId: string, task: TaskRow, signal: AbortSignal, report: Report) {
  let last = 0;
  return {
    orgId,
    taskId: task.id,
    subjectId: task.subject_id,
    requestedBy: task.requested_by,
    signal,
    transaction: <R>(command: string, work: (tx: Transaction) => Promise<R>) =>
      inTransaction(source, { orgId, actor: `member:${task.requested_by}`, command, requestId: task.id }, work),
    async progress(done: number, total: number, message = '') {
      signal.throwIfAborted();
      if (Date.now() - last < PROGRESS_EVERY_MS && done < total) return;
      last = Date.now();
      await report(done, total, message);
    },
  };
}

async function setStatus(tx: Transaction, taskId: string, status: string, message: string): Promise<void> {
  await tx.query(
    `UPDATE app.background_task SET status = $2, message = CASE WHEN $2 = 'done' THEN message ELSE $3 END,
      done = CASE WHEN $2 = 'done' THEN coalesce(total, done) ELSE done END,
      started_at = coalesce(started_at, clock_timestamp()),
      finished_at = CASE WHEN $2 IN ('done', 'failed', 'cancelled') THEN clock_timestamp() END WHERE id = $1`,
    [taskId, status, message],
  );
  await tx.query('SELECT app.task_progress(org_id, id, NULL, NULL, NULL) FROM app.background_task WHERE id = $1', [
    taskId,
  ]);
}
