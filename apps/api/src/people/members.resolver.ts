import * as commands from '@attestry/domain/people/commands.ts';
import { mayChangeRoles, mayGrant } from '@attestry/domain/people/permissions.ts';
import type { Role } from '@attestry/domain/people/roles.ts';
import { Inject } from '@nestjs/common';
import { Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { conflict, notFound, refused } from '../kernel/failure.ts';
import { isId } from '../kernel/ids.ts';
import { Ask, Command } from '../kernel/operation.ts';
import { byId, columns, update } from '../kernel/rows.ts';
import { Member } from './member.entity.ts';
import { Organization } from './organization.entity.ts';
import { People } from './people.service.ts';

const _INVITATION_DAYS = 7;
type MemberReason = z.infer<typeof commands.memberReason>;

@Resolver()
export class MembersResolver {
  constructor(@Inject(People) private readonly people: People) {}

  @Ask('member.read')
  members(ctx: Context) {
    return ctx.query<Member>(`SELECT ${columns(Member)} FROM app.member ORDER BY deactivated_at IS NOT NULL, name, id`);
  }

  @Command('member.change-roles', commands.changeRoles)
  async changeRoles(ctx: Context, { memberId, version, roles }: z.infer<typeof commands.changeRoles>) {
    const member = await this.memberToChange(ctx, memberId, version, roles);
    return this.change(ctx, member, { roles });
  }

  @Command('member.deactivate', commands.memberReason)
  async deactivateMember(ctx: Context, { memberId, version }: MemberReason) {
    const member = await this.memberToChange(ctx, memberId, version, []);
    return this.change(ctx, member, { deactivatedAt: new Date().toISOString() });
  }

  @Command('member.reactivate', commands.memberReason)
  async reactivateMember(ctx: Context, { memberId, version }: MemberReason) {
    const tx = await ctx.tx();
    const member = await byId(tx, Member, memberId, 'lock');
    if (!member) throw notFound('member');
    if (member.version !== version) throw conflict('member', member);
    const decision = mayGrant(ctx.me.roles, member.roles);
    if (!decision.allowed) throw refused(decision.because);
    return this.change(ctx, member, { deactivatedAt: null });
  }

  @Command('member.end-sessions', z.object({ memberId: z.string() }))
  async endMemberSessions(ctx: Context, { memberId }: { memberId: string }) {
    const tx = await ctx.tx();
    const member = isId(memberId) ? await byId(tx, Member, memberId) : undefined;
    if (!member) throw notFound('member');
    const ended = await this.endSessions(ctx, memberId);
    await tx.query('SELECT audit.note($1, $2, $3, $4)', [
      'member',
      memberId,
      'sessions-ended',
      JSON.stringify({ count: ended }),
    ]);
    return ended;
  }

  @Ask('session.read')
  mySessions(ctx: Context) {
    return ctx.query(
      `SELECT id, started_at AS "startedAt", last_seen_at AS "lastSeenAt", address, user_agent AS "userAgent", id = $2 AS current
       FROM auth.session WHERE account_id = $1 AND ended_at IS NULL AND last_seen_at > clock_timestamp() - interval '15 minutes'
       ORDER BY last_seen_at DESC`,
      [ctx.me.accountId, ctx.me.sessionId],
    );
  }

  @Command('session.end', z.object({ id: z.string() }))
  async endSession(ctx: Context, { id }: { id: string }) {
    const tx = await ctx.tx();
    const own = isId(id)
      ? await tx.query(
          'UPDATE auth.session SET ended_at = clock_timestamp() WHERE id = $1 AND account_id = $2 AND ended_at IS NULL RETURNING id',
          [id, ctx.me.accountId],
        )
      : [];
    if (own.length === 0) throw notFound('session');
    await tx.query('SELECT audit.note($1, $2, $3, $4)', ['session', id, 'ended', '{}']);
    this.people.sessions.forget();
    return true;
  }

  @Command('organization.update', commands.updateOrganization)
  async updateOrganization(ctx: Context, { version, ...changes }: z.infer<typeof commands.updateOrganization>) {
    const tx = await ctx.tx();
    const changed = await update(tx, Organization, { id: ctx.me.orgId, version }, changes);
    if (!changed) throw conflict('organization', await byId(tx, Organization, ctx.me.orgId));
    this.people.sessions.forget();
    return changed;
  }

  /** The member, locked, if the actor may leave them with `roles`. */
  private async memberToChange(
    ctx: Context,
    memberId: string,
    version: number,
    roles: readonly Role[],
  ): Promise<Member> {
    const tx = await ctx.tx();
    // The organization's row first: two administrators who remove each other meet here, not in a deadlock.
    await byId(tx, Organization, ctx.me.orgId, 'lock');
    const member = await byId(tx, Member, memberId, 'lock');
    if (!member) throw notFound('member');
    if (member.version !== version) throw conflict('member', member);
    const [others] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM app.member WHERE id <> $1 AND deactivated_at IS NULL AND 'administrator' = ANY (roles)`,
      [memberId],
    );
    const decision = mayChangeRoles({
      actorMemberId: ctx.me.memberId,
      actorRoles: ctx.me.roles,
      memberId,
      from: member.deactivatedAt ? [] : member.roles,
      to: roles,
      otherAdministrators: others!.count,
    });
    if (!decision.allowed) throw refused(decision.because);
    return member;
  }

  /** What a member may do changed: whatever they are signed in with ends in the same transaction. */
  private async change(ctx: Context, member: Member, changes: Partial<Member>) {
    const changed = await update(await ctx.tx(), Member, { id: member.id }, changes);
    await this.endSessions(ctx, member.id);
    return changed;
  }

  private async endSessions(ctx: Context, memberId: string): Promise<number> {
    const rows = await ctx.query(
      'UPDATE auth.session SET ended_at = clock_timestamp() WHERE org_id = $1 AND member_id = $2 AND ended_at IS NULL RETURNING id',
      [ctx.me.orgId, memberId],
    );
    this.people.sessions.forget();
    return rows.length;
  }
}
