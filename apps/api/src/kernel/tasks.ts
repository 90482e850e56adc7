import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, withBackend } from 'bullmq';
import { DataSource } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import type { Context } from './context.ts';
import { TASK_QUEUE } from './queues.ts';
import type { Transaction } from './transaction.ts';

const { Queue } = withBackend(createPostgresBackend);

/** What a job carries: enough to find its task and to set the transaction's organization. */
export interface TaskJob {
  readonly orgId: string;
  readonly taskId: string;
}

export const TASK_COLUMNS = `id, kind, subject_id AS "subjectId", status, done, total, message,
  created_at AS "createdAt", finished_at AS "finishedAt"`;

/**
 * Starts long work. The job is added through the command's own transaction, so that it exists exactly when the
 * change it belongs to does.
 */
@Injectable()
export class Tasks implements OnApplicationShutdown {
  private readonly inTransaction = new AsyncLocalStorage<Transaction>();
  private readonly queue = new Queue<TaskJob>(TASK_QUEUE, {
    connection: this.poolFacade() as never,
    defaultJobOptions: {
      removeOnComplete: { count: 100 },
      removeOnFail: { count: 1_000 },
      // Only an outage or the end of the worker fails a job; BullMQ would leave it failed for good after the first.
      attempts: 1_000_000,
      backoff: { type: 'fixed', delay: 1_000 },
    },
  });

  constructor(@Inject(DataSource) private readonly source: DataSource) {
    this.queue.on('error', () => {});
  }

  async start(ctx: Pick<Context, 'me' | 'tx'>, kind: string, subjectId: string): Promise<Gql.BackgroundTask> {
    const tx = await ctx.tx();
    const [task] = await tx.query<Gql.BackgroundTask>(
      `INSERT INTO app.background_task (kind, subject_id, requested_by) VALUES ($1, $2, $3) RETURNING ${TASK_COLUMNS}`,
      [kind, subjectId, ctx.me.memberId],
    );
    await this.enqueue(tx, kind, { orgId: ctx.me.orgId, taskId: task!.id });
    return task!;
  }

  async enqueue(tx: Transaction, kind: string, job: TaskJob): Promise<void> {
    await this.inTransaction.run(tx, () => this.queue.add(kind, job, { jobId: job.taskId }));
  }

  /** The newest task about a record. */
  async of(ctx: Context, subjectId: string): Promise<Gql.BackgroundTask | null> {
    const [task] = await ctx.query<Gql.BackgroundTask>(
      `SELECT ${TASK_COLUMNS} FROM app.background_task WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`,
      [subjectId],
    );
    return task ?? null;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }

  /** What BullMQ takes for a pool: inside `enqueue` it is the transaction, else the data source. */
  private poolFacade() {
    const query = async (text: string, values?: unknown[]) => {
      const tx = this.inTransaction.getStore();
      const rows = tx ? await tx.query(text, values ?? []) : await this.source.query(text, values);
      return { rows, rowCount: rows.length };
    };
    return {
      query,
      connect: async () => ({ query, release: () => {} }),
      on: () => {},
      end: async () => {},
      totalCount: 0,
    };
  }
}
