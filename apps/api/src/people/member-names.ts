import DataLoader from 'dataloader';
import type { Context } from '../kernel/context.ts';

/** Name of a member of the organization; one statement for all that an answer asks for. */
export function memberName(ctx: Context, id: string): Promise<string> {
  const loader = ctx.loader('member-names', () => new DataLoader<string, string>((ids) => namesOf(ctx, ids)));
  return loader.load(id);
}

async function namesOf(ctx: Context, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.query<{ id: string; name: string }>('SELECT id, name FROM app.member WHERE id = ANY ($1)', [
    ids,
  ]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? 'A former member');
}
