import pg from 'pg';
import { expect, it } from 'vitest';
import { asMember, testLog } from './testing.ts';
it('bench', async () => {
  const log = await testLog();
  const orgs = [await log.organization(3), await log.organization(2)];
  expect(await log.sealAll()).toEqual([]);
  for (const orgId of orgs) { await asMember(log.app, orgId, (c) => c.query(`SELECT audit.note('ai_system', i::text, 'read', jsonb_build_object('text', repeat('x', 1000))) FROM generate_series(1, 25000) i`)); }
  const times = new Map<string, number>();
  const original = pg.Client.prototype.query as any;
  pg.Client.prototype.query = async function (this: any, ...args: any[]) { if (typeof args[2] === 'function') return original.apply(this, args); const t = performance.now(); const r = await original.apply(this, args); const k = String(args[0]).slice(0, 60); times.set(k, Math.round((times.get(k) ?? 0) + performance.now() - t)); return r; } as any;
  const t = performance.now();
  await log.sealAll();
  console.log('sealed', 50000 / (performance.now() - t) * 1000, '/s');
  const many = []; for (let i = 0; i < 200; i++) many.push(await log.organization(0));
  await log.sealAll();
  for (const orgId of many) await asMember(log.app, orgId, (c) => c.query(`SELECT audit.note('ai_system', i::text, 'read', jsonb_build_object('text', repeat('x', 1000))) FROM generate_series(1, 100) i`));
  console.log(times); times.clear();
  const u = performance.now();
  await log.sealAll();
  console.log('200 orgs sealed', 20000 / (performance.now() - u) * 1000, '/s');
  console.log(times);
  await log.close();
}, 100000);
