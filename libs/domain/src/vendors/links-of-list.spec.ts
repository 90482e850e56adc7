import { describe, expect, it } from 'vitest';
import { linksOfList, type PresentLink, type TakenEntry } from './links-of-list.ts';

const line = (vendorId: string, more: Partial<TakenEntry> = {}): TakenEntry => ({
  vendorId,
  name: vendorId,
  services: '',
  purpose: '',
  data: '',
  location: '',
  phi: '',
  agreement: '',
  notes: '',
  ...more,
});
const link = (lowerVendorId: string, more: Partial<PresentLink> = {}): PresentLink => ({
  id: `link to ${lowerVendorId}`,
  lowerVendorId,
  upperServiceId: null,
  purpose: '',
  data: '',
  location: '',
  startsOn: '2025-01-01',
  endsOn: null,
  listId: 'list',
  ...more,
});
const SERVICES = [
  { id: 's-scribe', name: 'Scribe' },
  { id: 's-triage', name: 'Triage' },
];
const changes = (entries: TakenEntry[], links: PresentLink[] = [], before: TakenEntry[] = []) =>
  linksOfList({ listedOn: '2026-02-01', entries, before, links, services: SERVICES });
const opened = (entries: TakenEntry[], links: PresentLink[] = []) =>
  changes(entries, links).opened.map(({ lowerVendorId, upperServiceId }) => [lowerVendorId, upperServiceId]);

describe('links that the newest list opens', () => {
  it.each<[string, TakenEntry[], PresentLink[], unknown[]]>([
    ['one for a vendor it names', [line('cloud')], [], [['cloud', null]]],
    ['none for a vendor that has an open link', [line('cloud')], [link('cloud')], []],
    ['none where a person said it by hand', [line('cloud')], [link('cloud', { listId: null })], []],
    [
      'one again where the link had ended',
      [line('cloud')],
      [link('cloud', { endsOn: '2026-01-31' })],
      [['cloud', null]],
    ],
    ['none where it ends on the very day', [line('cloud')], [link('cloud', { endsOn: '2026-02-01' })], []],
    [
      'none where a person narrowed it to a service',
      [line('cloud')],
      [link('cloud', { upperServiceId: 's-scribe' })],
      [],
    ],
    ['one for the service it names', [line('cloud', { services: 'scribe' })], [], [['cloud', 's-scribe']]],
    [
      'one for each of the services it names',
      [line('cloud', { services: 'Scribe, Triage' })],
      [],
      [
        ['cloud', 's-scribe'],
        ['cloud', 's-triage'],
      ],
    ],
    [
      'one for any service where it names one we do not know',
      [line('cloud', { services: 'Scribe, Pager' })],
      [],
      [['cloud', null]],
    ],
    [
      'one for a vendor that it names twice for services we do not know',
      [line('cloud', { services: 'A' }), line('cloud', { services: 'B' })],
      [],
      [['cloud', null]],
    ],
  ])('%s', (_, entries, links, expected) => {
    expect(opened(entries, links)).toEqual(expected);
  });

  it('say what the lines say, each thing once', () => {
    const [link] = changes([
      line('cloud', { services: 'A', purpose: 'Hosting', location: 'Ohio' }),
      line('cloud', { services: 'B', purpose: 'Queues', location: 'Ohio' }),
    ]).opened;
    expect(link).toMatchObject({ purpose: 'A: Hosting; B: Queues', location: 'Ohio', data: '' });
  });
});

describe('links that it no longer names', () => {
  it.each<[string, TakenEntry[], PresentLink, string | undefined]>([
    ['end on the day before it', [line('other')], link('cloud'), '2026-01-31'],
    [
      'end also when nobody knows since when they were',
      [line('other')],
      link('cloud', { startsOn: null }),
      '2026-01-31',
    ],
    ['end earlier than was planned', [line('other')], link('cloud', { endsOn: '2026-12-31' }), '2026-01-31'],
    ['stay when they had ended', [line('other')], link('cloud', { endsOn: '2026-01-15' }), undefined],
    ['stay when a person said them by hand', [line('other')], link('cloud', { listId: null }), undefined],
    ['stay when they start on the day or later', [line('other')], link('cloud', { startsOn: '2026-02-01' }), undefined],
    [
      'stay when it names the vendor for any service',
      [line('cloud')],
      link('cloud', { upperServiceId: 's-scribe' }),
      undefined,
    ],
    [
      'end for one service when it names the vendor for another only',
      [line('cloud', { services: 'Triage' })],
      link('cloud', { upperServiceId: 's-scribe' }),
      '2026-01-31',
    ],
  ])('%s', (_, entries, present, endsOn) => {
    expect(changes(entries, [present]).ended).toEqual(endsOn ? [{ id: present.id, endsOn }] : []);
  });
});

describe('what it says of links that stay', () => {
  const was = [line('cloud', { purpose: 'Hosting', location: 'Ohio' })];
  const is = [line('cloud', { purpose: 'Hosting', location: 'Ireland' })];
  it.each<[string, PresentLink, unknown]>([
    [
      'is taken over where the list changed it',
      link('cloud', { purpose: 'Hosting', location: 'Ohio' }),
      { location: 'Ireland', purpose: 'Hosting' },
    ],
    ['fills what nobody had said', link('cloud', { location: 'Ireland' }), { purpose: 'Hosting' }],
    [
      'leaves what a person wrote, where the list did not change it',
      link('cloud', { purpose: 'Backups only', location: 'Ohio' }),
      { purpose: 'Backups only', location: 'Ireland' },
    ],
    ['does not touch a link that was said by hand', link('cloud', { listId: null, location: 'Ohio' }), undefined],
    ['changes nothing where nothing is new', link('cloud', { purpose: 'Hosting', location: 'Ireland' }), undefined],
  ])('%s', (_, present, expected) => {
    const { changed } = changes(is, [present], was);
    if (expected) expect(changed).toMatchObject([{ id: present.id, ...expected }]);
    else expect(changed).toEqual([]);
  });
});
