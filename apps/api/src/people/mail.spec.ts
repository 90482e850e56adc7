import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../test/test-app.ts';
import { until } from '../../test/worker.ts';

describe('invitations by mail', () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream: NodeJS.ReadableStream, _: unknown, done: () => void) => {
      received.push(await text(stream));
      done();
    },
  });
  let app: TestApp;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    app = await startTestApp({
      BASE_URL: 'http://attestry.example',
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      SMTP_FROM: 'attestry@harbour.example',
    });
  });
  afterAll(async () => {
    await app?.stop();
    server.close();
  });

  it('are sent with the absolute link when a mail server is set, and shown as well', async () => {
    const officer = await app.organization();
    const { issued } = await officer.must<{ issued: { link: string; mailed: boolean } }>(
      `mutation { issued: inviteMember(input: { email: "Ana@Harbour.example", name: "Ana Ruiz", roles: [auditor] }) { link mailed } }`,
    );
    expect(issued.mailed).toBe(true);
    expect(issued.link).toMatch(/^http:\/\/attestry\.example\/invitation#/);
    const mail = await until(async () => received[0]);
    expect(mail).toContain('To: Ana Ruiz <ana@harbour.example>');
    expect(mail.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(issued.link);
  });
});
