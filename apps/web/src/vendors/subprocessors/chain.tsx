import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { SubprocessorChainQuery } from '../../generated/graphql.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { Graph } from '../../ui/graph/graph.tsx';
import { numberText } from '../../ui/words.ts';
import { drawingOf, type Link } from './chain-drawing.ts';
import { inOrder } from './chain-order.ts';
import { ChainTable } from './chain-table.tsx';
import { chainWords } from './chain-words.ts';
import classes from './subprocessors.module.css';

/** Beyond this nobody finds anything in a drawing. */
const MOST_DRAWN = 60;

interface Props {
  vendor: { readonly id: string; readonly name: string };
  graph: SubprocessorChainQuery['subprocessorGraph'];
  edit: ((link: Link) => void) | undefined;
}

/** The chain on the day: in a sentence, drawn, and as a table. */
export function Chain({ vendor, graph: { nodes, links, complete }, edit }: Props) {
  const { asOf } = useAsOf();
  const navigate = useNavigate();
  const search = useMemo(() => ({ tab: 'subprocessors', ...(asOf && { asOf }) }), [asOf]);
  const drawing = useMemo(
    () => drawingOf(nodes, links, vendor.id, (id) => `/vendors/${id}?${new URLSearchParams(search)}`),
    [nodes, links, vendor.id, search],
  );
  if (links.length === 0) return <p className={classes.state}>No link of the chain holds on this day.</p>;
  return (
    <section aria-label="Chain" className={classes.part}>
      <p className={classes.state}>
        {chainWords(vendor.name, vendor.id, links)}
        {!complete && ` The first ${numberText(links.length)} links are shown.`}
      </p>
      {links.length <= MOST_DRAWN ? (
        <div className={classes.drawing}>
          <Graph
            label={`Subprocessors of ${vendor.name}`}
            {...drawing}
            onOpen={({ id }) => void navigate({ to: `/vendors/${id}` as '/', search: search as never })}
          />
        </div>
      ) : (
        <p className={classes.note}>A chain of more than {MOST_DRAWN} links is not drawn; the table has all of them.</p>
      )}
      <ChainTable vendor={vendor} links={inOrder(vendor.id, links)} edit={edit} />
    </section>
  );
}
