import { Client } from 'pg';
import { describeError, log } from './log.ts';

/** The channel of `app.task_progress`. */
const TASK_CHANNEL = 'attestry_task';

type Listener = (event: string) => void;

/** Progress of tasks as PostgreSQL announces it, for the browsers of each organization. */
export class TaskEvents {
  private readonly listeners = new Map<string, Set<Listener>>();
  private client: Client | undefined;
  private closed = false;

  constructor(private readonly url: string) {}

  async open(): Promise<void> {
    if (this.closed) return;
    const client = new Client({ connectionString: this.url, keepAlive: true });
    client.on('error', (error) => log.warn(describeError(error), 'the event connection was lost'));
    client.on('end', () => setTimeout(() => this.open().catch(() => this.retry()), 1_000).unref());
    client.on('notification', ({ payload }) => this.pass(payload ?? ''));
    await client.connect();
    await client.query(`LISTEN ${TASK_CHANNEL}`);
    this.client = client;
  }

  subscribe(orgId: string, listener: Listener): () => void {
    const own = this.listeners.get(orgId) ?? new Set();
    this.listeners.set(orgId, own.add(listener));
    return () => {
      own.delete(listener);
      if (own.size === 0) this.listeners.delete(orgId);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => {});
  }

  private retry(): void {
    if (!this.closed) setTimeout(() => this.open().catch(() => this.retry()), 1_000).unref();
  }

  private pass(payload: string): void {
    const { org, ...event } = JSON.parse(payload) as { org: string };
    for (const listener of this.listeners.get(org) ?? []) listener(JSON.stringify(event));
  }
}
