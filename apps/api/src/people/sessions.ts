import type { DataSource } from 'typeorm';
import type { Actor } from '../kernel/context.ts';
import { hashOf, newToken } from './tokens.ts';

/** Signed out after this long without a request of the person's own. */
export const IDLE_SECONDS = 15 * 60;
export const ABSOLUTE_SECONDS = 12 * 60 * 60;
/** A change of roles or password reaches every process within this time. */
const REMEMBERED_MS = 500;
const TOUCH_EVERY_MS = 15_000;
const MAX_REMEMBERED = 5_000;

interface Seen {
  readonly actor: Actor | null;
  readonly lastSeen: number;
  readonly read: number;
}

/** Opaque sessions in the database; the cookie holds the only copy of the token. */
export class Sessions {
  private readonly seen = new Map<string, Seen>();

  constructor(private readonly source: DataSource) {}

  /** Who this token belongs to now; `touch` when a person acted, not for what the page does by itself. */
  async actorOf(token: string | undefined, touch: boolean): Promise<Actor | null> {
    if (!token || token.length > 100) return null;
    const key = hashOf(token).toString('base64');
    const known = this.seen.get(key);
    const entry = known && Date.now() - known.read < REMEMBERED_MS ? known : await this.read(key);
    if (!entry.actor) return null;
    if (touch && Date.now() - entry.lastSeen > TOUCH_EVERY_MS) await this.touch(key, entry);
    return entry.actor;
  }

  async start(
    who: { accountId: string; orgId: string; memberId: string },
    address: string,
    userAgent: string,
  ): Promise<string> {
    const token = newToken();
    await this.source.query(
      `INSERT INTO auth.session (token_hash, account_id, org_id, member_id, address, user_agent) VALUES ($1, $2, $3, $4, $5, $6)`,
      [hashOf(token), who.accountId, who.orgId, who.memberId, address, userAgent.slice(0, 300)],
    );
    return token;
  }

  /** Other processes forget within half a second by themselves. */
  forget(): void {
    this.seen.clear();
  }

  private async read(key: string): Promise<Seen> {
    const [row] = await this.source.query(
      `SELECT id, account_id, org_id, member_id, member_name, email, roles, time_zone, today::text AS today, started_at,
        extract(epoch FROM last_seen_at)::float8 * 1000 AS last_seen,
        last_seen_at < clock_timestamp() - make_interval(secs => $2)
          OR started_at < clock_timestamp() - make_interval(secs => $3) AS over
       FROM auth.session_by_token($1)`,
      [Buffer.from(key, 'base64'), IDLE_SECONDS, ABSOLUTE_SECONDS],
    );
    if (row?.over)
      await this.source.query('UPDATE auth.session SET ended_at = clock_timestamp() WHERE id = $1', [row.id]);
    const entry = { actor: row && !row.over ? actorFrom(row) : null, lastSeen: row?.last_seen ?? 0, read: Date.now() };
    if (this.seen.size >= MAX_REMEMBERED) this.seen.clear();
    this.seen.set(key, entry);
    return entry;
  }

  private async touch(key: string, entry: Seen): Promise<void> {
    this.seen.set(key, { ...entry, lastSeen: Date.now() });
    await this.source.query('UPDATE auth.session SET last_seen_at = clock_timestamp() WHERE id = $1', [
      entry.actor!.sessionId,
    ]);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: one row of auth.session_by_token.
const actorFrom = (row: any): Actor => ({
  sessionId: row.id,
  accountId: row.account_id,
  orgId: row.org_id,
  memberId: row.member_id,
  name: row.member_name,
  email: row.email,
  roles: row.roles,
  timeZone: row.time_zone,
  today: row.today,
  startedAt: row.started_at,
});
