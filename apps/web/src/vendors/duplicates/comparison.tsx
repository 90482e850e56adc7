import { AGREEMENT_STAGES } from '@attestry/domain/agreements/lifecycle.ts';
import { VENDOR_LABELS } from '@attestry/domain/vendors/facts.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { InstantText } from '../../ui/date-text.tsx';
import { FactValue } from '../facts/fact-value.tsx';
import classes from './duplicates.module.css';
import type { Side } from './side.ts';

/** What each of two vendors says and holds, line by line. */
export function Comparison({ one, two }: { one: Side; two: Side }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col" className={classes.what}>
            <span className={classes.said}>Fact</span>
          </th>
          {[one, two].map(({ vendor }) => (
            <th key={vendor.id} scope="col">
              <Link to="/vendors/$id" params={{ id: vendor.id }}>
                {vendor.name}
              </Link>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map(({ label, cell }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {[one, two].map((side) => (
              <td key={side.vendor.id} data-label={side.vendor.name}>
                {cell(side)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const fact = (name: 'website' | 'description' | 'tier' | 'owner') => ({
  label: VENDOR_LABELS[name],
  cell: ({ vendor }: Side) => <FactValue fact={name} value={vendor[name]} />,
});

const ROWS: readonly { label: string; cell: (side: Side) => ReactNode }[] = [
  fact('description'),
  fact('website'),
  fact('tier'),
  fact('owner'),
  {
    label: 'Services',
    cell: ({ vendor }) => (
      <Names names={vendor.services.map(({ id, name, removedOn }) => [id, removedOn ? `${name} (removed)` : name])} />
    ),
  },
  {
    label: 'Agreements',
    cell: ({ vendor }) => (
      <Names
        names={vendor.agreements.map(({ id, title, standing }) => [
          id,
          `${title} (${AGREEMENT_STAGES[standing.stage].toLowerCase()})`,
        ])}
      />
    ),
  },
  {
    label: 'Subprocessor links',
    cell: ({ vendor, links }) =>
      links && (
        <Names
          names={links.map(({ id, upperVendor, lowerVendor }) => [
            id,
            upperVendor.id === vendor.id ? `uses ${lowerVendor.name}` : `used by ${upperVendor.name}`,
          ])}
        />
      ),
  },
  {
    label: 'Documents',
    cell: ({ vendor }) => (
      <Names
        names={vendor.evidence.map(({ id, title, withdrawnAt }) => [id, withdrawnAt ? `${title} (withdrawn)` : title])}
      />
    ),
  },
  {
    label: 'Due diligence',
    cell: ({ vendor: { dueDiligence } }) =>
      dueDiligence.answered === 0 ? <None /> : `${dueDiligence.answered} of ${dueDiligence.total} answered`,
  },
  { label: 'Recorded', cell: ({ vendor }) => <InstantText at={vendor.createdAt} dayOnly /> },
];

/** A vendor may have hundreds of services: enough to tell two apart are shown. */
const SHOWN = 8;

function Names({ names }: { names: readonly (readonly [string, string])[] }) {
  if (names.length === 0) return <None />;
  return (
    <ul>
      {names.slice(0, SHOWN).map(([id, name]) => (
        <li key={id}>{name}</li>
      ))}
      {names.length > SHOWN && <li className={classes.none}>and {names.length - SHOWN} more</li>}
    </ul>
  );
}

const None = () => <span className={classes.none}>None</span>;
