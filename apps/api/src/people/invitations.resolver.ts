import { randomUUIDv7 } from 'node:crypto';
import * as commands from '@attestry/domain/people/commands.ts';
import { mayGrant } from '@attestry/domain/people/permissions.ts';
import { Inject } from '@nestjs/common';
import { Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import type * as Gql from '../generated/contract.ts';
import type { Context } from '../kernel/context.ts';
import { invalid, notFound, refused } from '../kernel/failure.ts';
import { isId } from '../kernel/ids.ts';
import { Ask, Command, PublicCommand } from '../kernel/operation.ts';
import { byId, columns, insert, update } from '../kernel/rows.ts';
import { inTransaction } from '../kernel/transaction.ts';
import { type Account, makeAccount, makeMember } from './accounts.ts';
import { Entering } from './entering.service.ts';
import { Invitation } from './invitation.entity.ts';
import { mailInvitation } from './mail.ts';
import { checkNewPassword, hashPassword } from './passwords.ts';
import { People } from './people.service.ts';
import { hashOf, newToken } from './tokens.ts';

const INVITATION_DAYS = 7;

@Resolver()
export class InvitationsResolver {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(Entering) private readonly entering: Entering,
  ) {}

  @Ask('member.read')
  invitations(ctx: Context) {
    return ctx.query<Invitation>(
      `SELECT ${columns(Invitation)} FROM app.invitation ORDER BY created_at DESC, id LIMIT 200`,
    );
  }

  @Command('member.invite', commands.inviteMember)
  async inviteMember(ctx: Context, input: commands.InviteMember) {
    const decision = mayGrant(ctx.me.roles, input.roles);
    if (!decision.allowed) throw refused(decision.because);
    const [member] = await ctx.query('SELECT 1 FROM app.member WHERE email = $1', [input.email]);
    if (member)
      throw refused([{ key: 'already-member', text: 'This address is a member of the organization already.' }]);
    const token = newToken();
    const invitation = await insert(await ctx.tx(), Invitation, {
      ...input,
      tokenHash: hashOf(token),
      invitedBy: ctx.me.memberId,
      expiresAt: new Date(Date.now() + INVITATION_DAYS * 86_400_000).toISOString(),
    });
    const link = this.people.link(`/invitation#${token}`);
    return { invitation, link, mailed: mailInvitation(this.people.settings, invitation, link) };
  }

  @Command('member.revoke-invitation', z.object({ id: z.string() }))
  async revokeInvitation(ctx: Context, { id }: { id: string }) {
    const tx = await ctx.tx();
    const present = isId(id) ? await byId(tx, Invitation, id, 'lock') : undefined;
    if (!present) throw notFound('invitation');
    if (present.acceptedAt)
      throw refused([{ key: 'accepted', text: 'The invitation was accepted; deactivate the member instead.' }]);
    if (present.revokedAt) return present;
    return update(tx, Invitation, { id }, { revokedAt: new Date().toISOString() });
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
    const account = existing[0] ? await this.entering.authenticate(ctx, offer.email, input.password) : undefined;
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
    return this.entering.enter(ctx, { accountId, orgId: offer.org_id, memberId, email: offer.email });
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
