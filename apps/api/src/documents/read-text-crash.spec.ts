import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Child, startChild } from '../../test/child-process.ts';
import { pdfOf } from '../../test/files.ts';
import { type Client, startTestApp, type TestApp } from '../../test/test-app.ts';
import { upload } from '../../test/uploads.ts';
import { until } from '../../test/worker.ts';

const PAGES = 1_500;

let app: TestApp;
let officer: Client;
let worker: Child | undefined;
beforeAll(async () => {
  app = await startTestApp();
  officer = await app.organization();
});
afterAll(async () => {
  await worker?.kill('SIGKILL');
  await app?.stop();
});

/** As if the time of a dead worker's locks had run out. */
const expireLocks = () =>
  app.sql(`UPDATE bullmq.job SET locked_until_ms = 0, stalled_marked = true WHERE locked_until_ms IS NOT NULL`);
const taken = () =>
  until(
    async () =>
      (
        await app.sql(`SELECT 1 FROM bullmq.job WHERE locked_until_ms > extract(epoch FROM clock_timestamp()) * 1000`)
      )[0],
  );

it('a worker killed at any point of a reading loses no text and records none twice', async () => {
  const pages = Array.from({ length: PAGES }, (_, index) =>
    `Page ${index + 1} says that PHI is encrypted at rest.\n`.repeat(40).trim(),
  );
  const { id } = await upload(officer, pdfOf(pages), 'SOC 2.pdf');
  worker = await startChild('worker');
  for (const delay of [0, 200, 700]) {
    await taken();
    await wait(delay);
    await worker.kill('SIGKILL');
    const [text] = await app.sql('SELECT status FROM app.document_text');
    expect(text, 'was still reading').toEqual({ status: 'waiting' });
    await expireLocks();
    worker = await startChild('worker');
  }
  await until(async () => (await app.sql(`SELECT 1 FROM app.background_task WHERE status = 'done'`))[0]);
  const { document } = await officer.must<{ document: { text: Record<string, unknown> } }>(
    `query ($id: ID!) { document(id: $id) { text { status problem pageCount characters pages(from: ${PAGES}) { text } } } }`,
    { id },
  );
  expect(document.text).toEqual({
    status: 'read',
    problem: '',
    pageCount: PAGES,
    characters: pages.join('\f').length,
    pages: [{ text: pages.at(-1) }],
  });
  const events = await app.sql(`SELECT action FROM audit.event WHERE entity = 'document_text' ORDER BY id`);
  expect(events).toEqual([{ action: 'insert' }, { action: 'update' }]);
}, 90_000);
