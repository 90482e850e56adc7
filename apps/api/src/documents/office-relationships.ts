/** Relationships that make Office fetch and run or show something when the document is opened; links and pictures do not run. */
const FETCHED: Readonly<Record<string, string>> = {
  attachedtemplate: 'its template',
  oleobject: 'an embedded object',
  frame: 'a frame',
  subdocument: 'a part of its text',
  afchunk: 'a part of its text',
};

const OPENED = /<(?:[^\s<>/:]+:)?Relationship[\s/>]/g;
const TAG = /<(?:[^\s<>/:]+:)?Relationship((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** What the part's relationships fetch from outside the document; undefined where nothing does. */
export function reachingOut(rels: string): string | undefined {
  const tags = [...rels.matchAll(TAG)];
  // A relationship that this pattern cannot read might be read by Office.
  if (tags.length !== (rels.match(OPENED)?.length ?? 0)) return 'something';
  for (const [, attributes] of tags) {
    const said = new Map([...attributes!.matchAll(ATTRIBUTE)].map(([, key, a, b]) => [key, plain(a ?? b ?? '')]));
    const fetched = FETCHED[said.get('Type')?.split('/').at(-1)?.toLowerCase() ?? ''];
    if (!fetched || said.get('TargetMode')?.trim().toLowerCase() !== 'external') continue;
    // The template's place on the writer's own disk, as most law firms' documents hold it, reaches nothing.
    if (fetched === 'its template' && !isElsewhere(said.get('Target') ?? '')) continue;
    return fetched;
  }
  return undefined;
}

/** A scheme, or another computer's share; `file:///C:\…` and `C:\…` are this one's disk. */
function isElsewhere(target: string): boolean {
  const path = decoded(target)
    .trim()
    .replace(/^file:\/\/\/(?![\\/])/i, '');
  return /^(?:[a-z][a-z0-9+.-]+:|[\\/]{2})/i.test(path);
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An attribute's value with its references resolved: `&#69;xternal` is `External` to Office. */
const plain = (value: string) =>
  value.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, entity) => {
    if (entity) return ENTITIES[entity] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
