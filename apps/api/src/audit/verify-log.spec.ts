import { fork } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installationOrigin, organizationOrigin, signedNote } from './checkpoint.ts';
import { appendNote } from './checkpoints-file.ts';
import { installationHead } from './log-head.ts';
import { emptyTree, extended, leafHash, rootOf } from './merkle.ts';
import { runVerifyLog } from './run-verify-log.ts';
import { addSystem, asMember, newSigner, testLog } from './testing.ts';
import { verifyLog } from './verify-log.ts';

let log: Awaited<ReturnType<typeof testLog>>;
let orgId: string;
let other: string;
beforeEach(async () => {
  log = await testLog();
  [orgId, other] = [await log.organization(5), await log.organization(2)];
  await log.sealAll(4);
});
afterEach(() => log.close());

const verification = (options = {}) =>
  verifyLog(log, { publicKey: log.signer.publicKey, checkpointsFile: log.checkpointsFile, ...options });
const problems = async () =>
  (await verification()).findings.map(({ organization, problem }) => `${organization ?? 'installation'}: ${problem}`);
const eventAt = async (index: number, org = orgId): Promise<string> =>
  (await log.admin.query('SELECT event_id FROM audit.leaf WHERE org_id = $1 AND leaf_index = $2', [org, index])).rows[0]
    .event_id;
const systemsOf = async (org: string): Promise<string[]> =>
  (await log.admin.query('SELECT id FROM app.ai_system WHERE org_id = $1 ORDER BY id', [org])).rows.map(
    (row) => row.id,
  );

it('finds nothing wrong with a log that nobody touched, sealed or waiting', async () => {
  expect(await verification()).toEqual({ organizations: 2, events: 9, findings: [] });
  const [system] = await systemsOf(orgId);
  await asMember(log.app, orgId, async (client) => {
    await client.query(`UPDATE app.ai_system SET notes = 'ä \u{1f600} "quoted"' WHERE id = $1`, [system]);
    await client.query(`SELECT audit.note('ai_system', $1, 'read', '{"format": "pdf"}')`, [system]);
  });
  expect(await verification()).toEqual({ organizations: 2, events: 11, findings: [] });
  await log.sealAll();
  expect(await verification()).toEqual({ organizations: 2, events: 11, findings: [] });
});

describe('names an event that', () => {
  const change = async (set: string) => {
    const id = await eventAt(2);
    expect(await log.tamper(`UPDATE audit.event SET ${set} WHERE id = $1`, [id])).toBe(1);
    return new RegExp(`^${orgId}: event ${id} \\(.*\\), entry 2 of the log: `);
  };

  it.each([
    [
      'header',
      `header = replace(header, 'test.write', 'test.wrote')`,
      /its header is not the one that was sealed, its command is not/,
    ],
    ['header, one space', `header = header || ' '`, /its header is not the one that was sealed$/],
    [
      'header and column',
      `header = replace(header, '"member"', '"nobody"'), actor = 'nobody'`,
      /its header is not the one that was sealed$/,
    ],
    ['unreadable header', `header = 'x'`, /its header is not the one that was sealed, its header cannot be read/],
    [
      'payload',
      `payload = replace(payload, 'System', 'Sistem')`,
      /its payload or salt is not the one that was recorded/,
    ],
    [
      'salt',
      'salt = set_byte(salt, 0, 255 - get_byte(salt, 0))',
      /its payload or salt is not the one that was recorded/,
    ],
    ['actor', `actor = 'nobody'`, /its actor is not the one in its header/],
    ['command', `command = 'x'`, /its command is not/],
    ['entity', `entity = 'member'`, /its kind of record is not/],
    ['record', `entity_id = gen_random_uuid()::text`, /its record is not/],
    ['action', `action = 'update'`, /its action is not/],
    ['time', `at = at + interval '1 microsecond'`, /its time is not/],
  ])('was changed: %s', async (_, set, words) => {
    const named = await change(set);
    const found = await problems();
    expect(found[0]).toMatch(named);
    expect(found[0]).toMatch(words);
    // What is left may only follow from it: the record seems to be another one.
    for (const rest of found.slice(1))
      expect(rest).toMatch(/unrecorded|never recorded|no row any more|no table is tracked/);
  });

  it('was dropped from the middle', async () => {
    const id = await eventAt(2);
    await log.tamper('DELETE FROM audit.event WHERE id = $1', [id]);
    expect((await problems())[0]).toBe(`${orgId}: event ${id}, entry 2 of the log, is gone`);
  });

  it('was dropped with its index', async () => {
    const id = await eventAt(2);
    await log.tamper('DELETE FROM audit.leaf WHERE event_id = $1', [id]);
    const found = await problems();
    expect(found[0]).toBe(`${orgId}: entries 2 to 2 of the log are missing`);
    expect(found[1]).toMatch(`event ${id} (ai_system`);
    expect(found[1]).toMatch('is neither sealed nor waiting');
  });

  it('was put in without being sealed', async () => {
    await log.tamper(
      `INSERT INTO audit.event SELECT org_id, uuidv7(), at, actor, command, entity, entity_id, action, header, salt, payload
      FROM audit.event WHERE id = $1`,
      [await eventAt(2)],
    );
    expect(await problems()).toEqual([expect.stringMatching('is neither sealed nor waiting')]);
  });

  it('may have its payload erased without breaking a proof', async () => {
    await log.tamper('UPDATE audit.event SET payload = NULL WHERE id = $1', [await eventAt(2)]);
    expect(await problems()).toEqual([]);
  });
});

describe('names a history that', () => {
  it('was reordered', async () => {
    const [a, b] = [await eventAt(1), await eventAt(2)];
    await log.tamper(`UPDATE audit.leaf SET leaf_index = leaf_index + 100 WHERE event_id IN ($1, $2)`, [a, b]);
    await log.tamper(
      `UPDATE audit.leaf SET leaf_index = CASE WHEN event_id = $1 THEN 2 ELSE 1 END WHERE event_id IN ($1, $2)`,
      [a, b],
    );
    expect((await problems())[0]).toMatch(
      /the entries do not give the root that the checkpoint over 4 entries states: one of 0 to 3 was/,
    );
  });

  it('had one entry exchanged, hash and all', async () => {
    const id = await eventAt(5);
    const header = '{"v": 1}';
    await log.tamper('UPDATE audit.event SET header = $2 WHERE id = $1', [id, header]);
    await log.tamper('UPDATE audit.leaf SET leaf_hash = $2 WHERE event_id = $1', [id, leafHash(header)]);
    const found = await problems();
    expect(found).toContainEqual(expect.stringMatching(/over 6 entries states: one of 4 to 5 was changed/));
  });

  it('lost the tail of one organization', async () => {
    await cutTail(orgId, 4);
    const found = await problems();
    expect(found).toContainEqual(
      expect.stringMatching(
        `installation: the checkpoint of organization ${orgId} over 6 entries, entry \\d of the installation's log, is gone: the tail`,
      ),
    );
  });

  it('lost its tail everywhere in the database: the file of checkpoints knows', async () => {
    await cutTail(orgId, 4);
    await log.tamper(
      'DELETE FROM audit.installation_leaf WHERE leaf_index > 0; DELETE FROM audit.installation_checkpoint WHERE tree_size > 1',
    );
    const found = await problems();
    expect(found).toContainEqual(
      expect.stringMatching(
        /^installation: line \d of .*checkpoints.log was signed over \d entries, and the log has 1: its tail was removed/,
      ),
    );
  });

  it('was truncated', async () => {
    for (const table of ['event', 'unsealed', 'leaf', 'checkpoint', 'installation_leaf', 'installation_checkpoint']) {
      await log.tamper(`TRUNCATE audit.${table} CASCADE`);
    }
    const found = await problems();
    expect(found).toContainEqual(expect.stringMatching(/and the log has 0: its tail was removed/));
    expect(found.filter((problem) => problem.includes('has a row that the log never recorded'))).toHaveLength(9);
  });

  it('was forked: two checkpoints of one size, both signed', async () => {
    await rewriteAs([leafHash('another history')]);
    const found = await problems();
    expect(found).toContainEqual(
      expect.stringMatching(/^installation: the entries do not give the root that line \d of .*checkpoints.log over/),
    );
    expect(found).toContainEqual(expect.stringMatching(/there are two histories of that organization's log/));
  });

  it('was forked in the file', async () => {
    const root = rootOf(extended(emptyTree, [leafHash('another history')]));
    const client = await log.admin.connect();
    const { size } = (await installationHead(client)).tree;
    client.release();
    await appendNote(
      log.checkpointsFile,
      signedNote({ origin: installationOrigin(log.signer.installation), size, root }, log.signer),
    );
    expect(await problems()).toEqual([
      expect.stringMatching(
        /^installation: the entries do not give the root that line \d .* or there are two histories$/,
      ),
    ]);
  });

  it('was signed by someone else', async () => {
    const root = rootOf(extended(emptyTree, [leafHash('x')]));
    const note = signedNote({ origin: organizationOrigin(log.signer.installation, orgId), size: 4, root }, newSigner());
    await log.tamper('UPDATE audit.checkpoint SET note = $2 WHERE org_id = $1 AND tree_size = 4', [orgId, note]);
    expect(await problems()).toEqual([`${orgId}: the log has a checkpoint at 4 that the key of this log did not sign`]);
    expect((await verification({ publicKey: newSigner().publicKey })).findings.length).toBeGreaterThan(3);
  });

  it("carries a checkpoint that was signed for another organization's log", async () => {
    const { rows } = await log.admin.query(
      'SELECT root_hash FROM audit.checkpoint WHERE org_id = $1 AND tree_size = 4',
      [orgId],
    );
    const origin = organizationOrigin(log.signer.installation, other);
    const note = signedNote({ origin, size: 4, root: rows[0].root_hash }, log.signer);
    await log.tamper('UPDATE audit.checkpoint SET note = $2 WHERE org_id = $1 AND tree_size = 4', [orgId, note]);
    expect(await problems()).toEqual([`${orgId}: the log has a checkpoint at 4 that the key of this log did not sign`]);
  });

  it('has a checkpoint that contradicts its note, or is missing from the installation', async () => {
    await log.tamper(
      `UPDATE audit.checkpoint SET frontier = ARRAY[sha256('x')], root_hash = sha256('x') WHERE org_id = $1 AND tree_size = 4`,
      [orgId],
    );
    expect(await problems()).toContainEqual(
      `${orgId}: the log has a checkpoint at 4 that says something else than what was signed`,
    );
    await log.tamper('UPDATE audit.installation_leaf SET org_id = $1', [other]);
    expect(await problems()).toContainEqual(
      expect.stringMatching(`the checkpoint of organization ${orgId} over 4 entries is not in the installation's log`),
    );
  });

  it('has a file of checkpoints that was emptied of a line, edited, or lost', async () => {
    const text = await readFile(log.checkpointsFile, 'utf8');
    await writeFile(log.checkpointsFile, text.split('\n').slice(1).join('\n'));
    expect(await problems()).toEqual([]);
    await writeFile(log.checkpointsFile, text.replace(/\\n(\d)\\n/, '\\n7\\n'));
    expect(await problems()).toEqual([
      expect.stringMatching(/line 1 of .* is not a checkpoint that the key of this log signed/),
    ]);
    await rm(log.checkpointsFile);
    expect(await problems()).toEqual([
      expect.stringMatching(/is missing: without it a removed tail cannot be noticed/),
    ]);
  });

  it('waits too long for the sealer', async () => {
    await asMember(log.app, orgId, (client) => addSystem(client, orgId, 'Later'));
    expect((await verification({ patienceSeconds: -1 })).findings).toEqual([
      { organization: orgId, problem: '1 events have waited longer than -1 s to be sealed' },
    ]);
    await log.tamper('DELETE FROM audit.event WHERE id IN (SELECT event_id FROM audit.unsealed)');
    expect(await problems()).toContainEqual(expect.stringMatching(/waiting to be sealed: it is gone$/));
    await log.tamper('DELETE FROM audit.unsealed');
  });

  async function cutTail(org: string, size: number) {
    await log.tamper(
      'DELETE FROM audit.event WHERE id IN (SELECT event_id FROM audit.leaf WHERE org_id = $1 AND leaf_index >= $2)',
      [org, size],
    );
    await log.tamper('DELETE FROM audit.leaf WHERE org_id = $1 AND leaf_index >= $2', [org, size]);
    await log.tamper('DELETE FROM audit.checkpoint WHERE org_id = $1 AND tree_size > $2', [org, size]);
  }

  /** With the key of the log, as one who holds the server and the key would: only what left the machine says otherwise. */
  async function rewriteAs(hashes: Buffer[]) {
    const tree = extended(emptyTree, hashes);
    const organization = {
      origin: organizationOrigin(log.signer.installation, other),
      size: tree.size,
      root: rootOf(tree),
    };
    await log.tamper('DELETE FROM audit.checkpoint WHERE org_id = $1', [other]);
    await log.tamper(
      'INSERT INTO audit.checkpoint (org_id, tree_size, root_hash, frontier, note) VALUES ($1, $2, $3, $4, $5)',
      [other, 3, rootOf(tree), tree.frontier, signedNote(organization, log.signer)],
    );
    const installation = extended(emptyTree, [leafHash('x'), leafHash('y'), leafHash('z')]);
    await log.tamper(
      'UPDATE audit.installation_checkpoint SET root_hash = $1, frontier = $2, note = $3 WHERE tree_size = 3',
      [
        rootOf(installation),
        installation.frontier,
        signedNote(
          { origin: installationOrigin(log.signer.installation), size: 3, root: rootOf(installation) },
          log.signer,
        ),
      ],
    );
    await log.tamper(
      `UPDATE audit.installation_leaf SET leaf_hash = (ARRAY[$1, $2, $3]::bytea[])[leaf_index + 1] WHERE leaf_index < 3`,
      [leafHash('x'), leafHash('y'), leafHash('z')],
    );
  }
});

describe('names a record that', () => {
  it('was changed behind the triggers', async () => {
    const [system] = await systemsOf(orgId);
    await log.tamper(`UPDATE app.ai_system SET notes = 'quiet', tier = 2 WHERE id = $1`, [system]);
    expect(await problems()).toEqual([
      `${orgId}: ai_system ${system} is not what the log last recorded: notes, tier changed unrecorded`,
    ]);
  });

  it('was deleted, put in, or moved', async () => {
    const [first, second] = await systemsOf(orgId);
    await log.tamper('DELETE FROM app.ai_system WHERE id = $1', [first]);
    await log.tamper('UPDATE app.ai_system SET id = uuidv7() WHERE id = $1', [second]);
    const [moved] = (await systemsOf(orgId)).slice(-1);
    expect((await problems()).sort()).toEqual(
      [
        `${orgId}: ai_system ${first} has no row any more, and the log records no deletion`,
        `${orgId}: ai_system ${moved} has a row that the log never recorded`,
        `${orgId}: ai_system ${second} has no row any more, and the log records no deletion`,
      ].sort(),
    );
  });

  it('changed while its trigger was off, which is said as well', async () => {
    await log.admin.query('ALTER TABLE app.ai_system DISABLE TRIGGER audit_track');
    expect(await problems()).toEqual(
      [orgId, other]
        .sort()
        .map((org) => `${org}: changes of app.ai_system are not recorded: its trigger is switched off`),
    );
    await log.admin.query('DROP TRIGGER audit_track ON app.ai_system');
    expect(await problems()).toContainEqual(
      `${orgId}: the log has records of ai_system, and no table is tracked as that any more`,
    );
  });

  it('gained and lost columns since is still sound; hidden columns are not compared', async () => {
    await log.admin.query(
      `ALTER TABLE app.ai_system ADD COLUMN colour text NOT NULL DEFAULT 'red', DROP COLUMN models`,
    );
    expect(await problems()).toEqual([]);
    const actor = (
      await log.admin.query(`INSERT INTO auth.account (email, password_hash) VALUES ('a@b.example', 'x') RETURNING id`)
    ).rows[0].id;
    await asMember(log.app, orgId, async (client) => {
      const member = (
        await client.query(
          `INSERT INTO app.member (org_id, account_id, name, email, roles) VALUES ($1, $2, 'A', 'a@b.example', '{}') RETURNING id`,
          [orgId, actor],
        )
      ).rows[0].id;
      await client.query(
        `INSERT INTO app.invitation (org_id, email, name, roles, token_hash, invited_by, expires_at) VALUES ($1, 'c@d.example', 'C', '{}', 'x', $2, now())`,
        [orgId, member],
      );
    });
    expect(
      (await log.admin.query(`SELECT 1 FROM audit.event WHERE entity = 'invitation' AND payload LIKE '%token%'`))
        .rowCount,
    ).toBe(0);
    expect(await problems()).toEqual([]);
  });
});

it('has an event for every write, whoever is killed', async () => {
  const writer = `
    const { Client } = require('pg');
    process.on('message', async ({ url, orgId }) => {
      await Promise.all(Array.from({ length: 20 }, async () => {
        const client = new Client({ connectionString: url });
        await client.connect();
        for (;;) {
          await client.query('BEGIN');
          await client.query("SELECT set_config('app.org_id', $1, true), set_config('app.actor', 'm', true), set_config('app.command', 'c', true)", [orgId]);
          await client.query("INSERT INTO app.saved_view (org_id, member_id, register, name, query) SELECT org_id, id, 'ai-systems', gen_random_uuid()::text, '' FROM app.member LIMIT 1");
          await client.query('COMMIT');
          process.send('written');
        }
      }));
    });`;
  const account = (
    await log.admin.query(`INSERT INTO auth.account (email, password_hash) VALUES ('a@b.example', 'x') RETURNING id`)
  ).rows[0].id;
  await asMember(log.app, orgId, (client) =>
    client.query(
      `INSERT INTO app.member (org_id, account_id, name, email, roles) VALUES ($1, $2, 'A', 'a@b.example', '{}')`,
      [orgId, account],
    ),
  );
  const file = `${log.checkpointsFile}.writer.cjs`;
  await writeFile(file, writer.replace("require('pg')", `require(${JSON.stringify(pathOf('pg'))})`));
  const child = fork(file, { execArgv: [] });
  let written = 0;
  await new Promise<void>((resolve) => {
    child.on('message', () => {
      written += 1;
      if (written === 200) child.kill('SIGKILL');
    });
    child.on('exit', () => resolve());
    child.send({ url: log.database.app, orgId });
  });
  await expect
    .poll(
      async () =>
        (
          await log.admin.query(
            `SELECT 1 FROM pg_stat_activity WHERE usename = 'app_rw' AND datname = current_database() AND state <> 'idle'`,
          )
        ).rowCount,
    )
    .toBe(0);
  const rows = await log.count('app.saved_view');
  expect(rows).toBeGreaterThanOrEqual(written);
  expect(
    (await log.admin.query(`SELECT count(*)::int AS n FROM audit.event WHERE entity = 'saved_view'`)).rows[0].n,
  ).toBe(rows);
  expect(await log.sealAll()).toEqual([]);
  expect(await problems()).toEqual([]);
}, 60_000);

describe('attestry verify-log', () => {
  it('ends with 0, 1 or 2', async () => {
    const key = `${log.checkpointsFile}.pem`;
    await writeFile(key, log.signer.publicKey.export({ type: 'spki', format: 'pem' }));
    const env = { SEAL_DATABASE_URL: log.database.seal, APP_DATABASE_URL: log.database.app };
    const args = ['--key', key, '--checkpoints', log.checkpointsFile];
    const printed: string[] = [];
    const print = (line: string) => printed.push(line);
    expect(await runVerifyLog(args, env, print)).toBe(0);
    const [system] = await systemsOf(orgId);
    await log.tamper(`UPDATE app.ai_system SET notes = 'quiet' WHERE id = $1`, [system]);
    expect(await runVerifyLog(args, env, print)).toBe(1);
    expect(await runVerifyLog(args, {}, print)).toBe(2);
    expect(await runVerifyLog(['--key', '/nowhere'], env, print)).toBe(2);
    expect(await runVerifyLog(['--wrong'], env, print)).toBe(2);
    expect(printed).toEqual([
      'Verified 9 events of 2 organizations: nothing is wrong.',
      `Organization ${orgId}: ai_system ${system} is not what the log last recorded: notes changed unrecorded.`,
      'Verified 9 events of 2 organizations: 1 findings.',
      expect.stringContaining('must be set'),
      expect.stringContaining('/nowhere'),
      expect.stringContaining("'--wrong'"),
    ]);
  });
});

const pathOf = (name: string) => createRequire(import.meta.url).resolve(name);
