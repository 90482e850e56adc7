import { describe, expect, it } from 'vitest';
import { flowGraph } from './flow-graph.ts';
import type { ChainLink, FlowOnPage } from './flow-on-page.ts';

const SYSTEM = { id: 'scribe', name: 'Scribe' };
const flow = (service: string | null, state: string | null, more: object = {}) =>
  ({
    id: `to ${service}`,
    startsOn: '2025-01-01',
    exposures: ['prompt'],
    place: service ? '' : 'Own server',
    service: service && { id: service, name: service, vendor: { id: `${service}-vendor`, name: 'A vendor' } },
    coverage: state && { state },
    ...more,
  }) as unknown as FlowOnPage;
const link = (upper: [string, string | null], lower: [string, string | null], more: object = {}) =>
  ({
    id: `${upper} ${lower}`,
    phi: 'yes',
    assurance: 'in_place',
    startsOn: null,
    endsOn: null,
    upperVendor: { id: upper[0], name: upper[0] },
    upperService: upper[1] && { id: upper[1], name: upper[1] },
    lowerVendor: { id: lower[0], name: lower[0] },
    lowerService: lower[1] && { id: lower[1], name: lower[1] },
    ...more,
  }) as unknown as ChainLink;
const drawn = (flows: FlowOnPage[], chain: ChainLink[] = []) => flowGraph(SYSTEM, flows, chain, '2026-03-01');

describe('the data flow of a system', () => {
  it('goes to each place once, in the worst state of the flows there', () => {
    const { nodes, edges } = drawn([flow('api', 'covered'), flow('api', 'unknown', { id: '2', exposures: ['log'] })]);
    expect(nodes.map(({ id, tone, word }) => [id, tone, word])).toEqual([
      ['scribe', 'plain', undefined],
      ['api', 'unknown', 'Unknown'],
    ]);
    expect(edges).toMatchObject([{ from: 'scribe', to: 'api', phi: 'yes', label: 'prompt, log', tone: 'unknown' }]);
  });

  it('shows flows of the day only, and own infrastructure as such', () => {
    const { nodes } = drawn([flow('over', null), flow(null, 'not_needed')]);
    expect(nodes.map(({ kind, title }) => [kind, title])).toEqual([
      ['AI system', 'Scribe'],
      ['Own infrastructure', 'Own server'],
    ]);
  });

  it('goes down the chain; a link of any service hangs on the one drawn', () => {
    const chain = [
      link(['api-vendor', null], ['cloud', 'compute'], { assurance: 'none' }),
      link(['cloud', 'compute'], ['logs', null], { phi: 'no' }),
      link(['api-vendor', 'api'], ['gone', null], { endsOn: '2026-02-28' }),
    ];
    const { nodes, edges } = drawn([flow('api', 'uncovered')], chain);
    expect(nodes.map(({ id }) => id)).toEqual(['scribe', 'api', 'compute', 'vendor logs']);
    expect(edges.slice(1).map(({ from, to, phi, tone }) => [from, to, phi, tone])).toEqual([
      ['api', 'compute', 'yes', 'gap'],
      ['compute', 'vendor logs', 'no', 'plain'],
    ]);
  });
});
