import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNote, organizationOrigin } from './checkpoint.ts';
import { installationHead } from './log-head.ts';
import { emptyTree, extended, rootOf } from './merkle.ts';
import { openSealPool, sealOnce, startSealer } from './sealer.ts';
import { addSystem, asMember, newSigner, testLog } from './testing.ts';

let log: Awaited<ReturnType<typeof testLog>>;
beforeEach(async () => {
  log = await testLog();
});
afterEach(() => log.close());

const lines = async () => (await readFile(log.checkpointsFile, 'utf8')).trimEnd().split('\n');

describe('sealing', () => {
  it('gives every organization contiguous indices, a tree, and a signed checkpoint', async () => {
    const orgs = [await log.organization(5), await log.organization(2)];
    expect(await log.sealAll(3)).toEqual([]);
    expect(await log.count('audit.unsealed')).toBe(0);
    for (const orgId of orgs) {
      const { rows } = await log.admin.query('SELECT * FROM audit.leaf WHERE org_id = $1 ORDER BY leaf_index', [orgId]);
      expect(rows.map((row) => Number(row.leaf_index))).toEqual(rows.map((_, i) => i));
      const checkpoints = await log.admin.query('SELECT * FROM audit.checkpoint WHERE org_id = $1 ORDER BY tree_size', [
        orgId,
      ]);
      for (const { tree_size, root_hash, note } of checkpoints.rows) {
        const root = rootOf(
          extended(
            emptyTree,
            rows.slice(0, Number(tree_size)).map((row) => row.leaf_hash),
          ),
        );
        expect(root_hash.equals(root)).toBe(true);
        const origin = organizationOrigin(log.signer.installation, orgId);
        expect(openNote(note, log.signer.publicKey)).toEqual({ origin, size: Number(tree_size), root, extensions: [] });
      }
    }
    const written = (await lines()).map((line) => openNote(JSON.parse(line).note, log.signer.publicKey)!.size);
    expect(written).toEqual([...written].sort((a, b) => a - b));
    expect(written.at(-1)).toBe(await log.count('audit.installation_leaf'));
    expect(written).toHaveLength(await log.count('audit.installation_checkpoint'));
  });

  it('is done by one sealer at a time, and to the same end', async () => {
    await log.organization(40);
    const seal = () => sealOnce(log.seal, log.signer, { checkpointsFile: log.checkpointsFile, batchSize: 4 });
    for (let i = 0; i < 15; i += 1) await Promise.all([seal(), seal()]);
    expect(await log.sealAll()).toEqual([]);
    expect(await log.count('audit.leaf')).toBe(41);
    expect(await log.count('audit.leaf')).toBe(await log.count('audit.event'));
  });

  it('leaves out an event that is not what was recorded, and seals the others', async () => {
    const [bad, good] = [await log.organization(3), await log.organization(3)];
    await log.tamper(
      `UPDATE audit.event SET payload = payload || ' ' WHERE id = (SELECT id FROM audit.event WHERE org_id = $1 ORDER BY id LIMIT 1)`,
      [bad],
    );
    const result = await sealOnce(log.seal, log.signer, { checkpointsFile: log.checkpointsFile });
    expect(result.faults).toEqual([
      expect.stringMatching(`^Event .* of organization ${bad} is not sealed: its payload or salt is not`),
    ]);
    expect(result.sealed).toBe(7);
    expect((await log.admin.query('SELECT org_id FROM audit.unsealed')).rows).toEqual([{ org_id: bad }]);
    expect((await log.admin.query('SELECT 1 FROM audit.leaf WHERE org_id = $1', [good])).rowCount).toBe(4);
  });

  it.each([
    ['root', `UPDATE audit.checkpoint SET root_hash = sha256('x') WHERE org_id = $1`, 'contradicts itself'],
    ['frontier', `UPDATE audit.checkpoint SET frontier = ARRAY[sha256('x')] WHERE org_id = $1`, 'contradicts itself'],
    [
      'frontier and root',
      `UPDATE audit.checkpoint SET frontier = ARRAY[sha256('x')], root_hash = sha256('x') WHERE org_id = $1`,
      'says something else than what was signed',
    ],
    [
      'note',
      `UPDATE audit.checkpoint SET note = replace(note, E'\\n4\\n', E'\\n5\\n') WHERE org_id = $1`,
      'did not sign',
    ],
    ['leaves', 'DELETE FROM audit.leaf WHERE org_id = $1 AND leaf_index = 3', 'has 3 entries but a checkpoint over 4'],
  ])('does not continue a log whose %s was changed, and continues the others', async (_, change, words) => {
    const [bad, good] = [await log.organization(3), await log.organization(3)];
    await log.sealAll();
    expect(await log.tamper(change, [bad])).toBe(1);
    for (const orgId of [bad, good]) await asMember(log.app, orgId, (client) => addSystem(client, orgId, 'Later'));
    const result = await sealOnce(log.seal, log.signer, { checkpointsFile: log.checkpointsFile });
    expect(result.faults).toEqual([expect.stringContaining(`The log of organization ${bad} `)]);
    expect(result.faults[0]).toContain(words);
    expect(result.sealed).toBe(1);
  });

  it('seals nothing on a log of the installation that was changed', async () => {
    const orgId = await log.organization(1);
    await log.sealAll();
    await log.tamper(`UPDATE audit.installation_checkpoint SET frontier = ARRAY[sha256('x')]`);
    await asMember(log.app, orgId, (client) => addSystem(client, orgId, 'Later'));
    await expect(log.sealAll()).rejects.toThrow(
      'The log of the installation has a checkpoint at 1 that contradicts itself',
    );
    expect(await log.count('audit.unsealed')).toBe(1);
  });
});

describe('a sealer that is killed', () => {
  it('in the middle of a batch leaves nothing half-sealed', async () => {
    await log.organization(30);
    await log.tamper(`CREATE FUNCTION public.die() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$`);
    await log.tamper(`CREATE TRIGGER die AFTER INSERT ON audit.installation_leaf EXECUTE FUNCTION public.die()`);
    await log.tamper('ALTER FUNCTION public.die() SECURITY DEFINER');
    await expect(log.sealAll()).rejects.toThrow();
    for (const table of ['leaf', 'checkpoint', 'installation_leaf']) expect(await log.count(`audit.${table}`)).toBe(0);
    await log.tamper('DROP FUNCTION public.die() CASCADE');
    expect(await log.sealAll()).toEqual([]);
    expect(await log.count('audit.leaf')).toBe(31);
  });

  it('between the commit and the signature is made good by the next, after looking', async () => {
    const orgId = await log.organization(3);
    await withoutSigning(log.signer);
    expect((await log.admin.query('SELECT note FROM audit.checkpoint')).rows).toEqual([{ note: null }]);
    const result = await sealOnce(log.seal, log.signer, { checkpointsFile: log.checkpointsFile });
    expect(result).toEqual({ sealed: 0, faults: [] });
    const { rows } = await log.admin.query(
      'SELECT note FROM audit.checkpoint UNION ALL SELECT note FROM audit.installation_checkpoint',
    );
    expect(rows.map(({ note }) => openNote(note, log.signer.publicKey)?.size)).toEqual([4, 1]);
    expect(await lines()).toHaveLength(1);
    expect(orgId).toBeTruthy();
  });

  it('signs nothing that was changed while it was away', async () => {
    const orgId = await log.organization(3);
    await withoutSigning(log.signer);
    await log.tamper(`UPDATE audit.leaf SET leaf_hash = sha256('x') WHERE org_id = $1 AND leaf_index = 1`, [orgId]);
    const result = await sealOnce(log.seal, log.signer, { checkpointsFile: log.checkpointsFile });
    expect(result.faults).toEqual([
      `The log of organization ${orgId} has a checkpoint at 4 that does not follow from its entries; it is not signed.`,
    ]);
    expect((await log.admin.query('SELECT note FROM audit.checkpoint')).rows).toEqual([{ note: null }]);
  });

  async function withoutSigning(signer: typeof log.signer) {
    const broken = { ...signer, privateKey: null as never };
    await expect(sealOnce(log.seal, broken, { checkpointsFile: log.checkpointsFile })).rejects.toThrow();
    expect(await log.count('audit.leaf')).toBe(4);
  }
});

describe('the file of checkpoints', () => {
  it('stops the sealer when the database was restored from an older backup', async () => {
    const orgId = await log.organization(3);
    await log.sealAll();
    await log.tamper(
      'DELETE FROM audit.installation_checkpoint; DELETE FROM audit.installation_leaf; DELETE FROM audit.checkpoint; DELETE FROM audit.leaf',
    );
    await asMember(log.app, orgId, (client) => addSystem(client, orgId, 'Later'));
    await expect(log.sealAll()).rejects.toThrow('It was restored from an older backup, or cut');
    expect(await log.count('audit.leaf')).toBe(0);
  });

  it('was written by another key: the log is not continued', async () => {
    await log.organization(1);
    await log.sealAll();
    await expect(sealOnce(log.seal, newSigner(), { checkpointsFile: log.checkpointsFile })).rejects.toThrow(
      'not signed with the key of this log',
    );
  });

  it('is continued after a torn line, and made again after a loss', async () => {
    const orgId = await log.organization(1);
    await log.sealAll();
    await appendFile(log.checkpointsFile, '{"writtenAt":"2026-');
    await asMember(log.app, orgId, (client) => addSystem(client, orgId, 'Later'));
    await log.sealAll();
    expect((await lines()).map((line) => openNote(JSON.parse(line).note, log.signer.publicKey)!.size)).toEqual([1, 2]);
    await rm(log.checkpointsFile);
    await log.sealAll();
    expect((await lines()).map((line) => openNote(JSON.parse(line).note, log.signer.publicKey)!.size)).toEqual([2]);
    await truncate(log.checkpointsFile);
    await log.sealAll();
    expect(await lines()).toHaveLength(1);
    await writeFile(log.checkpointsFile, '{"writtenAt":"2026-');
    await log.sealAll();
    expect(await lines()).toHaveLength(1);
  });
});

describe('the loop', () => {
  it('is at most a second behind, and outlives its connections', async () => {
    const errors: unknown[] = [];
    const pool = openSealPool(log.database.seal);
    const sealer = startSealer({ ...log, pool, intervalMs: 100, onError: (error) => errors.push(error) });
    try {
      const orgId = await log.organization(1);
      await delay(1_000);
      expect(await log.count('audit.unsealed')).toBe(0);
      for (let i = 0; i < 5; i += 1) {
        await log.admin.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app_seal' AND datname = current_database()`,
        );
        await asMember(log.app, orgId, (client) => addSystem(client, orgId, `System ${i}`));
        await delay(60);
      }
      await delay(1_000);
      expect(await log.count('audit.unsealed')).toBe(0);
      expect(await log.count('audit.leaf')).toBe(await log.count('audit.event'));
    } finally {
      await sealer.stop();
      await pool.end();
    }
    const size = (
      await log.admin.connect().then(async (client) => {
        const head = await installationHead(client);
        client.release();
        return head;
      })
    ).tree.size;
    expect(openNote(JSON.parse((await lines()).at(-1)!).note, log.signer.publicKey)!.size).toBe(size);
  });
});

describe('rights', () => {
  it.each([
    ['app_rw', 'INSERT INTO audit.event SELECT * FROM audit.event'],
    ['app_rw', 'UPDATE audit.event SET payload = NULL'],
    ['app_rw', 'DELETE FROM audit.event'],
    ['app_rw', 'DELETE FROM audit.unsealed'],
    ['app_rw', 'SELECT * FROM audit.installation_leaf'],
    ['app_rw', `SELECT audit.append('a', 'b', 'c', '{}')`],
    ['app_rw', 'SELECT audit.organizations()'],
    ['app_rw', 'TRUNCATE audit.unsealed'],
    ['app_seal', 'UPDATE audit.event SET payload = NULL'],
    ['app_seal', 'DELETE FROM audit.event'],
    ['app_seal', 'DELETE FROM audit.leaf'],
    ['app_seal', 'UPDATE audit.leaf SET leaf_hash = leaf_hash'],
    ['app_seal', 'UPDATE audit.checkpoint SET root_hash = root_hash'],
    ['app_seal', 'TRUNCATE audit.leaf'],
    ['app_seal', 'SELECT * FROM app.ai_system'],
  ])('%s may not: %s', async (role, sql) => {
    await expect((role === 'app_rw' ? log.app : log.seal).query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('a signed checkpoint is not signed again', async () => {
    await log.organization(1);
    await log.sealAll();
    await expect(log.seal.query(`UPDATE audit.checkpoint SET note = 'x'`)).rejects.toThrow(
      'signed once and never changed',
    );
  });

  it('not even the owner updates, deletes or truncates events', async () => {
    await log.organization(1);
    await log.sealAll();
    for (const table of ['event', 'leaf', 'checkpoint', 'installation_leaf', 'installation_checkpoint']) {
      await expect(log.admin.query(`DELETE FROM audit.${table}`)).rejects.toThrow('is refused');
      await expect(log.admin.query(`TRUNCATE audit.${table} CASCADE`)).rejects.toThrow('is refused');
    }
    await expect(log.admin.query('UPDATE audit.event SET payload = NULL')).rejects.toThrow('is refused');
    await expect(log.admin.query('TRUNCATE audit.unsealed')).rejects.toThrow('is refused');
  });
});
