import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Child, startChild } from '../../test/child-process.ts';
import { leavesOf, operations } from '../../test/operations.ts';
import { Records } from '../../test/records.ts';
import { argumentsOf } from '../../test/sample-arguments.ts';
import { Client, PASSWORD, startTestApp, type TestApp } from '../../test/test-app.ts';

const SIGN_IN = `mutation ($input: SignInInput!) { session: signIn(input: $input) { member { id } } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { session: acceptInvitation(input: $input) { member { id roles } organization { id } } }`;
const SET_UP = `mutation ($input: SetUpInput!) { session: setUp(input: $input) { member { id } } }`;
const CHANGE_ROLES = `mutation ($input: ChangeRolesInput!) { made: changeRoles(input: $input) { id version roles } }`;
const DEACTIVATE = `mutation ($input: MemberReasonInput!) { made: deactivateMember(input: $input) { id version } }`;
const CHANGE_PASSWORD = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }`;
const WHO = `{ session { member { id roles } } }`;

let app: TestApp;
let officer: Client;
let records: Records;
beforeAll(async () => {
  app = await startTestApp();
  officer = await app.organization();
  records = new Records(app, officer);
});
afterAll(() => app?.stop());
beforeEach(() => app.sql('DELETE FROM auth.attempt'));

const signIn = (client: Client, email: string, password = PASSWORD) =>
  client.ask(SIGN_IN, { input: { email, password } });
const isSignedIn = async (client: Client) => (await client.must<{ session: unknown }>(WHO)).session !== null;
/** Longer than a process remembers a session. */
const forgotten = () => wait(600);

describe('set-up link', () => {
  const input = (token: string, more = {}) => ({
    input: {
      token,
      organizationName: 'Cedar Health',
      organizationKind: 'hybrid',
      timeZone: 'America/Chicago',
      name: 'Sam Ruiz',
      email: `sam-${randomUUID()}@cedar.example`,
      password: PASSWORD,
      ...more,
    },
  });

  it('makes an organization once', async () => {
    const token = await records.setUpLink();
    expect(await app.client().codeOf(SET_UP, input(token))).toBe('OK');
    expect(await app.client().codeOf(SET_UP, input(token))).toBe('REFUSED');
    expect(await app.client().codeOf(SET_UP, input('made-up'))).toBe('REFUSED');
  });

  it('makes one organization when it is opened twice at once', async () => {
    const token = await records.setUpLink();
    const codes = await Promise.all([1, 2, 3].map(() => app.client().codeOf(SET_UP, input(token))));
    expect(codes.sort()).toEqual(['OK', 'REFUSED', 'REFUSED']);
  });

  it('stays usable when what was entered was wrong, and not after it expired', async () => {
    const token = await records.setUpLink();
    expect(await app.client().codeOf(SET_UP, input(token, { password: 'short' }))).toBe('INVALID');
    expect(await app.client().codeOf(SET_UP, input(token, { email: officer.email }))).toBe('REFUSED');
    await app.sql(`UPDATE auth.setup_link SET expires_at = now() - interval '1 second' WHERE used_at IS NULL`);
    expect(await app.client().codeOf(SET_UP, input(token))).toBe('REFUSED');
  });
});

describe('sign-in', () => {
  it('answers a wrong password and an unknown address alike, and records the failure', async () => {
    const wrong = await signIn(app.client(), officer.email, 'not the right one at all');
    const unknown = await signIn(app.client(), 'nobody@harbour.example', 'not the right one at all');
    expect(wrong.errors).toEqual(unknown.errors);
    expect(wrong.errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
    const client = app.client();
    expect((await signIn(client, officer.email.toUpperCase())).errors).toBeUndefined();
    expect(await isSignedIn(client)).toBe(true);
    const events = await app.sql(
      `SELECT actor, action FROM audit.event WHERE org_id = $1 AND command = 'session.sign-in' ORDER BY id DESC LIMIT 2`,
      [officer.orgId],
    );
    expect(events).toEqual([
      { actor: `member:${officer.memberId}`, action: 'sign-in' },
      { actor: 'somebody not signed in', action: 'refused' },
    ]);
  });

  it('slows guessing, and locks out neither a known device nor another account', async () => {
    const known = app.client();
    await signIn(known, officer.email);
    const other = await app.member(officer, 'auditor');
    await app.sql('DELETE FROM auth.attempt');
    const guess = async () =>
      (await signIn(app.client(), officer.email, 'a guess of many words')).errors![0]!.extensions;
    for (let at = 0; at < 10; at += 1) expect((await guess()).code).toBe('UNAUTHENTICATED');
    const refused = await guess();
    expect(refused).toMatchObject({ code: 'TOO_MANY', retryAfterSeconds: expect.any(Number) });
    expect(
      (await signIn(app.client(), officer.email)).errors![0]!.extensions.code,
      'the right password from a new device',
    ).toBe('TOO_MANY');
    expect((await signIn(known, officer.email)).errors, 'a known device').toBeUndefined();
    expect((await signIn(app.client(), other.email)).errors, 'another account').toBeUndefined();
  });

  it('lets no more than ten of thirty guesses through that come at once', async () => {
    const codes = await Promise.all(
      Array.from(
        { length: 30 },
        async () => (await signIn(app.client(), officer.email, 'a guess of many words')).errors![0]!.extensions.code,
      ),
    );
    expect(codes.filter((code) => code === 'UNAUTHENTICATED').length).toBe(10);
    expect(codes.filter((code) => code === 'TOO_MANY').length).toBe(20);
  });

  it('closes an address after fifty failures, but not for a device that is known', async () => {
    const known = app.client();
    await signIn(known, officer.email);
    await app
      .sql(`INSERT INTO auth.attempt VALUES ('address:127.0.0.1', 50, now())`)
      .catch(() => app.sql('UPDATE auth.attempt SET failures = 50, since = now()'));
    expect((await signIn(app.client(), 'nobody@harbour.example')).errors![0]!.extensions.code).toBe('TOO_MANY');
    expect((await signIn(known, officer.email)).errors).toBeUndefined();
    await app.sql(`UPDATE auth.attempt SET since = now() - interval '16 minutes'`);
    expect((await signIn(app.client(), 'nobody@harbour.example')).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('keeps the session in an HttpOnly, SameSite cookie of the whole site', async () => {
    const response = await app.client().fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SIGN_IN, variables: { input: { email: officer.email, password: PASSWORD } } }),
    });
    const cookies = response.headers.getSetCookie().map((line) => line.split('; '));
    expect(cookies.map(([pair]) => pair!.split('=')[0]).sort()).toEqual(['attestry', 'attestry_device']);
    for (const [, ...attributes] of cookies)
      expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax']));
    for (const [, ...attributes] of cookies)
      expect(attributes.join(), 'plain HTTP cannot have Secure').not.toMatch(/Secure|Domain/);
  });
});

describe('passwords', () => {
  const invalidFor = async (password: string) => {
    const { token } = await records.invitation();
    const { errors } = await app.client().ask(ACCEPT, { input: { token, name: 'Bartholomew Quigley', password } });
    return (
      (errors?.[0]?.extensions.fields as { path: string; message: string }[] | undefined)?.[0]?.message ??
      errors?.[0]?.extensions.code ??
      'OK'
    );
  };

  it.each([
    ['fourteen chars', 'is short', /at least 15/],
    ['unbelievablepassword1', 'is long enough', /OK/],
    ['passwordpassword', 'is leaked', /leaked/],
    ['aaaaaaaaaaaaaaaaaaaa', 'repeats one character', /few characters/],
    ['bartholomew quigley1', 'is the own name', /your name/],
    ['only lower case words here', 'has one kind of character', /OK/],
    ['x1'.repeat(129), 'is over 256 characters', /at most 256|too long/],
  ])('%j %s', async (password, _, expected) => {
    expect(await invalidFor(password)).toMatch(expected);
  });

  it('changes with the present one only, and signs out everywhere else', async () => {
    const member = await app.member(officer, 'vendor_manager');
    const elsewhere = await records.session(member.memberId);
    expect(await isSignedIn(elsewhere)).toBe(true);
    const change = (currentPassword: string, newPassword: string) =>
      member.codeOf(CHANGE_PASSWORD, { input: { currentPassword, newPassword } });
    expect(await change('not the present one', 'saffron orchard bicycle 12')).toBe('INVALID');
    expect(await change(PASSWORD, 'too short')).toBe('INVALID');
    expect(await change(PASSWORD, 'saffron orchard bicycle 12')).toBe('OK');
    expect(await isSignedIn(elsewhere)).toBe(false);
    expect(await isSignedIn(member)).toBe(true);
    expect((await signIn(app.client(), member.email)).errors).toBeDefined();
    expect((await signIn(app.client(), member.email, 'saffron orchard bicycle 12')).errors).toBeUndefined();
  });
});

describe('invitations', () => {
  const accept = (token: string, password = PASSWORD) =>
    app.client().codeOf(ACCEPT, { input: { token, name: 'Ana Lim', password } });

  it('are accepted once, also by two at the same time', async () => {
    const { token } = await records.invitation();
    const codes = await Promise.all([accept(token), accept(token)]);
    expect(codes).toContain('OK');
    expect(codes.filter((code) => code === 'OK').length).toBe(1);
    expect(await accept(token)).toBe('NOT_FOUND');
  });

  it('end when they expire or are revoked', async () => {
    const late = await records.invitation();
    await app.sql(
      `UPDATE app.invitation SET expires_at = now() - interval '1 second' FROM (SELECT set_config('app.org_id', $2, true), set_config('app.actor', 'test', true), set_config('app.command', 'test', true)) s WHERE id = $1`,
      [late.id, officer.orgId],
    );
    expect(await accept(late.token)).toBe('NOT_FOUND');
    const revoked = await records.invitation();
    await officer.must(`mutation ($id: ID!) { revokeInvitation(id: $id) { id } }`, { id: revoked.id });
    expect(await accept(revoked.token)).toBe('NOT_FOUND');
    expect(
      await app
        .client()
        .must(`query ($token: String!) { invitationOffer(token: $token) { email } }`, { token: revoked.token }),
    ).toEqual({ invitationOffer: null });
  });

  it('to an address with an account ask for its own password, and sign in to the inviting organization', async () => {
    const person = await app.organization('Their own clinic');
    const { issued } = await officer.must<{ issued: { link: string } }>(
      `mutation ($input: InviteMemberInput!) { issued: inviteMember(input: $input) { link } }`,
      {
        input: { email: person.email, name: 'Known already', roles: ['auditor'] },
      },
    );
    const token = issued.link.split('#')[1]!;
    expect(await accept(token, 'somebody elses password')).toBe('UNAUTHENTICATED');
    const { session } = await app
      .client()
      .must<{ session: { organization: { id: string }; member: { roles: string[] } } }>(ACCEPT, {
        input: { token, name: 'Dana', password: PASSWORD },
      });
    expect(session).toMatchObject({ organization: { id: officer.orgId }, member: { roles: ['auditor'] } });
  });
});

describe('roles', () => {
  const change = (client: Client, member: { memberId: string; version: number }, ...roles: string[]) =>
    client.codeOf(CHANGE_ROLES, { input: { ...member, roles, reason: 'New duties' } });
  const invite = (client: Client, ...roles: string[]) =>
    client.codeOf(`mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { link } }`, {
      input: { email: `new-${randomUUID()}@harbour.example`, name: 'New', roles },
    });

  it('nobody edits their own, nor deactivates themselves', async () => {
    await records.colleague('administrator');
    expect(await change(officer, { memberId: officer.memberId, version: 1 }, 'administrator', 'auditor')).toBe(
      'REFUSED',
    );
    expect(await officer.codeOf(DEACTIVATE, { input: { memberId: officer.memberId, version: 1, reason: 'x' } })).toBe(
      'REFUSED',
    );
  });

  it('nobody grants above their own', async () => {
    const privacy = await records.session((await records.colleague('privacy_officer')).memberId);
    expect(await invite(privacy, 'administrator')).toBe('REFUSED');
    expect(await invite(privacy, 'auditor', 'administrator')).toBe('REFUSED');
    expect(await invite(privacy, 'privacy_officer')).toBe('OK');
    expect(await change(privacy, await records.colleague(), 'executive')).toBe('FORBIDDEN');
  });

  it('the last administrator stays, also when two remove each other at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const clinic = new Records(app, await app.organization(`Round ${round}`));
      const other = await clinic.colleague('administrator');
      const [first, second] = [clinic.officer, await clinic.session(other.memberId)];
      const codes = await Promise.all([
        first.codeOf(DEACTIVATE, { input: { ...other, reason: 'Left' } }),
        change(second, { memberId: first.memberId, version: 1 }, 'auditor'),
      ]);
      expect(codes.filter((code) => code === 'OK').length, codes.join()).toBe(1);
      const [left] = await app.sql(
        `SELECT count(*)::int AS n FROM app.member WHERE org_id = $1 AND deactivated_at IS NULL AND 'administrator' = ANY (roles)`,
        [clinic.officer.orgId],
      );
      expect(left!.n).toBe(1);
    }
  });

  it('the identity of whoever acts is not part of any input', () => {
    const administered = ['changeRoles', 'deactivateMember', 'reactivateMember', 'endMemberSessions'];
    const naming = operations.filter(
      (one) =>
        one.kind === 'mutation' &&
        leavesOf(one).some(
          ({ path }) =>
            /member|account|author|actor|user(?!s$)|by$|owner$/i.test(path.at(-1)!) &&
            // Said of the record, not of who acts.
            !/^(businessOwner|technicalOwner|owner|noticeGivenBy)$/.test(path.at(-1)!),
        ),
    );
    expect(naming.map(({ name }) => name).sort()).toEqual(administered.sort());
  });

  it('a record names who was signed in, whatever else was sent', async () => {
    const manager = await app.member(officer, 'vendor_manager');
    expect(
      await manager.codeOf(
        `mutation { requestReport(input: { kind: inventory, formats: [csv], requestedBy: "${officer.memberId}" }) { id } }`,
      ),
    ).toBe('INVALID');
    const { made } = await manager.must<{ made: { id: string; requestedBy: string } }>(
      `mutation { made: requestReport(input: { kind: inventory, formats: [csv] }) { id requestedBy } }`,
    );
    expect(made.requestedBy).toBe('A vendor_manager');
    expect(await app.sql('SELECT actor FROM audit.event WHERE entity_id = $1', [made.id])).toEqual([
      { actor: `member:${manager.memberId}` },
    ]);
  });
});

describe('sessions', () => {
  const age = (client: Client, column: string, interval: string) =>
    app.sql(`UPDATE auth.session SET ${column} = ${column} - $2::interval WHERE member_id = $1`, [
      client.memberId,
      interval,
    ]);

  it('end after fifteen idle minutes and after twelve hours', async () => {
    const idle = await records.session((await records.colleague()).memberId);
    await age(idle, 'last_seen_at', '14 minutes');
    await forgotten();
    expect(await isSignedIn(idle)).toBe(true);
    await age(idle, 'last_seen_at', '16 minutes');
    await forgotten();
    expect(await isSignedIn(idle)).toBe(false);
    const old = await records.session((await records.colleague()).memberId);
    await age(old, 'started_at', '12 hours');
    await forgotten();
    expect(await isSignedIn(old)).toBe(false);
    expect(
      await app.sql('SELECT 1 FROM auth.session WHERE member_id = ANY ($1) AND ended_at IS NULL', [
        [idle.memberId, old.memberId],
      ]),
    ).toEqual([]);
  });

  it('are listed for oneself and ended one by one', async () => {
    const { memberId } = await records.colleague();
    const [here, there] = [await records.session(memberId), await records.session(memberId)];
    const list = async () =>
      (await here.must<{ mySessions: { id: string; current: boolean }[] }>(`{ mySessions { id current } }`)).mySessions;
    const sessions = await list();
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = sessions.find(({ current }) => !current)!;
    expect(await here.codeOf(`mutation ($id: ID!) { endSession(id: $id) }`, { id: other.id })).toBe('OK');
    expect(await isSignedIn(there)).toBe(false);
    expect(await list()).toHaveLength(1);
    expect(await here.codeOf(`mutation { signOut }`)).toBe('OK');
    expect(here.cookies.has('attestry'), 'the cookie is taken back').toBe(false);
  });
});

describe('a second process of the API', () => {
  let second: Child;
  beforeAll(async () => {
    second = await startChild('main', { LOG_LEVEL: 'trace' });
  });
  afterAll(() => second?.kill('SIGKILL'));

  const onSecond = (client: Client) => {
    const there = new Client(second.url).is(client.email, client.memberId, client.orgId);
    for (const [name, value] of client.cookies) there.cookies.set(name, value);
    return there;
  };

  it.each(['changeRoles', 'deactivateMember', 'endMemberSessions', 'changePassword'])(
    '%s ends what somebody is signed in with there, within a second',
    async (how) => {
      const member =
        how === 'changePassword'
          ? await app.member(officer, 'auditor')
          : await records.session((await records.colleague()).memberId);
      const there = onSecond(how === 'changePassword' ? await records.session(member.memberId) : member);
      expect(await isSignedIn(there)).toBe(true);
      const input = { memberId: member.memberId, version: 1, reason: 'Left' };
      if (how === 'changeRoles') await officer.must(CHANGE_ROLES, { input: { ...input, roles: ['executive'] } });
      if (how === 'deactivateMember') await officer.must(DEACTIVATE, { input });
      if (how === 'endMemberSessions')
        await officer.must(`mutation ($id: ID!) { endMemberSessions(memberId: $id) }`, { id: member.memberId });
      if (how === 'changePassword')
        await member.must(CHANGE_PASSWORD, {
          input: { currentPassword: PASSWORD, newPassword: 'saffron orchard bicycle 12' },
        });
      await wait(900);
      expect(await isSignedIn(there)).toBe(false);
      expect((await there.fetch(`/documents/${randomUUID()}`)).status).toBe(401);
    },
  );

  it('no answer, audit event, job or log line holds a secret', async () => {
    const canary = `canary ${randomUUID()}`;
    const said: string[] = [];
    const caller = onSecond(await records.session());
    const cedar = new Records(app, caller);
    for (const one of operations) {
      if (['signOut', 'endSession', 'deactivateMember'].includes(one.name)) continue;
      const args = await argumentsOf(cedar, one.name).catch(() => ({}));
      const sent = JSON.parse(JSON.stringify(args).replaceAll(PASSWORD, canary));
      const response = await onSecond(caller).fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: one.document, variables: sent }),
      });
      if (one.name !== 'inviteMember') said.push(await response.text());
    }
    said.push(
      JSON.stringify(await app.sql('SELECT * FROM audit.event')),
      JSON.stringify(await app.sql('SELECT * FROM audit.unsealed')),
    );
    const bullmq = await app.sql<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'bullmq'::regnamespace`,
    );
    for (const { name } of bullmq) said.push(JSON.stringify(await app.sql(`SELECT t::text FROM ${name} t`)));
    expect(second.output(), 'the log is on').toContain('the API is ready');
    said.push(second.output());
    const hidden = await app.sql<{ secret: string }>(
      `SELECT password_hash AS secret FROM auth.account WHERE password_hash <> 'none' UNION ALL
       SELECT unnest(ARRAY[encode(bytes, 'hex'), translate(encode(bytes, 'base64'), E'\\n', '')]) FROM (
         SELECT token_hash AS bytes FROM auth.session UNION ALL SELECT token_hash FROM app.invitation UNION ALL SELECT token_hash FROM auth.setup_link
         UNION ALL SELECT wrapped FROM app.organization_key UNION ALL SELECT wrapped_key FROM app.document) b
       UNION ALL SELECT object_key FROM app.document`,
    );
    const secrets = [
      PASSWORD,
      canary,
      caller.cookies.get('attestry')!,
      process.env.ROOT_KEY!,
      new URL(app.database.app).password,
      ...hidden.map(({ secret }) => secret),
    ];
    expect(hidden.length).toBeGreaterThan(20);
    const whole = said.join('\n');
    expect(secrets.filter((secret) => whole.includes(secret))).toEqual([]);
  });
});
