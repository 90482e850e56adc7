import { dayText } from '@attestry/domain/time/day-text.ts';
import { Link } from '@tanstack/react-router';
import { DataTable } from '../../ui/data-table.tsx';
import { CoverageMark } from '../../vendors/facts/coverage-mark.tsx';
import classes from './coverage.module.css';
import { ReasonList } from './reasons.tsx';
import type { TimelineFlow } from './timeline-flow.ts';

/** Every run of days of every flow, in words: what the drawing shows. */
export function SegmentsTable({ flows }: { flows: readonly TimelineFlow[] }) {
  return (
    <section className={classes.table} aria-label="The same as a table">
      <h2>The same as a table</h2>
      <DataTable
        label="Days of each flow"
        head={
          <>
            <th>AI system</th>
            <th>Goes to</th>
            <th>From</th>
            <th>Through</th>
            <th>State</th>
            <th>Covered by, or why not</th>
          </>
        }
      >
        {flows.flatMap((flow) =>
          flow.segments.map(({ from, through, state, agreement, reasons }) => (
            <tr key={`${flow.id}${from}`}>
              <td>{flow.aiSystem.name}</td>
              <td data-label="Goes to">{flow.service?.name ?? flow.place}</td>
              <td data-label="From" className={classes.days}>
                {dayText(from)}
              </td>
              <td data-label="Through" className={classes.days}>
                {through ? dayText(through) : <span className="dim">no end</span>}
              </td>
              <td>
                <CoverageMark state={state} />
              </td>
              <td>
                {reasons.length > 0 ? (
                  <ReasonList reasons={reasons} />
                ) : (
                  agreement && (
                    <Link to="/agreements/$id" params={{ id: agreement.id }}>
                      {agreement.title}
                    </Link>
                  )
                )}
              </td>
            </tr>
          )),
        )}
      </DataTable>
    </section>
  );
}
