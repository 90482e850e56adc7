import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { Unknown } from '../../ui/unknown.tsx';
import { Why } from '../../ui/why.tsx';
import { counted } from '../../ui/words.ts';
import { AnswerWord } from '../facts/answer-word.tsx';
import { CoverageMark } from '../facts/coverage-mark.tsx';
import { StageMark } from '../facts/stage-mark.tsx';
import type { ServiceOfDay } from './coverage-today.ts';
import { listingAgreements } from './listing-agreements.ts';
import classes from './record.module.css';
import type { ServiceOnPage, VendorOnPage } from './vendor-on-page.ts';

/** What is known of the cover of a service: nothing could be read, no PHI reaches it, or how it is covered. */
export type CoverRead = ServiceOfDay | 'no flow' | 'not read';

interface Props {
  service: ServiceOnPage;
  agreements: VendorOnPage['agreements'];
  coverage: CoverRead;
  day: string;
  edit: () => void;
  remove: () => void;
}

export function ServiceLine({ service, agreements, coverage, day, edit, remove }: Props) {
  const { readOnly } = useAsOf();
  const may = { update: useMay('service.update'), remove: useMay('service.remove') };
  const open = !readOnly && !service.removedOn;
  return (
    <tr>
      <td>
        <span className={classes.name}>{service.name}</span>
        {service.description && <span className={classes.second}>{service.description}</span>}
        {service.removedOn && (
          <span className={classes.second}>
            Removed on {dayText(service.removedOn)}: {service.removedReason}
          </span>
        )}
        <Details service={service} />
      </td>
      <td data-label="Receives PHI:">
        <AnswerWord answer={service.phi} />
      </td>
      <td data-label="Uses AI:">
        <AnswerWord answer={service.ai} />
      </td>
      <td data-label="Listed in:">
        <Listing agreements={listingAgreements(service.id, agreements, day)} />
      </td>
      <td data-label="Cover:">
        <Cover name={service.name} coverage={coverage} />
      </td>
      <td className="fit">
        {open && may.update && (
          <Button size="compact-sm" variant="subtle" onClick={edit} aria-label={`Edit ${service.name}`}>
            Edit
          </Button>
        )}
        {open && may.remove && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={remove}
            aria-label={`Remove ${service.name}…`}
          >
            Remove…
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What is known beside the columns, one line. */
function Details({ service: { regions, models, dataRetention } }: { service: ServiceOnPage }) {
  const known = [regions, models, dataRetention && `keeps data for ${dataRetention}`].filter(Boolean);
  return known.length > 0 && <span className={classes.second}>{known.join(' · ')}</span>;
}

function Listing({ agreements: [first, ...others] }: { agreements: VendorOnPage['agreements'] }) {
  const { asOf } = useAsOf();
  if (!first) return <span className={classes.nothing}>No agreement</span>;
  return (
    <>
      <Link to="/agreements/$id" params={{ id: first.id }} search={asOf ? { asOf } : {}}>
        {first.title}
      </Link>{' '}
      <StageMark stage={first.standing.stage} />
      {others.length > 0 && <span className={classes.second}>and {counted(others.length, 'other')}</span>}
    </>
  );
}

function Cover({ name, coverage }: { name: string; coverage: CoverRead }) {
  if (coverage === 'not read') return <Unknown word="Not read" />;
  if (coverage === 'no flow') return <span className={classes.nothing}>No PHI flow recorded</span>;
  const { state, since, reasons, flows, aiSystems } = coverage;
  return (
    <>
      <CoverageMark state={state} /> {reasons.length > 0 && <Why label={`Why: cover of ${name}`} reasons={reasons} />}
      <span className={classes.second}>
        {state === 'uncovered' || state === 'unknown' ? `since ${dayText(since)}; ` : ''}
        {counted(flows, 'flow')} of {aiSystems.slice(0, 2).join(', ')}
        {aiSystems.length > 2 && ` and ${aiSystems.length - 2} more`}
      </span>
    </>
  );
}
