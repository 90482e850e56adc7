import type { Socket } from 'node:net';
import type { ClientBase } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

/** What the database is told about who changes what, for policies and the audit log; local to the transaction. */
export interface TransactionSettings {
  readonly orgId: string;
  readonly actor: string;
  readonly command: string;
  readonly requestId: string;
  readonly reason?: string;
}

/** Policies need the organization only; the rest is for the audit log. */
const SET_TO_READ = `SELECT set_config('app.org_id', $1, true)`;
const SET = `SELECT set_config('app.org_id', $1, true), set_config('app.actor', $2, true),
  set_config('app.command', $3, true), set_config('app.request_id', $4, true), set_config('app.reason', $5, true)`;

/**
 * A transaction whose BEGIN and settings travel with its first statement (pipelined: no round trip of their own).
 * Always end it; `inTransaction` does.
 */
export class Transaction {
  private ended = false;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: ClientBase,
    /** Says why the settings were refused, if they were; later statements then fail by themselves. */
    private readonly opening: Promise<unknown>,
  ) {}

  static async open(source: DataSource, settings: TransactionSettings, readOnly: boolean): Promise<Transaction> {
    const runner = source.createQueryRunner();
    const client: ClientBase = await runner.connect();
    holdWrites(client);
    const begin = client.query(readOnly ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN');
    const { orgId, actor, command, requestId, reason = '' } = settings;
    const set = readOnly
      ? client.query(SET_TO_READ, [orgId])
      : client.query(SET, [orgId, actor, command, requestId, reason]);
    const opening = Promise.all([begin, set]);
    opening.catch(() => {});
    // TypeORM must not open another one inside: these two fields are how its own startTransaction says so.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    return new Transaction(runner, client, opening);
  }

  async query<Row = Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query(text, values as unknown[])).rows as Row[];
  }

  async commit(): Promise<void> {
    await this.opening;
    await this.end('COMMIT');
  }

  async rollback(): Promise<void> {
    await this.end('ROLLBACK').catch(() => {});
  }

  private async end(statement: 'COMMIT' | 'ROLLBACK') {
    if (this.ended) return;
    this.ended = true;
    try {
      const { command } = await this.client.query(statement);
      // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK, and no error.
      if (command !== statement) throw new Error('The transaction had failed; nothing of it was kept.');
    } finally {
      Object.assign(this.runner, { isTransactionActive: false, transactionDepth: 0 });
      await this.runner.release();
    }
  }
}

/** What is sent before the event loop turns goes out in one write (measured: three writes are a tenth of a list's time). */
function holdWrites(client: ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  setImmediate(() => stream.uncork());
}

/** Runs `work` in a transaction: committed when it returns, rolled back when it throws, the connection always returned. */
export async function inTransaction<Result>(
  source: DataSource,
  settings: TransactionSettings,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const tx = await Transaction.open(source, settings, false);
  try {
    const result = await work(tx);
    await tx.commit();
    return result;
  } catch (error) {
    await tx.rollback();
    throw error;
  }
}
