import { randomUUIDv7 } from 'node:crypto';
import * as commands from '@attestry/domain/people/commands.ts';
import { Inject } from '@nestjs/common';
import { Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import type * as Gql from '../generated/contract.ts';
import type { Context } from '../kernel/context.ts';
import { Failure, invalid, notFound, refused } from '../kernel/failure.ts';
import { Ask, Command, PublicCommand } from '../kernel/operation.ts';
import { inTransaction, type Transaction } from '../kernel/transaction.ts';
import { checkNewPassword, hashPassword, passwordMatches, wasteTime } from './passwords.ts';
import { People } from './people.service.ts';
import { hashOf } from './tokens.ts';

const WRONG = 'The e-mail address or the password is not right.';

interface Account {
  readonly id: string;
  readonly email: string;
  readonly password_hash: string;
}
interface Membership {
  readonly org_id: string;
  readonly member_id: string;
}

@Resolver()
export class SignInResolver {
  constructor(@Inject(People) private readonly people: People) {}

  @Ask('public')
  session(ctx: Context) {
    return ctx.actor ? this.people.sessionView(ctx) : null;
  }

  @Ask('public')
  async awaitingSetUp() {
    const [row] = await this.people.source.query('SELECT auth.has_organization() AS has');
    return !row.has;
  }

  @PublicCommand(commands.setUp)
  async setUp(ctx: Context, input: commands.SetUp) {
    const orgId = randomUUIDv7();
    const memberId = randomUUIDv7();
    await checkNewPassword(input.password, [input.name, input.email, input.organizationName], 'password');
    const passwordHash = await hashPassword(input.password);
    const settings = { orgId, actor: `member:${memberId}`, command: 'organization.set-up', requestId: ctx.requestId };
    const accountId = await inTransaction(this.people.source, settings, async (tx) => {
      await takeSetUpLink(tx, input.token);
      await tx.query('INSERT INTO app.organization (id, name, kind, time_zone) VALUES ($1, $2, $3, $4)', [
        orgId,
        input.organizationName,
        input.organizationKind,
        input.timeZone,
      ]);
      const id = await makeAccount(tx, input.email, passwordHash);
      await makeMember(tx, {
        memberId,
        accountId: id,
        name: input.name,
        email: input.email,
        roles: ['administrator', 'privacy_officer'],
      });
      return id;
    });
    return this.enter(ctx, { accountId, orgId, memberId, email: input.email });
  }

  @PublicCommand(commands.signIn)
  async signIn(ctx: Context, input: commands.SignIn) {
    const account = await this.authenticate(ctx, input.email, input.password);
    const memberships = await this.membershipsOf(account.id);
    const chosen = input.organizationId
      ? memberships.find((one) => one.org_id === input.organizationId)
      : memberships[0];
    if (!chosen) throw new Failure('FORBIDDEN', 'This account is not an active member of an organization here.');
    return this.enter(ctx, {
      accountId: account.id,
      orgId: chosen.org_id,
      memberId: chosen.member_id,
      email: account.email,
    });
  }

  @Ask('public')
  async invitationOffer(_: Context, { token }: { token: string }): Promise<Gql.InvitationOffer | null> {
    const offer = await this.offer(token);
    if (!offer) return null;
    const [account] = await this.people.source.query('SELECT 1 FROM auth.account WHERE email = $1', [offer.email]);
    const { email, name, roles, org_name: organizationName, expires_at: expiresAt } = offer;
    return { email, name, roles, organizationName, expiresAt, hasAccount: Boolean(account) };
  }

  @PublicCommand(commands.acceptInvitation)
  async acceptInvitation(ctx: Context, input: commands.AcceptInvitation) {
    const offer = await this.offer(input.token);
    if (!offer) throw notFound('invitation');
    const existing: Account[] = await this.people.source.query(
      'SELECT id, email, password_hash FROM auth.account WHERE email = $1',
      [offer.email],
    );
    const account = existing[0] ? await this.authenticate(ctx, offer.email, input.password) : undefined;
    if (!account) await this.checkChosenPassword(input.password, [input.name, offer.email]);
    const passwordHash = account ? '' : await hashPassword(input.password);
    const memberId = randomUUIDv7();
    const settings = {
      orgId: offer.org_id,
      actor: `member:${memberId}`,
      command: 'member.accept-invitation',
      requestId: ctx.requestId,
    };
    const accountId = await inTransaction(this.people.source, settings, async (tx) => {
      const taken = await tx.query(
        `UPDATE app.invitation SET accepted_at = clock_timestamp()
         WHERE id = $1 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > clock_timestamp() RETURNING id`,
        [offer.id],
      );
      if (taken.length === 0) throw notFound('invitation');
      const id = account?.id ?? (await makeAccount(tx, offer.email, passwordHash));
      await makeMember(tx, { memberId, accountId: id, name: input.name, email: offer.email, roles: offer.roles });
      return id;
    });
    return this.enter(ctx, { accountId, orgId: offer.org_id, memberId, email: offer.email });
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

  /** The account, if the password is right; slow either way, and every failure counted and recorded. */
  private async authenticate(ctx: Context, email: string, password: string): Promise<Account> {
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

  private async enter(ctx: Context, who: { accountId: string; orgId: string; memberId: string; email: string }) {
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

  private membershipsOf(accountId: string): Promise<Membership[]> {
    return this.people.source.query('SELECT org_id, member_id FROM auth.memberships($1)', [accountId]);
  }

  // biome-ignore lint/suspicious/noExplicitAny: one row of auth.invitation_by_token.
  private async offer(token: string): Promise<any> {
    if (token.length > 200) return undefined;
    const [offer] = await this.people.source.query(
      'SELECT * FROM auth.invitation_by_token($1) WHERE expires_at > clock_timestamp()',
      [hashOf(token)],
    );
    return offer;
  }

  private async checkChosenPassword(password: string, about: string[]): Promise<void> {
    const parsed = commands.changePassword.shape.newPassword.safeParse(password);
    if (!parsed.success) throw invalid({ path: 'password', message: parsed.error.issues[0]!.message });
    await checkNewPassword(password, about, 'password');
  }
}

async function takeSetUpLink(tx: Transaction, token: string): Promise<void> {
  const taken = await tx.query(
    'UPDATE auth.setup_link SET used_at = clock_timestamp() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > clock_timestamp() RETURNING 1',
    [hashOf(token)],
  );
  if (taken.length === 0)
    throw refused([
      { key: 'link-used', text: 'This set-up link was used or has expired. Start Attestry again to get a new one.' },
    ]);
}

async function makeAccount(tx: Transaction, email: string, passwordHash: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    'INSERT INTO auth.account (email, password_hash) VALUES ($1, $2) ON CONFLICT (email) DO NOTHING RETURNING id',
    [email, passwordHash],
  );
  if (!row)
    throw refused([
      { key: 'account-exists', text: 'This address has an account here already. Ask for an invitation.' },
    ]);
  return row.id;
}

interface NewMember {
  memberId: string;
  accountId: string;
  name: string;
  email: string;
  roles: readonly string[];
}

async function makeMember(tx: Transaction, { memberId, accountId, name, email, roles }: NewMember): Promise<void> {
  const made = await tx.query(
    `INSERT INTO app.member (id, account_id, name, email, roles) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (org_id, account_id) DO NOTHING RETURNING id`,
    [memberId, accountId, name, email, roles],
  );
  if (made.length === 0)
    throw refused([{ key: 'already-member', text: 'This address is a member of the organization already.' }]);
}

const noteSession = (tx: Transaction, sessionId: string, action: string) =>
  tx.query('SELECT audit.note($1, $2, $3, $4)', ['session', sessionId, action, '{}']);
