import 'reflect-metadata';
import { makeHttpApp } from './http.ts';
import { endWithParent } from './kernel/end-with-parent.ts';
import { SETTINGS } from './kernel/kernel.module.ts';
import { describeError, log } from './kernel/log.ts';
import type { Settings } from './kernel/settings.ts';

try {
  const app = await makeHttpApp();
  const settings = app.get<Settings>(SETTINGS);
  await app.listen(settings.PORT, settings.HOST ?? '::');
  endWithParent(() => app.close());
  log.info({ port: settings.PORT }, 'the API is ready');
  process.send?.({ ready: true });
} catch (error) {
  log.fatal(describeError(error), 'the API cannot start');
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
