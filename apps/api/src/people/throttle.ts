import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { tooMany } from '../kernel/failure.ts';

const WINDOW_SECONDS = 15 * 60;
const PER_ADDRESS = 50;
const PER_ACCOUNT = 10;

/**
 * Slows guessing without letting a stranger lock a person out: failures count against the account separately for
 * devices it has signed in from before (they carry a signed mark) and for all others together.
 */
export class Throttle {
  constructor(
    private readonly source: DataSource,
    private readonly key: Buffer,
  ) {}

  /** Buckets that an attempt belongs to. Throws TOO_MANY when one is full. */
  async admit(address: string, email: string, deviceMark: string | undefined): Promise<Bucket[]> {
    const known = deviceMark !== undefined && this.isMarkOf(deviceMark, email);
    const buckets: Bucket[] = [
      { name: `address:${address}`, limit: PER_ADDRESS },
      { name: known ? `device:${deviceMark}` : `account:${email}`, limit: PER_ACCOUNT },
    ];
    const rows: { bucket: string; failures: number; wait: number }[] = await this.source.query(
      `SELECT bucket, failures, ceil(extract(epoch FROM since + make_interval(secs => $2) - clock_timestamp()))::int AS wait
       FROM auth.attempt WHERE bucket = ANY ($1) AND since > clock_timestamp() - make_interval(secs => $2)`,
      [buckets.map(({ name }) => name), WINDOW_SECONDS],
    );
    const full = rows.filter((row) => row.failures >= buckets.find(({ name }) => name === row.bucket)!.limit);
    if (full.length > 0) throw tooMany(Math.max(...full.map((row) => row.wait)));
    return buckets;
  }

  async countFailure(buckets: Bucket[]): Promise<void> {
    await this.source.query(
      `INSERT INTO auth.attempt (bucket, failures, since) SELECT unnest($1::text[]), 1, clock_timestamp()
       ON CONFLICT (bucket) DO UPDATE SET
         failures = CASE WHEN auth.attempt.since > clock_timestamp() - make_interval(secs => $2) THEN auth.attempt.failures + 1 ELSE 1 END,
         since = CASE WHEN auth.attempt.since > clock_timestamp() - make_interval(secs => $2) THEN auth.attempt.since ELSE clock_timestamp() END`,
      [buckets.map(({ name }) => name), WINDOW_SECONDS],
    );
  }

  async clear(buckets: Bucket[]): Promise<void> {
    const own = buckets.filter(({ name }) => !name.startsWith('address:')).map(({ name }) => name);
    await this.source.query('DELETE FROM auth.attempt WHERE bucket = ANY ($1)', [own]);
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

interface Bucket {
  readonly name: string;
  readonly limit: number;
}
