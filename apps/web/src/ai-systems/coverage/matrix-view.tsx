import { COVERAGE_STATES, type CoverageState } from '@attestry/domain/agreements/coverage-answer.ts';
import { EXPOSURES, type Exposure } from '@attestry/domain/ai-systems/phi-flow.ts';
import { Button } from '@mantine/core';
import { IconCheck, IconExclamationCircle, IconQuestionMark } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { CoverageMatrixDocument, type CoverageMatrixQuery } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { useAsOf } from '../../shell/use-as-of.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RowsShape } from '../../ui/shapes.tsx';
import { counted } from '../../ui/words.ts';
import { CoverageMark } from '../../vendors/facts/coverage-mark.tsx';
import type { ViewProps } from './coverage-search.ts';
import classes from './matrix.module.css';
import { usePages } from './use-pages.ts';

type Row = CoverageMatrixQuery['coverageMatrix']['nodes'][number];
const COLUMNS = Object.entries(EXPOSURES) as [Exposure, string][];

/** Service by exposure: the worst state of the flows of the day that expose PHI there. */
export function MatrixView({ search }: ViewProps) {
  const { asOf } = useAsOf();
  const rows = usePages(CoverageMatrixDocument, { on: search.on, asOf }, ({ coverageMatrix }) => coverageMatrix);
  if (rows.error) return <FailureState failure={failureOf(rows.error)} again={() => void rows.refetch()} />;
  if (rows.isPending) return <RowsShape rows={8} />;
  if (rows.total === 0)
    return <EmptyState title="PHI reaches no vendor on this day">Choose another day to see its services.</EmptyState>;
  return (
    <>
      <p className={classes.legend}>
        {(['covered', 'uncovered', 'unknown'] as const).map((state) => (
          <CoverageMark key={state} state={state} />
        ))}
        <span>The number counts flows; an empty cell exposes no PHI.</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe, scrollable-region-focusable) */}
      <div className={classes.scroll} role="presentation" tabIndex={0}>
        <table className={classes.matrix} aria-label="Services by exposure">
          <thead>
            <tr>
              <th scope="col">Service</th>
              {COLUMNS.map(([key, word]) => (
                <th key={key} scope="col" className={classes.exposure}>
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.nodes.map((row) => (
              <MatrixRow key={row.service.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.hasNextPage && (
        <Button variant="default" mt={12} loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          Show more services
        </Button>
      )}
    </>
  );
}

function MatrixRow({ row: { service, cells } }: { row: Row }) {
  const found = new Map(cells.map((cell) => [cell.exposure, cell]));
  return (
    <tr>
      <th scope="row">
        <Link to="/vendors/$id" params={{ id: service.vendor.id }}>
          {service.name}
        </Link>
        <span className={classes.vendor}>{service.vendor.name}</span>
      </th>
      {COLUMNS.map(([key, word]) => {
        const cell = found.get(key);
        if (!cell) return <td key={key} />;
        const said = `${word}: ${COVERAGE_STATES[cell.state].toLowerCase()}, ${counted(cell.flows, 'flow')}`;
        return (
          <td key={key} data-state={cell.state} title={said}>
            <StateIcon state={cell.state} />
            <span aria-hidden>{cell.flows}</span>
            <span className={classes.said}>{said}</span>
          </td>
        );
      })}
    </tr>
  );
}

const ICONS = { covered: IconCheck, uncovered: IconExclamationCircle, unknown: IconQuestionMark } as const;
function StateIcon({ state }: { state: CoverageState }) {
  if (state === 'not_needed') return null;
  const Icon = ICONS[state];
  return <Icon size={14} stroke={2} aria-hidden />;
}
