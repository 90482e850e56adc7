import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import type { AgreementOnPage, CoveredService } from './agreement-on-page.ts';
import { CoverServiceDialog } from './cover-service-dialog.tsx';
import { ListedDaysDialog } from './listed-days-dialog.tsx';
import classes from './record.module.css';
import { RemoveLineDialog } from './remove-line-dialog.tsx';

/** The services it lists, each with its days: an agreement covers services, not companies. */
export function ServicesTab({ agreement }: { agreement: AgreementOnPage }) {
  const may = useMay('agreement.cover-service') && !useAsOf().readOnly;
  const [adding, setAdding] = useState(false);
  const add = may && (
    <Button variant="default" onClick={() => setAdding(true)}>
      List a service…
    </Button>
  );
  return (
    <>
      {agreement.coveredServices.length === 0 ? (
        <EmptyState title="It lists no service yet" action={add}>
          An agreement covers the services that it lists. As long as it lists none, no PHI flow is covered by it.
        </EmptyState>
      ) : (
        <>
          <div className={classes.bar}>
            <p>
              PHI that flows to these services is covered on the days on which the agreement is in effect and lists
              them.
            </p>
            {add}
          </div>
          <Lines agreement={agreement} may={may} />
        </>
      )}
      <CoverServiceDialog agreement={agreement} opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function Lines({ agreement, may }: { agreement: AgreementOnPage; may: boolean }) {
  const { asOf } = useAsOf();
  const [changing, setChanging] = useState<CoveredService>();
  const [removing, setRemoving] = useState<CoveredService>();
  return (
    <>
      <DataTable
        label="Services that it lists"
        head={
          <>
            <th>Service</th>
            <th>Receives PHI</th>
            <th>Listed from</th>
            <th>Listed through</th>
            <th>Limited to</th>
            {may && <th className="fit">Commands</th>}
          </>
        }
      >
        {agreement.coveredServices.map((line) => (
          <tr key={line.id}>
            <td>
              <Link to="/vendors/$id" params={{ id: agreement.vendor.id }} search={asOf ? { asOf } : {}}>
                {line.service.name}
              </Link>
              {line.service.removedOn && <p className="dim">Removed on {dayText(line.service.removedOn)}</p>}
            </td>
            <td data-label="Receives PHI">{line.service.phi === 'unknown' ? <Unknown /> : PHI[line.service.phi]}</td>
            <td data-label="Listed from">
              {line.listedFrom ? (
                <DateText day={line.listedFrom} />
              ) : (
                <span className="dim">As long as it is in effect</span>
              )}
            </td>
            <td data-label="Listed through">
              {line.listedThrough ? <DateText day={line.listedThrough} /> : <span className="dim">No last day</span>}
            </td>
            <td data-label="Limited to">{line.scopeNote || <span className="dim">Nothing said</span>}</td>
            {may && (
              <td className="fit">
                <span className={classes.rowOfCommands}>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`Change the days of ${line.service.name}`}
                    onClick={() => setChanging(line)}
                  >
                    Change…
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`${line.service.name} was entered by mistake`}
                    onClick={() => setRemoving(line)}
                  >
                    By mistake…
                  </Button>
                </span>
              </td>
            )}
          </tr>
        ))}
      </DataTable>
      <ListedDaysDialog line={changing} onClose={() => setChanging(undefined)} />
      <RemoveLineDialog line={removing} title={agreement.title} onClose={() => setRemoving(undefined)} />
    </>
  );
}

const PHI = { yes: 'Yes', no: 'No' } as const;
