import * as commands from '@attestry/domain/people/commands.ts';
import { Inject } from '@nestjs/common';
import { Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { Failure, invalid } from '../kernel/failure.ts';
import { Ask, Command, PublicCommand } from '../kernel/operation.ts';
import type { Account } from './accounts.ts';
import { Entering, noteSession } from './entering.service.ts';
import { checkNewPassword, hashPassword, passwordMatches } from './passwords.ts';
import { People } from './people.service.ts';

@Resolver()
export class SignInResolver {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(Entering) private readonly entering: Entering,
  ) {}

  @Ask('public')
  session(ctx: Context) {
    return ctx.actor ? this.people.sessionView(ctx) : null;
  }

  @PublicCommand(commands.signIn)
  async signIn(ctx: Context, input: commands.SignIn) {
    const account = await this.entering.authenticate(ctx, input.email, input.password);
    const memberships = await this.entering.membershipsOf(account.id);
    const chosen = input.organizationId
      ? memberships.find((one) => one.org_id === input.organizationId)
      : memberships[0];
    if (!chosen) throw new Failure('FORBIDDEN', 'This account is not an active member of an organization here.');
    return this.entering.enter(ctx, {
      accountId: account.id,
      orgId: chosen.org_id,
      memberId: chosen.member_id,
      email: account.email,
    });
  }

  @Command('session.end', z.object({}))
  async signOut(ctx: Context) {
    const tx = await ctx.tx();
    await noteSession(tx, ctx.me.sessionId, 'sign-out');
    await tx.query('UPDATE auth.session SET ended_at = clock_timestamp() WHERE id = $1', [ctx.me.sessionId]);
    this.people.sessions.forget();
    this.people.forgetCookie(ctx);
    return true;
  }

  @Command('account.change-password', commands.changePassword)
  async changePassword(ctx: Context, input: z.infer<typeof commands.changePassword>) {
    const me = ctx.me;
    const [account] = await ctx.query<Account>('SELECT id, email, password_hash FROM auth.account WHERE id = $1', [
      me.accountId,
    ]);
    if (!(await passwordMatches(input.currentPassword, account!.password_hash)))
      throw invalid({ path: 'currentPassword', message: 'is not your present password' });
    await checkNewPassword(input.newPassword, [me.name, me.email], 'newPassword');
    await ctx.query(
      'UPDATE auth.account SET password_hash = $2, password_changed_at = clock_timestamp() WHERE id = $1',
      [me.accountId, await hashPassword(input.newPassword)],
    );
    await ctx.query('SELECT audit.note($1, $2, $3, $4)', ['member', me.memberId, 'password-changed', '{}']);
    await ctx.query(
      'UPDATE auth.session SET ended_at = clock_timestamp() WHERE account_id = $1 AND id <> $2 AND ended_at IS NULL',
      [me.accountId, me.sessionId],
    );
    this.people.sessions.forget();
    return true;
  }
}
