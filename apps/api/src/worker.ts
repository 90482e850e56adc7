import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { signerFrom } from './audit/checkpoint.ts';
import { openSealPool, startSealer } from './audit/sealer.ts';
import { endWithParent } from './kernel/end-with-parent.ts';
import { SETTINGS } from './kernel/kernel.module.ts';
import { describeError, log } from './kernel/log.ts';
import type { Settings } from './kernel/settings.ts';
import { runTasks } from './kernel/task-runner.ts';
import { startTick } from './kernel/tick.ts';
import { WorkerModule } from './worker.module.ts';

try {
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: false, abortOnError: false });
  const settings = app.get<Settings>(SETTINGS);
  const stopping = new AbortController();
  const tasks = runTasks(app.get(DataSource), settings.APP_DATABASE_URL, stopping.signal);
  const tick = startTick(app);
  const sealer = startSealing(settings);
  const close = async () => {
    stopping.abort();
    tick.stop();
    await sealer?.stop();
    await tasks.close();
    await app.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void close().finally(() => process.exit(0)));
  endWithParent(close);
  await tasks.ready;
  log.info('the worker is ready');
  process.send?.({ ready: true });
} catch (error) {
  log.fatal(describeError(error), 'the worker cannot start');
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}

/** Seals where the settings say with which role and key; any number of workers may, one at a time does. */
function startSealing(settings: Settings) {
  if (!settings.SEAL_DATABASE_URL || !settings.LOG_KEY_FILE) return undefined;
  const pool = openSealPool(settings.SEAL_DATABASE_URL);
  const sealer = startSealer({
    pool,
    signer: signerFrom(readFileSync(settings.LOG_KEY_FILE, 'utf8')),
    checkpointsFile: join(settings.ATTESTRY_DATA_DIR, 'checkpoints.log'),
    onError: (error) => log.error(describeError(error), 'the audit log is not sealed'),
  });
  return {
    async stop() {
      await sealer.stop();
      await pool.end();
    },
  };
}
