import { PERMISSIONS, rolesWith } from '@attestry/domain/people/permissions.ts';
import { ROLES, type Role } from '@attestry/domain/people/roles.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../src/app.module.ts';
import { OPERATIONS } from '../src/kernel/operation.ts';
import {
  answerOf,
  isReference,
  leafAt,
  leavesOf,
  type Operation,
  operation,
  operations,
  withLeaf,
} from './operations.ts';
import { MISSING_ID, Records } from './records.ts';
import { argumentsOf, PUBLIC_OPERATIONS, ROUTES, SAMPLE_ARGUMENTS } from './sample-arguments.ts';
import { type Client, startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
let ours: Records;
let theirs: Records;
beforeAll(async () => {
  app = await startTestApp();
  ours = new Records(app, await app.organization());
  theirs = new Records(app, await app.organization('Another Health Plan'));
});
afterAll(() => app?.stop());

describe('the matrix is whole', () => {
  it('every operation of the contract has a resolver with a permission, and a line in test/sample-arguments.ts', () => {
    const names = operations.map(({ name }) => name).sort();
    expect([...OPERATIONS.keys()].sort(), 'operations with a resolver').toEqual(names);
    expect(Object.keys(SAMPLE_ARGUMENTS).sort(), 'operations in test/sample-arguments.ts').toEqual(names);
    const open = names.filter((name) => OPERATIONS.get(name)?.permission === 'public');
    expect(open, 'operations open to anybody').toEqual([...PUBLIC_OPERATIONS].sort());
  });

  it('every HTTP route is in the table of routes', () => {
    expect(routesOf(app).sort()).toEqual(Object.keys(ROUTES).sort());
    for (const { permission } of Object.values(ROUTES)) if (permission) expect(PERMISSIONS).toContain(permission);
  });
});

describe('the id of another organization', () => {
  const withReferences = operations.filter((one) => leavesOf(one).some(isReference));

  it.each(withReferences)('$name answers byte for byte like a missing one and changes nothing', async (one) => {
    const foreign = await argumentsOf(ours, one.name);
    const before = await ours.everything();
    const own = await argumentsOf(theirs, one.name);
    const withIds = (idOf: (path: readonly string[]) => unknown) =>
      leavesOf(one)
        .filter(isReference)
        .reduce((args, { path }) => withLeaf(args, path, idOf(path)), own);
    const caller = await theirs.session();
    const strange = await answerOf(
      caller,
      one,
      withIds((path) => leafAt(foreign, path)),
    );
    const missing = await answerOf(
      caller,
      one,
      withIds(() => MISSING_ID),
    );
    expect({ status: strange.status, text: strange.text }).toEqual({ status: missing.status, text: missing.text });
    expect(await ours.everything()).toBe(before);
    if (one.kind === 'mutation' && one.name !== 'signIn') expect(strange.code).toBe('NOT_FOUND');
    else expect(isEmpty(strange.data?.answer), strange.text).toBe(true);
  });

  it('a download answers byte for byte like a missing one', async () => {
    const documentId = await ours.documentId();
    const caller = await theirs.session();
    const download = async (id: string) => {
      const response = await caller.fetch(`/documents/${id}`);
      return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
    };
    const before = await ours.everything();
    expect(await download(documentId)).toEqual(await download(MISSING_ID));
    expect((await download(documentId)).status).toBe(404);
    expect(await ours.everything()).toBe(before);
    expect((await (await ours.session()).fetch(`/documents/${documentId}`)).status).toBe(200);
  });
});

it('lists, counts, facets, search, history, sorts and cursors answer the same bytes whatever another organization holds', async () => {
  const quiet = new Records(app, await app.organization('Quiet Clinic'));
  await quiet.system({ name: 'Only one', department: 'Quiet' });
  const caller = await quiet.session();
  const questions = operations.filter(
    ({ name, kind }) => kind === 'query' && !['mySessions', 'invitationOffer'].includes(name),
  );
  const variants = (one: Operation, args: Record<string, unknown>) =>
    one.name === 'aiSystems'
      ? ['name', 'department', 'stage', 'phi', 'tier', 'business_owner', 'next_review_on', 'updated_at'].flatMap(
          (sort) => [
            { sort, first: 5 },
            { sort, first: 5, asOf: today() },
            { sort, first: 5, filter: { search: 'zebra' } },
          ],
        )
      : [args, {}].filter((given) => one.args.every((arg) => !String(arg.type).endsWith('!') || arg.name in given));
  const asked = await Promise.all(questions.map(async (one) => ({ one, args: await argumentsOf(ours, one.name) })));
  const ask = async () => {
    const texts: string[] = [];
    for (const { one, args } of asked)
      for (const given of variants(one, args)) texts.push(`${one.name} ${(await answerOf(caller, one, given)).text}`);
    return texts;
  };
  const before = await ask();
  for (const name of ['Zebra one', 'Zebra two'])
    await ours.system({ name, department: 'Quiet', stage: 'live', phi: 'yes' });
  for (const make of ['report', 'dataImport', 'savedView', 'invitation', 'colleague'] as const) await ours[make]();
  expect(await ask()).toEqual(before);
  expect(before.join()).not.toMatch(/INTERNAL/);
});

it('a cursor of another organization opens nothing of it', async () => {
  for (const name of ['Cursor a', 'Cursor b', 'Cursor c']) await ours.system({ name });
  const list = operation('aiSystems');
  const { data } = await answerOf(await ours.session(), list, { sort: 'name', first: 1, filter: { search: 'cursor' } });
  const caller = await theirs.session();
  await theirs.system({ name: 'Delta of theirs' });
  const { data: seen } = await answerOf(caller, list, {
    sort: 'name',
    first: 50,
    after: data.answer.pageInfo.endCursor,
  });
  const own = await answerOf(caller, list, { sort: 'name', first: 50 });
  const ids = own.data.answer.nodes.map(({ id }: { id: string }) => id);
  expect(seen.answer.nodes.map(({ name }: { name: string }) => name)).toContain('Delta of theirs');
  for (const { id } of seen.answer.nodes) expect(ids).toContain(id);
});

it('events of progress reach the organization they belong to and no other', async () => {
  const [mine, strange] = [await listen(await ours.session()), await listen(await theirs.session())];
  const { id } = await ours.report();
  await app.sql(`SELECT app.task_progress(org_id, id, 1, 2, 'half') FROM app.background_task WHERE subject_id = $1`, [
    id,
  ]);
  expect(await mine.until(id)).toContain('half');
  await app.sql(`SELECT app.task_progress(org_id, id, 1, 2, 'theirs') FROM app.background_task WHERE subject_id = $1`, [
    (await theirs.report()).id,
  ]);
  expect(await strange.until('theirs')).not.toContain(id);
  for (const stream of [mine, strange]) stream.end();
});

describe('somebody who is not signed in', () => {
  it.each(operations)('$name', async (one) => {
    const args = await argumentsOf(ours, one.name);
    const { code } = await answerOf(app.client(), one, args);
    if (PUBLIC_OPERATIONS.includes(one.name)) expect(code).toBe('OK');
    else expect(code).toBe('UNAUTHENTICATED');
  });

  it('meets a closed door at every route with a permission', async () => {
    for (const [route, { permission }] of Object.entries(ROUTES)) {
      if (permission) expect((await request(app.client(), route, MISSING_ID)).status, route).toBe(401);
    }
  });
});

describe('roles and operations', () => {
  const people = new Map<Role, string>();
  beforeAll(async () => {
    for (const role of ROLES) people.set(role, (await ours.colleague(role)).memberId);
  });
  const refusalsOf = (memberId: string) =>
    app.sql<{ command: string }>(
      `SELECT command FROM audit.event WHERE actor = $1 AND action = 'refused' AND payload LIKE '%FORBIDDEN%' ORDER BY id`,
      [`member:${memberId}`],
    );

  const guarded = operations.flatMap((one) => {
    const permission = OPERATIONS.get(one.name)?.permission ?? 'public';
    return permission === 'public' ? [] : [{ ...one, permission, allowed: rolesWith(permission) }];
  });

  it.each(guarded)('$name is for those who have $permission; others are refused, on the record', async (one) => {
    const args = await argumentsOf(ours, one.name);
    for (const role of ROLES) {
      const caller = await ours.session(people.get(role)!);
      const before = await refusalsOf(caller.memberId);
      const { code, text } = await answerOf(caller, one, args);
      const after = (await refusalsOf(caller.memberId)).slice(before.length);
      if (one.allowed.includes(role)) {
        expect(['FORBIDDEN', 'UNAUTHENTICATED', 'INTERNAL'], `${role}: ${text}`).not.toContain(code);
        expect(after).toEqual([]);
      } else {
        expect(code, role).toBe('FORBIDDEN');
        expect(after, `${role}: the refusal is an event`).toEqual([{ command: one.permission }]);
      }
    }
  });

  it.each(Object.entries(ROUTES).filter(([, { permission }]) => permission))(
    '%s is for those who have its permission',
    async (route, { permission }) => {
      const documentId = await ours.evidence();
      for (const role of ROLES) {
        const caller = await ours.session(people.get(role)!);
        const before = await refusalsOf(caller.memberId);
        const { status } = await request(caller, route, documentId);
        const after = (await refusalsOf(caller.memberId)).slice(before.length);
        if (rolesWith(permission as never).includes(role)) expect(status, role).toBeLessThan(300);
        else {
          expect(status, role).toBe(403);
          expect(after).toEqual([{ command: permission }]);
        }
      }
    },
  );
});

/** Nothing of a record: null, an empty page, or a refusal without data. */
const isEmpty = (answer: unknown): boolean =>
  answer === null ||
  answer === undefined ||
  (Array.isArray(answer) ? answer : (answer as { nodes?: unknown[] }).nodes)?.length === 0;

const today = () => new Date().toISOString().slice(0, 10);

/** Routes as Fastify has them, HEAD and OPTIONS aside. It prints a tree: what is indented goes on where its parent ends. */
function routesOf({ nest }: TestApp): string[] {
  const printed = (nest.getHttpAdapter().getInstance() as unknown as { printRoutes(o: object): string }).printRoutes({
    commonPrefix: false,
  });
  const found: string[] = [];
  const above: string[] = [];
  for (const [, indent, part, methods] of printed.matchAll(/^(.*)[├└]── (\S+)(?: \((.+)\))?$/gm)) {
    above.length = indent!.length / 4;
    above.push(part!);
    for (const method of methods?.split(', ') ?? [])
      if (!['HEAD', 'OPTIONS'].includes(method)) found.push(`${method} ${above.join('')}`);
  }
  return found;
}

async function request(client: Client, route: string, id: string): Promise<Response> {
  const [method, path] = route.split(' ') as [string, string];
  const body = new FormData();
  body.set('file', new Blob(['Name\nTriage bot\n']), 'systems.csv');
  const stop = new AbortController();
  const response = await client.fetch(path.replace(':id', id), {
    method,
    body: method === 'POST' ? body : undefined,
    signal: stop.signal,
  });
  if (path === '/events') stop.abort();
  return response;
}

async function listen(client: Client) {
  const stop = new AbortController();
  const response = await client.fetch('/events', { signal: stop.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    async until(text: string): Promise<string> {
      while (!heard.includes(text)) heard += (await reader.read()).value ?? '';
      return heard;
    },
    end: () => stop.abort(),
  };
}
