import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.ts';
import { TaskEvents } from './kernel/events.ts';
import { PlainFailures } from './kernel/http-filter.ts';
import { SETTINGS } from './kernel/kernel.module.ts';
import { LIMITS } from './kernel/limits.ts';
import { useContexts } from './kernel/request-context.ts';
import type { Settings } from './kernel/settings.ts';
import { People } from './people/people.service.ts';

/** The API and the built web client on one origin, ready to listen. */
export async function makeHttpApp(): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: LIMITS.bodyBytes,
    requestIdHeader: false,
    genReqId: () => crypto.randomUUID(),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, {
    logger: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new PlainFailures());
  app.enableShutdownHooks();
  const settings = app.get<Settings>(SETTINGS);
  const people = app.get(People);
  useContexts((request, reply) => people.contextOf(request, reply));
  const http = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await http.register(cookie);
  await http.register(multipart, { limits: { files: 1, fields: 5, fileSize: 60_000_000 } });
  const overTls = settings.BASE_URL?.startsWith('https:') ?? false;
  await http.register(helmet, {
    contentSecurityPolicy: policy(overTls),
    strictTransportSecurity: overTls,
    // Browsers ignore these over plain HTTP and complain of them.
    crossOriginOpenerPolicy: overTls,
    originAgentCluster: overTls,
  });
  refuseForeignPosts(http);
  await registerOperations(http, settings);
  registerHealth(http, app.get(DataSource));
  await registerEvents(http, people, settings);
  await registerWeb(http, settings);
  return app;
}

const policy = (overTls: boolean) => ({
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // Mantine sets sizes and positions as inline styles.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    // Over plain HTTP by IP address an upgrade would break every request.
    upgradeInsecureRequests: overTls ? [] : null,
  },
});

/** Another site's page can send a form, but neither this header nor a same-origin `Sec-Fetch-Site`. */
function refuseForeignPosts(http: FastifyInstance): void {
  http.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const site = request.headers['sec-fetch-site'];
    const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (foreign || request.headers['x-requested-with'] !== 'attestry') {
      await reply
        .code(403)
        .send({ errors: [{ message: 'Requests come from the product itself.', extensions: { code: 'FORBIDDEN' } }] });
    }
  });
}

/** The web client sends the name of an operation it registered when it was built; others only where settings open it. */
async function registerOperations(http: FastifyInstance, settings: Settings): Promise<void> {
  const path = join(webRoot(settings), 'persisted-documents.json');
  const operations: Record<string, string> = existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : {};
  http.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== '/graphql') return;
    // Apollo Server would also execute what a GET carries in its address, registered or not.
    if (request.method !== 'POST') return refuse(reply, 405, 'Operations are sent with POST.');
    const body = request.body as { documentId?: unknown; query?: unknown } | null;
    const registered =
      typeof body?.documentId === 'string' && Object.hasOwn(operations, body.documentId)
        ? operations[body.documentId]
        : undefined;
    if (body && registered) body.query = registered;
    else if (!settings.OPEN_OPERATIONS) await refuse(reply, 400, 'This operation is not registered.');
  });
}

const refuse = (reply: FastifyReply, status: number, message: string) =>
  reply.code(status).send({ errors: [{ message, extensions: { code: 'INVALID', fields: [] } }] });

function registerHealth(http: FastifyInstance, source: DataSource): void {
  http.get('/healthz', async () => ({ ok: true }));
  http.get('/readyz', async (_, reply) => {
    const ready = await source.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return reply.code(ready ? 200 : 503).send({ ok: ready });
  });
}

/** Server-sent events: progress of the organization's tasks, and the end of the session. */
async function registerEvents(http: FastifyInstance, people: People, settings: Settings): Promise<void> {
  const events = new TaskEvents(settings.APP_DATABASE_URL);
  await events.open();
  const open = new Set<() => void>();
  http.addHook('preClose', async () => {
    for (const end of open) end();
    await events.close();
  });
  http.get('/events', async (request: FastifyRequest, reply: FastifyReply) => {
    const actor = await people.sessions.actorOf(people.tokenIn(request), false);
    if (!actor) return reply.code(401).send();
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    reply.raw.write(': open\n\n');
    const unsubscribe = events.subscribe(actor.orgId, (data) => reply.raw.write(`event: task\ndata: ${data}\n\n`));
    const watch = setInterval(async () => {
      const still = await people.sessions.actorOf(people.tokenIn(request), false).catch(() => actor);
      if (still) return reply.raw.write(': here\n\n');
      reply.raw.write('event: session\ndata: {"ended":true}\n\n');
      end();
    }, 10_000);
    const end = () => {
      clearInterval(watch);
      unsubscribe();
      open.delete(end);
      reply.raw.end();
    };
    open.add(end);
    request.raw.on('close', end);
  });
}

/** The built client: hashed assets for ever, the page itself for every address that is not a route of the API. */
async function registerWeb(http: FastifyInstance, settings: Settings): Promise<void> {
  const root = join(webRoot(settings), 'public');
  if (!existsSync(join(root, 'index.html'))) return;
  await http.register(fastifyStatic, {
    root,
    preCompressed: true,
    wildcard: false,
    setHeaders: (response, path) =>
      void response.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  http.get('/*', (request, reply) => {
    if (!request.headers.accept?.includes('text/html')) {
      return reply
        .code(404)
        .send({ errors: [{ message: 'There is nothing at this address.', extensions: { code: 'NOT_FOUND' } }] });
    }
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

const webRoot = (settings: Settings) => settings.WEB_ROOT ?? join(import.meta.dirname, '../../web/dist');
