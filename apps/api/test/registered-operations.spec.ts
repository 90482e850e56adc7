import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from './test-app.ts';

describe('as shipped, with registered operations only', () => {
  let app: TestApp;
  beforeAll(async () => {
    const webRoot = await mkdtemp(join(tmpdir(), 'attestry-web-'));
    await writeFile(join(webRoot, 'persisted-documents.json'), JSON.stringify({ known: '{ awaitingSetUp }' }));
    app = await startTestApp({ OPEN_OPERATIONS: '', WEB_ROOT: webRoot });
  });
  afterAll(() => app?.stop());

  const send = async (body: unknown) => {
    const response = await app.client().fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return `${response.status} ${await response.text()}`;
  };

  it('runs what the web client registered', async () => {
    expect(await send({ documentId: 'known' })).toMatch(/^200 .*"awaitingSetUp":true/);
    expect(
      await send({ documentId: 'known', query: '{ session { today } }' }),
      'the registered text, not the one sent along',
    ).toMatch(/awaitingSetUp/);
  });

  it.each([
    ['an operation as text', { query: '{ awaitingSetUp }' }],
    ['an unknown name', { documentId: 'unknown' }],
    ['a name of every object', { documentId: 'constructor', query: '{ awaitingSetUp }' }],
    [
      'a persisted query of Apollo',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } }, query: '{ awaitingSetUp }' },
    ],
    ['a list', [{ documentId: 'known' }]],
    ['nothing', null],
  ])('refuses %s', async (_, body) => {
    expect(await send(body)).toMatch(/^400 .*"INVALID"/);
  });

  it('refuses an operation in the address', async () => {
    for (const path of ['/graphql', '/graphql/', '/GraphQL', '/graphql?']) {
      const response = await app.client().fetch(`${path}${path.endsWith('?') ? '' : '?'}query={awaitingSetUp}`, {
        headers: { 'apollo-require-preflight': '1' },
      });
      expect(response.status, path).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toContain('"awaitingSetUp"');
    }
  });
});
