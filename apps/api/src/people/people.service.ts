import { randomUUIDv7 } from 'node:crypto';
import { may, PERMISSIONS } from '@attestry/domain/people/permissions.ts';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { Context } from '../kernel/context.ts';
import { SETTINGS } from '../kernel/kernel.module.ts';
import { byId } from '../kernel/rows.ts';
import type { Settings } from '../kernel/settings.ts';
import { Member } from './member.entity.ts';
import { Organization } from './organization.entity.ts';
import { ABSOLUTE_SECONDS, IDLE_SECONDS, Sessions } from './sessions.ts';
import { Throttle } from './throttle.ts';

const DEVICE_SECONDS = 180 * 24 * 60 * 60;

/** Sign-in's plumbing: sessions, cookies, and the context of a request. */
@Injectable()
export class People {
  readonly sessions: Sessions;
  readonly throttle: Throttle;
  private readonly secure: boolean;

  constructor(
    @Inject(DataSource) readonly source: DataSource,
    @Inject(SETTINGS) readonly settings: Settings,
  ) {
    this.sessions = new Sessions(source);
    this.throttle = new Throttle(source, Buffer.from(settings.ROOT_KEY, 'base64'));
    this.secure = settings.BASE_URL?.startsWith('https:') ?? false;
  }

  /** `touch`: the request is a person's own act and keeps the session alive. */
  async contextOf(request: FastifyRequest, reply: FastifyReply, touch = true): Promise<Context> {
    const actor = await this.sessions.actorOf(this.tokenIn(request), touch);
    return new Context(this.source, String(request.id ?? randomUUIDv7()), actor, request, reply);
  }

  tokenIn(request: FastifyRequest): string | undefined {
    return request.cookies[this.cookieName];
  }

  async startSession(
    ctx: Context,
    who: { accountId: string; orgId: string; memberId: string; email: string },
  ): Promise<Context> {
    const token = await this.sessions.start(who, ctx.request.ip, ctx.request.headers['user-agent'] ?? '');
    ctx.reply.setCookie(this.cookieName, token, this.cookieOptions);
    ctx.reply.setCookie('attestry_device', this.throttle.markFor(who.email), {
      ...this.cookieOptions,
      maxAge: DEVICE_SECONDS,
    });
    const actor = await this.sessions.actorOf(token, false);
    return new Context(this.source, ctx.requestId, actor, ctx.request, ctx.reply);
  }

  forgetCookie(ctx: Context): void {
    ctx.reply.clearCookie(this.cookieName, this.cookieOptions);
  }

  async sessionView(ctx: Context): Promise<Gql.Session> {
    const me = ctx.me;
    const [member, organization, others] = await Promise.all([
      byId(ctx, Member, me.memberId),
      byId(ctx, Organization, me.orgId),
      ctx.query<{ id: string; name: string }>(
        'SELECT org_id AS id, org_name AS name FROM auth.memberships($1) WHERE org_id <> $2',
        [me.accountId, me.orgId],
      ),
    ]);
    return {
      member: member!,
      organization: organization!,
      permissions: PERMISSIONS.filter((permission) => may(me.roles, permission).allowed),
      today: me.today,
      otherOrganizations: others,
      idleSeconds: IDLE_SECONDS,
      endsAt: new Date(Date.parse(me.startedAt) + ABSOLUTE_SECONDS * 1000).toISOString(),
    };
  }

  /** Links are absolute only when the configuration says where we are: a `Host` header proves nothing. */
  link(path: string): string {
    return this.settings.BASE_URL ? new URL(path, this.settings.BASE_URL).href : path;
  }

  /** `__Host-` binds the cookie to this host over TLS; plain HTTP (a bare machine) cannot have it. */
  private get cookieName(): string {
    return this.secure ? '__Host-attestry' : 'attestry';
  }

  private get cookieOptions() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure } as const;
  }
}
