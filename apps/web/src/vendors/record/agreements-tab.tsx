import { PARTIES } from '@attestry/domain/agreements/facts.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import { Why } from '../../ui/why.tsx';
import { StageMark } from '../facts/stage-mark.tsx';
import classes from './record.module.css';
import type { VendorOnPage } from './vendor-on-page.ts';

type Agreement = VendorOnPage['agreements'][number];

/** What binds the vendor, each agreement with where it stands and what it lists. */
export function AgreementsTab({ vendor }: { vendor: VendorOnPage }) {
  const { readOnly } = useAsOf();
  const mayAdd = useMay('agreement.create') && !readOnly;
  const add = mayAdd && (
    <Button component={Link} to="/agreements/new" search={{ vendor: vendor.id } as never}>
      Add an agreement
    </Button>
  );
  if (vendor.agreements.length === 0)
    return (
      <EmptyState title="No agreement with this vendor is recorded" action={add}>
        PHI may reach a vendor only under a business associate agreement (45 CFR 164.502(e)). Record it with its
        services, also while it is still a draft.
      </EmptyState>
    );
  return (
    <>
      {add && <div className={classes.bar}>{add}</div>}
      <DataTable label={`Agreements with ${vendor.name}`} head={<Head />}>
        {vendor.agreements.map((agreement) => (
          <Line key={agreement.id} agreement={agreement} />
        ))}
      </DataTable>
    </>
  );
}

const Head = () => (
  <>
    <th>Agreement</th>
    <th>Standing</th>
    <th>Services listed</th>
    <th>In effect through</th>
    <th>Give notice by</th>
    <th>Owner</th>
  </>
);

function Line({
  agreement: { id, title, parties, upperVendor, standing, coveredServices, owner },
}: {
  agreement: Agreement;
}) {
  const { asOf } = useAsOf();
  return (
    <tr>
      <td>
        <Link to="/agreements/$id" params={{ id }} search={asOf ? { asOf } : {}}>
          {title}
        </Link>
        <span className={classes.second}>
          {PARTIES[parties]}
          {upperVendor && `; the upper party is ${upperVendor.name}`}
        </span>
      </td>
      <td>
        <StageMark stage={standing.stage} />{' '}
        {standing.reasons.length > 0 && <Why label={`Why: standing of ${title}`} reasons={standing.reasons} />}
      </td>
      <td data-label="Lists:">
        {coveredServices.length > 0 ? (
          coveredServices.map(({ service }) => service.name).join(', ')
        ) : (
          <span className={classes.nothing}>No services</span>
        )}
      </td>
      <td data-label="In effect through:">
        <Through standing={standing} />
      </td>
      <td data-label="Give notice by:">{standing.noticeBy && <DateText day={standing.noticeBy} />}</td>
      <td data-label="Owner:">{owner || <Unknown word="Not recorded" />}</td>
    </tr>
  );
}

const BINDS: ReadonlySet<string> = new Set(['in_effect', 'notice', 'ended', 'superseded']);

/** The last day in effect; where none is in sight, the end of the present term. */
function Through({ standing: { stage, inEffectThrough, termEndsOn } }: Pick<Agreement, 'standing'>) {
  if (inEffectThrough) return <DateText day={inEffectThrough} />;
  if (!BINDS.has(stage)) return <span className={classes.nothing}>Not in effect yet</span>;
  return (
    <>
      <span className={classes.nothing}>No end in sight</span>
      {termEndsOn && <span className={classes.second}>present term through {dayText(termEndsOn)}</span>}
    </>
  );
}
