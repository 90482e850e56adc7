import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded-postgres.ts';
import { StartError } from './start-error.ts';

export interface KeptPostgres {
  readonly adminUrl: string;
  readonly gaveUp: Promise<never>;
  stop(mode: 'fast' | 'immediate'): Promise<void>;
}

/** Starts the server again when it dies. Its address must stay the one that the processes were told. */
export async function keepPostgresRunning(options: EmbeddedPostgresOptions): Promise<KeptPostgres> {
  let server = await startEmbeddedPostgres(options);
  const { adminUrl } = server;
  const gaveUp = Promise.withResolvers<never>();
  gaveUp.promise.catch(() => {});
  let stopping = false;

  const watch = async (current: EmbeddedPostgres, deaths: readonly number[]): Promise<void> => {
    await current.exited;
    if (stopping) return;
    const now = Date.now();
    const recent = [...deaths.filter((at) => at > now - 60_000), now];
    if (recent.length >= 5) throw new StartError('PostgreSQL ended 5 times in a minute; see logs/postgres.log.');
    process.stderr.write('PostgreSQL ended and is started again.\n');
    server = await startEmbeddedPostgres(options);
    if (stopping) return server.stop('fast');
    if (server.adminUrl !== adminUrl) throw new StartError('The port of PostgreSQL was taken by another program.');
    return watch(server, recent);
  };
  watch(server, []).catch(gaveUp.reject);

  const stop = (mode: 'fast' | 'immediate') => {
    stopping = true;
    return server.stop(mode);
  };
  return { adminUrl, gaveUp: gaveUp.promise, stop };
}
