import { describe, expect, it } from 'vitest';
import { drawingOf, type Link } from './chain-drawing.ts';
import { inOrder, vendorsBelow } from './chain-order.ts';
import { chainWords } from './chain-words.ts';

type State = Link['standing']['state'];
const link = (from: string, to: string, state: State = 'assured', more: Partial<Link> = {}): Link => ({
  id: `${from}>${to}`,
  version: 1,
  upperVendor: { id: from, name: from },
  lowerVendor: { id: to, name: to },
  upperService: null,
  lowerService: null,
  purpose: 'Hosting',
  data: '',
  location: '',
  phi: state === 'not_needed' ? 'no' : 'yes',
  assurance: 'unknown',
  evidence: 'none',
  evidenceDocument: null,
  agreementId: null,
  agreement: null,
  assuredFrom: null,
  assuredThrough: null,
  startsOn: null,
  endsOn: null,
  notes: '',
  standing: { state, reason: { key: 'k', text: 't', citation: null } },
  ...more,
});

describe('the words of a chain', () => {
  it.each<[string, Link[], string]>([
    ['one below', [link('Us', 'A')], '1 vendor below Us. 1 link may carry PHI: 1 with an agreement in place.'],
    [
      'above, below, and further below',
      [link('Top', 'Us', 'missing'), link('Us', 'A'), link('A', 'B', 'unknown')],
      '2 vendors below Us, 1 above. 3 links may carry PHI: 1 with an agreement in place, 1 without one, 1 of which it is unknown.',
    ],
    ['nothing that carries PHI', [link('Us', 'A', 'not_needed')], '1 vendor below Us.'],
    [
      'a circle: nobody is above and below',
      [link('Us', 'A'), link('A', 'Us')],
      '1 vendor below Us. 2 links may carry PHI: 2 with an agreement in place.',
    ],
  ])('%s', (_, links, words) => {
    expect(chainWords('Us', 'Us', links)).toBe(words);
  });

  it('have one full stop after a name that ends in one', () => {
    expect(chainWords('Us, Inc.', 'Us', [link('Us', 'A', 'not_needed')])).toBe('1 vendor below Us, Inc.');
  });
});

describe('the order of the table', () => {
  it("has the vendor's own links first, then those below, then those above", () => {
    const links = [link('Top', 'Us'), link('A', 'Z'), link('Us', 'B'), link('Us', 'A'), link('Z', 'Us')];
    expect(inOrder('Us', links).map(({ id }) => id)).toEqual(['Us>A', 'Us>B', 'A>Z', 'Z>Us', 'Top>Us']);
    expect([...vendorsBelow('Us', links)].toSorted()).toEqual(['A', 'B', 'Z']);
  });
});

describe('the drawing of a chain', () => {
  const vendors = ['Us', 'A'].map((id) => ({ id, name: id }));
  const nodeOf = (links: Link[]) => drawingOf(vendors, links, 'Us', (id) => `/${id}`).nodes[1];

  it.each<[string, State[], string, string | undefined]>([
    ['assured', ['assured'], 'ok', 'Agreement in place'],
    ['unknown, where one of two is', ['assured', 'unknown'], 'unknown', 'Agreement unknown'],
    ['missing, where one of three is', ['assured', 'missing', 'unknown'], 'gap', 'No agreement'],
    ['no PHI', ['not_needed'], 'plain', 'No PHI'],
    ['nothing, where nobody passes anything to it', [], 'plain', undefined],
  ])('says the worst of a vendor: %s', (_, states, tone, word) => {
    const links = states.map((state, at) => link('Us', 'A', state, { id: String(at) }));
    expect(nodeOf(links)).toMatchObject({ tone, word, href: '/A', kind: 'Vendor' });
  });

  it('marks the vendor of the page, and links it to nothing', () => {
    const { nodes, edges } = drawingOf(vendors, [link('A', 'Us', 'missing')], 'Us', (id) => `/${id}`);
    expect(nodes[0]).toMatchObject({ here: true, tone: 'plain', word: undefined, href: undefined });
    expect(edges).toEqual([{ id: 'A>Us', from: 'A', to: 'Us', label: 'Hosting', phi: 'yes', tone: 'gap' }]);
  });

  it('names an arrow by the service, else by what it is for', () => {
    const links = [link('Us', 'A', 'assured', { upperService: { id: 's', name: 'Dictation' } })];
    expect(drawingOf(vendors, links, 'Us', String).edges[0]?.label).toBe('Dictation');
  });
});
