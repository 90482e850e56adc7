import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { runTasks } from '../src/kernel/task-runner.ts';
import type { TestApp } from './test-app.ts';

/** The worker of a test: the same modules as the process, in this one. */
export async function startTestWorker(app: TestApp) {
  const { WorkerModule } = await import('../src/worker.module.ts');
  const nest = await NestFactory.createApplicationContext(WorkerModule, { logger: false, abortOnError: false });
  const stopping = new AbortController();
  const tasks = runTasks(nest.get(DataSource), app.database.app, stopping.signal);
  await tasks.ready;
  return {
    async stop() {
      stopping.abort();
      await tasks.close();
      await nest.close();
    },
  };
}

/** Asks again until the answer is there; the test's own time limit ends a wait in vain. */
export async function until<Answer>(ask: () => Promise<Answer | undefined | false | null>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
