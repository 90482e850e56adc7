import { LINK_STATES, type LinkState } from '@attestry/domain/agreements/link-standing.ts';
import { LINK_EVIDENCE } from '@attestry/domain/vendors/subprocessors.ts';
import { Button } from '@mantine/core';
import { Link as PageLink } from '@tanstack/react-router';
import { useAsOf } from '../../shell/use-as-of.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { type Standing, Status } from '../../ui/status.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import { Why } from '../../ui/why.tsx';
import { AnswerWord } from '../facts/answer-word.tsx';
import record from '../record/record.module.css';
import type { Link } from './chain-drawing.ts';
import classes from './subprocessors.module.css';

interface Props {
  vendor: { readonly id: string; readonly name: string };
  links: readonly Link[];
  edit: ((link: Link) => void) | undefined;
}

/** What the drawing shows, and what has no room in it. */
export function ChainTable({ vendor, links, edit }: Props) {
  return (
    <DataTable
      label={`Links of the chain of ${vendor.name}`}
      head={
        <>
          <th>From</th>
          <th>To</th>
          <th>What for, and what data</th>
          <th>Where</th>
          <th>PHI</th>
          <th>Agreement between them</th>
          <th>Days</th>
          {edit && (
            <th className="fit">
              <span className={record.said}>Commands</span>
            </th>
          )}
        </>
      }
    >
      {links.map((link) => (
        <Row key={link.id} link={link} rootId={vendor.id} edit={edit} />
      ))}
    </DataTable>
  );
}

function Row({ link, rootId, edit }: { link: Link; rootId: string; edit: Props['edit'] }) {
  const { upperVendor, upperService, lowerVendor, lowerService, purpose, data, location, phi, startsOn, endsOn } = link;
  return (
    <tr>
      <td>
        <End vendor={upperVendor} service={upperService} rootId={rootId} />
      </td>
      <td data-label="To:">
        <End vendor={lowerVendor} service={lowerService} rootId={rootId} />
      </td>
      <td>
        {purpose || (data === '' && <Unknown word="Not recorded" />)}
        {data && <span className={record.second}>{data}</span>}
      </td>
      <td data-label="Where:">{location || <Unknown word="Not recorded" />}</td>
      <td data-label="PHI:">
        <AnswerWord answer={phi} />
      </td>
      <td data-label="Agreement:">
        <Assured link={link} />
      </td>
      <td data-label="Days:">
        {startsOn ? <DateText day={startsOn} /> : <Unknown word="Start unknown" />}
        {endsOn && (
          <>
            {' '}
            through <DateText day={endsOn} />
          </>
        )}
      </td>
      {edit && (
        <td className="fit">
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`Edit the link from ${upperVendor.name} to ${lowerVendor.name}…`}
            onClick={() => edit(link)}
          >
            Edit…
          </Button>
        </td>
      )}
    </tr>
  );
}

interface EndProps {
  vendor: { id: string; name: string };
  service: { name: string } | null | undefined;
  rootId: string;
}

function End({ vendor, service, rootId }: EndProps) {
  const { asOf } = useAsOf();
  const search = { tab: 'subprocessors', ...(asOf && { asOf }) };
  return (
    <div className={classes.end}>
      {vendor.id === rootId ? (
        <span className={record.name}>{vendor.name}</span>
      ) : (
        <PageLink to={`/vendors/${vendor.id}` as '/'} search={search as never}>
          {vendor.name}
        </PageLink>
      )}
      {service && <span className={record.second}>{service.name}</span>}
    </div>
  );
}

const STANDINGS: Record<LinkState, Standing> = {
  assured: 'order',
  missing: 'gap',
  unknown: 'unknown',
  not_needed: 'plain',
};

/** Where it stands with the why, and what we know it from. */
function Assured({ link: { standing, evidence, evidenceDocument, agreement, lowerVendor } }: { link: Link }) {
  const { asOf } = useAsOf();
  return (
    <>
      <Status standing={STANDINGS[standing.state]}>
        {standing.state === 'not_needed' ? 'Not needed' : LINK_STATES[standing.state]}
      </Status>{' '}
      <Why label={`Why: agreement with ${lowerVendor.name}`} reasons={[standing.reason]} />
      <span className={record.second}>
        {agreement ? (
          <PageLink to={`/agreements/${agreement.id}` as '/'} search={(asOf ? { asOf } : {}) as never}>
            {agreement.title}
          </PageLink>
        ) : (
          LINK_EVIDENCE[evidence]
        )}
        {evidenceDocument && (
          <>
            {': '}
            <PageLink to={`/documents/${evidenceDocument.id}/view` as '/'}>{evidenceDocument.name}</PageLink>
          </>
        )}
      </span>
    </>
  );
}
