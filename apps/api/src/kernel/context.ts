import type { Permission } from '@attestry/domain/people/permissions.ts';
import { may } from '@attestry/domain/people/permissions.ts';
import type { Role } from '@attestry/domain/people/roles.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { type Failure, forbidden, unauthenticated } from './failure.ts';
import { inTransaction, Transaction, type TransactionSettings } from './transaction.ts';

/** Who is signed in, from the session and nowhere else. */
export interface Actor {
  readonly sessionId: string;
  readonly accountId: string;
  readonly orgId: string;
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly timeZone: string;
  /** Today in the organization's time zone. */
  readonly today: string;
  readonly startedAt: string;
}

/** Something that this member was not allowed to do. */
export interface Refusal {
  readonly permission: Permission;
  readonly subjectId: string;
  readonly failure: Failure;
}

/** What every resolver gets first: the actor, and the organization's data at one moment. */
export class Context {
  private ended = false;
  private readonly refusals: Refusal[] = [];
  private reading: Promise<Transaction> | undefined;
  /** The transaction of the command that runs, while it runs. */
  writing: Transaction | undefined;
  readonly loaders = new Map<unknown, unknown>();

  constructor(
    readonly source: DataSource,
    readonly requestId: string,
    readonly actor: Actor | null,
    readonly request: FastifyRequest,
    readonly reply: FastifyReply,
  ) {}

  /** The actor, or UNAUTHENTICATED. */
  get me(): Actor {
    if (!this.actor) throw unauthenticated();
    return this.actor;
  }

  allow(permission: Permission): void {
    const decision = may(this.me.roles, permission);
    if (!decision.allowed) throw forbidden(decision.because);
  }

  settings(command: string, reason?: string): TransactionSettings {
    const { orgId, memberId } = this.me;
    return { orgId, actor: `member:${memberId}`, command, requestId: this.requestId, reason };
  }

  /** The command's transaction, else one read-only snapshot for the whole operation, opened at the first query. */
  async tx(): Promise<Transaction> {
    if (this.writing) return this.writing;
    // A field that resolves after the answer went out (a sibling had failed) must not open what nobody would close.
    if (this.ended) throw new Error('The operation has ended.');
    this.reading ??= Transaction.open(this.source, this.settings('read'), true);
    return this.reading;
  }

  async query<Row = Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.tx()).query<Row>(text, values);
  }

  /** Gives the snapshot's connection back: before a command, which holds one of its own and changes what was read. */
  async endReading(): Promise<void> {
    const reading = this.reading;
    this.reading = undefined;
    this.loaders.clear();
    if (reading) await reading.then((tx) => tx.rollback()).catch(() => {});
  }

  /** A refusal is an event of its own, written when the operation ends: nothing of it is rolled back, no connection is held. */
  refuse(refusal: Refusal): void {
    this.refusals.push(refusal);
  }

  /** Every operation ends here, whatever happened. */
  async end(): Promise<void> {
    this.ended = true;
    await this.endReading();
    for (const { permission, subjectId, failure } of this.refusals.splice(0)) {
      const entity = permission.split('.')[0]!.replaceAll('-', '_');
      const details = JSON.stringify({ code: failure.code, message: failure.message });
      await inTransaction(this.source, this.settings(permission), (tx) =>
        tx.query('SELECT audit.note($1, $2, $3, $4)', [entity, subjectId, 'refused', details]),
      );
    }
  }

  /** One loader per request and key; DataLoader batches what the fields of an answer ask for. */
  loader<Loader>(key: unknown, make: () => Loader): Loader {
    if (!this.loaders.has(key)) this.loaders.set(key, make());
    return this.loaders.get(key) as Loader;
  }
}
