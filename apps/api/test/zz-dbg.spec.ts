import { it } from 'vitest';
import { Records } from './records.ts';
import { startTestApp } from './test-app.ts';
it('x', async () => {
  const app = await startTestApp();
  const ours = new Records(app, await app.organization());
  const { memberId } = await ours.colleague('executive');
  const c = await ours.session(memberId);
  console.log(JSON.stringify(await c.ask(`mutation { removeView(id: "x") }`)), JSON.stringify(await c.ask(`{ members { id } }`)));
  console.log(await app.sql(`select actor, command, action, payload from audit.event order by id desc limit 4`), memberId);
  await app.stop();
});
