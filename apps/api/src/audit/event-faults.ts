/** An event as stored: the header that is hashed, and the columns and payload that it must agree with. */
export interface StoredEvent {
  readonly org_id: string;
  readonly id: string;
  /** Microseconds since 1970, as text: a JavaScript Date keeps milliseconds only. */
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly action: string;
  readonly header: string;
  /** SHA-256 of salt and payload; null for a payload that was erased. */
  readonly payload_hash: string | null;
}

/** The columns of a StoredEvent, from audit.event under the alias `e`. */
export const STORED_EVENT = `e.org_id, e.id, (extract(epoch FROM e.at) * 1000000)::bigint::text AS at, e.actor, e.command,
  e.entity, e.entity_id, e.action, e.header, CASE WHEN e.payload IS NOT NULL THEN
  encode(sha256(e.salt || convert_to(e.payload, 'UTF8')), 'hex') END AS payload_hash`;

/** What in a stored event disagrees with its own header, in words; nothing for a sound one. */
export function faultsOf(event: StoredEvent): string[] {
  const header = parsedHeader(event.header);
  if (!header) return ['its header cannot be read'];
  const faults: string[] = pairs.filter(([name, column]) => header[name] !== event[column]).map(([, , words]) => words);
  if (microseconds(header.at) !== event.at) faults.push('its time is not the one in its header');
  if (event.payload_hash !== null && header.payload !== event.payload_hash) {
    faults.push('its payload or salt is not the one that was recorded');
  }
  return faults;
}

const pairs = [
  ['org', 'org_id', 'its organization is not the one in its header'],
  ['id', 'id', 'its id is not the one in its header'],
  ['actor', 'actor', 'its actor is not the one in its header'],
  ['command', 'command', 'its command is not the one in its header'],
  ['entity', 'entity', 'its kind of record is not the one in its header'],
  ['entityId', 'entity_id', 'its record is not the one in its header'],
  ['action', 'action', 'its action is not the one in its header'],
] as const satisfies readonly (readonly [string, keyof StoredEvent, string])[];

function parsedHeader(text: string): Record<string, unknown> | undefined {
  try {
    const header: unknown = JSON.parse(text);
    return typeof header === 'object' && header !== null ? (header as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** PostgreSQL writes '2026-01-31T08:00:00.123456+00:00', with as many digits as are needed. */
function microseconds(instant: unknown): string | undefined {
  const [, second, fraction = '', zone] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(Z|[+-]\d\d:\d\d)$/.exec(String(instant)) ?? [];
  if (!second) return undefined;
  return String(BigInt(Date.parse(second + zone)) * 1000n + BigInt(fraction.padEnd(6, '0')));
}
