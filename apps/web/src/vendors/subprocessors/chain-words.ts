import { counted } from '../../ui/words.ts';
import type { Link } from './chain-drawing.ts';
import { vendorsBelow } from './chain-order.ts';

/** Where the chain of a vendor stands, in sentences. */
export function chainWords(name: string, rootId: string, links: readonly Link[]): string {
  const below = vendorsBelow(rootId, links);
  const above = new Set(links.map(({ upperVendor }) => upperVendor.id).filter((id) => id !== rootId && !below.has(id)));
  const passing = links.filter(({ standing }) => standing.state !== 'not_needed');
  const of = (state: Link['standing']['state']) => passing.filter(({ standing }) => standing.state === state).length;
  const [assured, missing, unknown] = [of('assured'), of('missing'), of('unknown')];
  const parts = [
    assured > 0 && `${assured} with an agreement in place`,
    missing > 0 && `${missing} without one`,
    unknown > 0 && `${unknown} of which it is unknown`,
  ].filter(Boolean);
  return [
    // A name may end in a full stop of its own.
    `${counted(below.size, 'vendor')} below ${name}${above.size > 0 ? `, ${above.size} above` : ''}`.replace(
      /\.?$/,
      '.',
    ),
    parts.length > 0 ? ` ${counted(passing.length, 'link')} may carry PHI: ${parts.join(', ')}.` : '',
  ].join('');
}
