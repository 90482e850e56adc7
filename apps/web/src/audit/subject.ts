/** What an event is told of. */
interface Told {
  readonly entity: string;
  readonly entityId: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

const PLACES = { ai_system: '/ai-systems/$id', vendor: '/vendors/$id', agreement: '/agreements/$id' } as const;
type Place = { readonly to: (typeof PLACES)[keyof typeof PLACES]; readonly params: { readonly id: string } };

/** The page of the record, or of the one that it belongs to; undefined where there is none. */
export function placeOf({ entity, entityId, before, after }: Told): Place | undefined {
  if (isPlaced(entity)) return { to: PLACES[entity], params: { id: entityId } };
  const row = (after ?? before ?? {}) as Readonly<Record<string, unknown>>;
  for (const owner of OWNERS) {
    const id = row[`${owner}_id`];
    if (typeof id === 'string') return { to: PLACES[owner], params: { id } };
  }
  return undefined;
}

/** What the record is called, where its row says so. */
export const nameIn = (row: unknown): string | undefined => {
  const facts = (row ?? {}) as Readonly<Record<string, unknown>>;
  return NAMES.map((name) => facts[name]).find((each) => typeof each === 'string');
};

const isPlaced = (entity: string): entity is keyof typeof PLACES => Object.hasOwn(PLACES, entity);
/** The closest first: a line of an agreement names its vendor too. */
const OWNERS = ['agreement', 'ai_system', 'vendor'] as const;
const NAMES = ['name', 'file_name', 'title', 'condition'];
