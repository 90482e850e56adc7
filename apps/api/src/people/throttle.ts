import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { tooMany } from '../kernel/failure.ts';

const WINDOW_SECONDS = 15 * 60;
const PER_ADDRESS = 50;
const PER_ACCOUNT = 10;

/**
 * Slows guessing without letting a stranger lock a person out: attempts count against the account separately for
 * devices it has signed in from before (they carry a signed mark) and for all others together. A known device does not
 * share its address's count either: everybody behind one proxy has that address.
 */
export class Throttle {
  constructor(
    private readonly source: DataSource,
    private readonly key: Buffer,
  ) {}

  /** Counts the attempt before the password is looked at, so that many at once do not pass together. TOO_MANY when full. */
  async admit(address: string, email: string, deviceMark: string | undefined): Promise<readonly string[]> {
    const known = deviceMark !== undefined && this.isMarkOf(deviceMark, email);
    if (!known) await this.count(`address:${address}`, PER_ADDRESS);
    const own = known ? `device:${deviceMark}` : `account:${email}`;
    await this.count(own, PER_ACCOUNT);
    return known ? [own] : [own, `address:${address}`];
  }

  private async count(bucket: string, limit: number): Promise<void> {
    const [row]: { failures: number; wait: number }[] = await this.source.query(
      `INSERT INTO auth.attempt AS a (bucket, failures, since) VALUES ($1, 1, clock_timestamp())
       ON CONFLICT (bucket) DO UPDATE SET
         failures = CASE WHEN a.since > clock_timestamp() - make_interval(secs => $2) THEN a.failures + 1 ELSE 1 END,
         since = CASE WHEN a.since > clock_timestamp() - make_interval(secs => $2) THEN a.since ELSE clock_timestamp() END
       RETURNING failures, ceil(extract(epoch FROM since + make_interval(secs => $2) - clock_timestamp()))::int AS wait`,
      [bucket, WINDOW_SECONDS],
    );
    if (row!.failures > limit) throw tooMany(row!.wait);
  }

  /** The password was right: the account's failures are forgotten, the address's one fewer. */
  async forgive(buckets: readonly string[]): Promise<void> {
    await this.source.query(
      `WITH own AS (DELETE FROM auth.attempt WHERE bucket = ANY ($1) AND bucket NOT LIKE 'address:%')
       UPDATE auth.attempt SET failures = failures - 1 WHERE bucket = ANY ($1) AND bucket LIKE 'address:%'`,
      [buckets],
    );
  }

  /** The mark a device carries after signing in to this account. */
  markFor(email: string): string {
    return createHmac('sha256', this.key).update(`device:${email}`).digest('base64url');
  }

  private isMarkOf(mark: string, email: string): boolean {
    const own = Buffer.from(this.markFor(email));
    const given = Buffer.from(mark);
    return own.length === given.length && timingSafeEqual(own, given);
  }
}
