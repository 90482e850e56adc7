import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import type { Context } from './context.ts';
import { type Page, pageOf, pageSize, readCursor } from './paging.ts';
import { propertiesOf, tableOf } from './rows.ts';

/** Columns that change by themselves, or are said elsewhere on the line. */
const NOT_FACTS = new Set(['id', 'version', 'createdAt', 'updatedAt', 'importKey']);

type Class = EntityTarget<ObjectLiteral>;
type State = Readonly<Record<string, unknown>>;

/** Records of one kind whose changes belong in a history. */
export interface Subject {
  readonly entity: Class;
  readonly ids: readonly string[];
  /** Properties that hold the id of another record, which is shown by its name or title. Ids not named here are left out. */
  readonly refs?: Readonly<Record<string, Class>>;
  /** Further properties that are no facts. */
  readonly without?: readonly string[];
  /** What the record is called, from its facts (ids already replaced by names); by default its name or title. */
  readonly called?: (facts: State) => unknown;
}

interface EventRow {
  id: string;
  at: string;
  actor: string;
  command: string;
  action: string;
  entity: string;
  payload: string | null;
}

/** Who recorded or changed these records, when, what before and after, and why; newest first, from the audit log itself. */
export async function historyOf(
  ctx: Context,
  subjects: readonly Subject[],
  args: { readonly first: number; readonly after?: string | null },
): Promise<Page<Gql.Change>> {
  const first = pageSize(args.first);
  const [before = null] = readCursor(args.after, 'uuid') ?? [];
  const about = subjects.flatMap(({ entity, ids }) => ids.map((id) => ({ entity: nameOf(entity), id })));
  const rows = await ctx.query<EventRow>(
    `SELECT e.id, e.at, coalesce(m.name, e.actor) AS actor, e.command, e.action, e.entity, e.payload
     FROM unnest($1::text[], $2::text[]) about (entity, id)
       CROSS JOIN LATERAL (SELECT * FROM audit.event e
         WHERE e.entity = about.entity AND e.entity_id = about.id AND ($3::uuid IS NULL OR e.id < $3)
         ORDER BY e.id DESC LIMIT ${first + 1}) e
       LEFT JOIN app.member m ON e.actor = 'member:' || m.id
     ORDER BY e.id DESC LIMIT ${first + 1}`,
    [about.map(({ entity }) => entity), about.map(({ id }) => id), before],
  );
  const page = pageOf(rows, first, (row) => [row.id]);
  const events = page.nodes.map((row) => readEvent(row, subjects.find(({ entity }) => nameOf(entity) === row.entity)!));
  const names = await namesOf(ctx, events);
  return { ...page, nodes: events.map((event) => changeOf(event, names)) };
}

/** The audit log calls an entity by the name of its table. */
const nameOf = (entity: Class) => tableOf(entity).split('.')[1]!;

interface Event {
  readonly row: EventRow;
  readonly subject: Subject;
  readonly before: State;
  readonly after: State;
  readonly reason: string | null;
}

function readEvent(row: EventRow, subject: Subject): Event {
  const payload = JSON.parse(row.payload ?? '{}') as { before?: State; after?: State; reason?: string };
  const state = (columns: State | null | undefined) =>
    Object.fromEntries(
      propertiesOf(subject.entity).map(({ property, column }) => [property, columns?.[column] ?? null]),
    );
  return { row, subject, before: state(payload.before), after: state(payload.after), reason: payload.reason ?? null };
}

type Names = ReadonlyMap<unknown, string>;

/** Names of the records that the events refer to: one statement for each kind. */
async function namesOf(ctx: Context, events: readonly Event[]): Promise<Names> {
  const wanted = new Map<Class, Set<string>>();
  for (const { subject, before, after } of events)
    for (const [property, entity] of Object.entries(subject.refs ?? {}))
      for (const id of [before[property], after[property]])
        if (typeof id === 'string') wanted.set(entity, (wanted.get(entity) ?? new Set()).add(id));
  const found = await Promise.all(
    [...wanted].map(([entity, ids]) => {
      const { column } = propertiesOf(entity).find(({ property }) => property === 'name' || property === 'title')!;
      return ctx.query<{ id: string; name: string }>(
        `SELECT id, ${column} AS name FROM ${tableOf(entity)} WHERE id = ANY ($1::uuid[])`,
        [[...ids]],
      );
    }),
  );
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}

function changeOf({ row, subject, reason, ...states }: Event, names: Names): Gql.Change {
  const [before, after] = [shown(states.before, subject, names), shown(states.after, subject, names)];
  const facts = factChanges(before, after, new Set([...NOT_FACTS, ...(subject.without ?? [])]));
  const { called = ({ name, title }) => name ?? title } = subject;
  const recordName = called(after) ?? called(before) ?? null;
  const { id, at, actor, command, action, entity: record } = row;
  return { id, at, actor, command, action, reason, record, recordName: recordName as string | null, facts };
}

/** Facts as people read them: names instead of ids, and no id that has no name. */
function shown(state: State, { entity, refs = {} }: Subject, names: Names): State {
  const ids = propertiesOf(entity).filter(({ isId }) => isId);
  const replaced = ids.map(({ property }) => [
    property,
    property in refs ? (names.get(state[property]) ?? null) : null,
  ]);
  return { ...state, ...Object.fromEntries(replaced) };
}

function factChanges(before: State, after: State, left: ReadonlySet<string>): Gql.FactChange[] {
  return Object.keys(after)
    .filter((fact) => !left.has(fact))
    .map((fact) => ({ fact, before: before[fact] ?? null, after: after[fact] ?? null }))
    .filter(
      (change) =>
        JSON.stringify(change.before) !== JSON.stringify(change.after) &&
        !(isNothing(change.before) && isNothing(change.after)),
    );
}

/** A new record's empty and unknown facts are not changes worth a line. */
const isNothing = (value: unknown) =>
  value === null || value === '' || value === 'unknown' || (Array.isArray(value) && value.length === 0);
