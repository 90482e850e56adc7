import { Inject, Injectable } from '@nestjs/common';
import type { Context } from '../kernel/context.ts';
import { Failure } from '../kernel/failure.ts';
import { inTransaction, type Transaction } from '../kernel/transaction.ts';
import type { Account } from './accounts.ts';
import { passwordMatches, wasteTime } from './passwords.ts';
import { People } from './people.service.ts';

const WRONG = 'The e-mail address or the password is not right.';

interface Membership {
  readonly org_id: string;
  readonly member_id: string;
}

/** What sign-in, set-up and accepting an invitation have in common: proving who one is, and getting a session. */
@Injectable()
export class Entering {
  constructor(@Inject(People) private readonly people: People) {}

  /** The account, if the password is right; slow either way, and every failure counted and recorded. */
  async authenticate(ctx: Context, email: string, password: string): Promise<Account> {
    const buckets = await this.people.throttle.admit(ctx.request.ip, email, ctx.request.cookies.attestry_device);
    const [account]: Account[] = await this.people.source.query(
      'SELECT id, email, password_hash FROM auth.account WHERE email = $1',
      [email],
    );
    const right = account ? await passwordMatches(password, account.password_hash) : await wasteTime(password);
    if (right) {
      await this.people.throttle.forgive(buckets);
      return account!;
    }
    if (account) await this.recordFailure(ctx, account.id);
    throw new Failure('UNAUTHENTICATED', WRONG);
  }

  async enter(ctx: Context, who: { accountId: string; orgId: string; memberId: string; email: string }) {
    const entered = await this.people.startSession(ctx, who);
    const settings = entered.settings('session.sign-in');
    await inTransaction(this.people.source, settings, (tx) => noteSession(tx, entered.me.sessionId, 'sign-in'));
    try {
      return await this.people.sessionView(entered);
    } finally {
      await entered.end();
    }
  }

  private async recordFailure(ctx: Context, accountId: string): Promise<void> {
    for (const { org_id: orgId, member_id: memberId } of await this.membershipsOf(accountId)) {
      const settings = { orgId, actor: 'somebody not signed in', command: 'session.sign-in', requestId: ctx.requestId };
      await inTransaction(this.people.source, settings, (tx) =>
        tx.query('SELECT audit.note($1, $2, $3, $4)', [
          'member',
          memberId,
          'refused',
          JSON.stringify({ code: 'UNAUTHENTICATED' }),
        ]),
      );
    }
  }

  membershipsOf(accountId: string): Promise<Membership[]> {
    return this.people.source.query('SELECT org_id, member_id FROM auth.memberships($1)', [accountId]);
  }
}

export const noteSession = (tx: Transaction, sessionId: string, action: string) =>
  tx.query('SELECT audit.note($1, $2, $3, $4)', ['session', sessionId, action, '{}']);
