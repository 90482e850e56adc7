import { type SaveView, saveView } from '@attestry/domain/people/saved-view.ts';
import { Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { notFound } from '../kernel/failure.ts';
import { isId } from '../kernel/ids.ts';
import { Ask, Command } from '../kernel/operation.ts';
import { columns } from '../kernel/rows.ts';
import { SavedView } from './saved-view.entity.ts';

@Resolver()
export class SavedViewsResolver {
  @Ask('saved-view.read')
  savedViews(ctx: Context, { register }: { register: string }) {
    return ctx.query<SavedView>(
      `SELECT ${columns(SavedView)} FROM app.saved_view WHERE member_id = $1 AND register = $2 ORDER BY lower(name), id`,
      [ctx.me.memberId, register],
    );
  }

  @Command('saved-view.save', saveView)
  async saveView(ctx: Context, { register, name, query }: SaveView) {
    const [view] = await ctx.query<SavedView>(
      `INSERT INTO app.saved_view (member_id, register, name, query) VALUES ($1, $2, $3, $4)
       ON CONFLICT (org_id, member_id, register, name) DO UPDATE SET query = EXCLUDED.query RETURNING ${columns(SavedView)}`,
      [ctx.me.memberId, register, name, query],
    );
    return view;
  }

  @Command('saved-view.remove', z.object({ id: z.string() }))
  async removeView(ctx: Context, { id }: { id: string }) {
    const removed = isId(id)
      ? await ctx.query('DELETE FROM app.saved_view WHERE id = $1 AND member_id = $2 RETURNING id', [
          id,
          ctx.me.memberId,
        ])
      : [];
    if (removed.length === 0) throw notFound('saved view');
    return true;
  }
}
