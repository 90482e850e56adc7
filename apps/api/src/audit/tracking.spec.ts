import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addSystem, asMember, testLog } from './testing.ts';

let log: Awaited<ReturnType<typeof testLog>>;
let orgId: string;
beforeAll(async () => {
  log = await testLog();
});
afterAll(() => log.close());
beforeEach(async () => {
  orgId = await log.organization(1);
});

const systems = async () =>
  (await log.admin.query('SELECT id, name FROM app.ai_system WHERE org_id = $1', [orgId])).rows;
const events = async () =>
  (await log.admin.query('SELECT * FROM audit.event WHERE org_id = $1 ORDER BY id', [orgId])).rows.slice(2);

it('writes who, what, when and both states, in the transaction of the change', async () => {
  const [{ id }] = await systems();
  await asMember(log.app, orgId, async (client) => {
    await client.query(`SELECT set_config('app.reason', 'a wrong name', true)`);
    await client.query(`UPDATE app.ai_system SET name = 'Renamed' WHERE id = $1`, [id]);
  });
  const [event, ...more] = await events();
  expect(more).toEqual([]);
  expect(event).toMatchObject({
    actor: 'member',
    command: 'test.write',
    entity: 'ai_system',
    entity_id: id,
    action: 'update',
  });
  const { before, after, reason } = JSON.parse(event.payload);
  expect({ before: before.name, after: after.name, reason }).toEqual({
    before: 'System 0',
    after: 'Renamed',
    reason: 'a wrong name',
  });
});

it('rolls the change back when its event cannot be written', async () => {
  await log.admin.query(`CREATE FUNCTION public.full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no space left'; END $$;
    CREATE TRIGGER full_disk BEFORE INSERT ON audit.event EXECUTE FUNCTION public.full_disk()`);
  try {
    await expect(asMember(log.app, orgId, (client) => addSystem(client, orgId, 'Lost'))).rejects.toThrow(
      'no space left',
    );
    await expect(
      asMember(log.app, orgId, (client) => client.query(`UPDATE app.ai_system SET name = 'Lost'`)),
    ).rejects.toThrow('no space left');
  } finally {
    await log.admin.query('DROP FUNCTION public.full_disk() CASCADE');
  }
  expect((await systems()).map(({ name }) => name)).toEqual(['System 0']);
  expect(await events()).toEqual([]);
});

it('leaves no event of a change that was rolled back', async () => {
  const failing = asMember(log.app, orgId, async (client) => {
    await addSystem(client, orgId, 'Lost');
    throw new Error('refused');
  });
  await expect(failing).rejects.toThrow('refused');
  expect(await events()).toEqual([]);
});

describe('refuses a change', () => {
  it.each(['app.org_id', 'app.actor', 'app.command'])('without %s', async (setting) => {
    const changing = asMember(log.app, orgId, async (client) => {
      await client.query(`SELECT set_config($1, '', true)`, [setting]);
      await addSystem(client, orgId, 'Unsigned');
    });
    await expect(changing).rejects.toMatchObject({ code: '42501' });
  });

  it('even of the owner of the table, without an actor', async () => {
    await expect(log.admin.query(`UPDATE app.ai_system SET name = 'x' WHERE org_id = $1`, [orgId])).rejects.toThrow(
      /another organization|needs an organization/,
    );
  });

  it.each([
    'DELETE FROM app.ai_system',
    'DELETE FROM app.organization',
    'TRUNCATE app.ai_system',
    'DELETE FROM app.member',
  ])('that deletes records: %s', async (sql) => {
    await expect(asMember(log.app, orgId, (client) => client.query(sql))).rejects.toMatchObject({ code: '42501' });
    const asOwner = asMember(log.admin, orgId, (client) =>
      client.query(sql.startsWith('TRUNCATE') ? `${sql} CASCADE` : sql),
    );
    if (sql !== 'DELETE FROM app.member') await expect(asOwner).rejects.toThrow('is refused');
    else await asOwner;
  });

  it('that switches the log off', async () => {
    for (const sql of [
      'ALTER TABLE app.ai_system DISABLE TRIGGER audit_track',
      'SET LOCAL session_replication_role = replica',
      'DROP TRIGGER audit_track ON app.ai_system',
      'CREATE TABLE app.more (id int)',
      'CREATE TEMP TABLE more (id int)',
      'SET ROLE attestry_owner',
    ]) {
      const { rows } = await log.admin.query('SELECT current_database() AS name');
      await log.admin.query(`REVOKE TEMPORARY ON DATABASE ${rows[0].name} FROM PUBLIC`);
      await expect(
        asMember(log.app, orgId, (client) => client.query(sql)),
        sql,
      ).rejects.toMatchObject({ code: '42501' });
    }
  });
});

it('records the deletion of what may be deleted', async () => {
  const { rows } = await log.admin.query(
    `INSERT INTO auth.account (email, password_hash) VALUES ($1, 'x') RETURNING id`,
    [`${orgId}@b.example`],
  );
  await asMember(log.app, orgId, async (client) => {
    const member = await client.query(
      `INSERT INTO app.member (org_id, account_id, name, email, roles) VALUES ($1, $2, 'A', 'a@b.example', '{}') RETURNING id`,
      [orgId, rows[0].id],
    );
    await client.query(
      `INSERT INTO app.saved_view (org_id, member_id, register, name, query) VALUES ($1, $2, 'ai-systems', 'x', '')`,
      [orgId, member.rows[0].id],
    );
    await client.query('DELETE FROM app.saved_view');
  });
  const [, , deleted] = await events();
  expect(deleted).toMatchObject({ entity: 'saved_view', action: 'delete' });
  expect(JSON.parse(deleted.payload)).toMatchObject({ before: { name: 'x' }, after: null });
});
