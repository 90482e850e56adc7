import { IDENTIFIERS } from '@attestry/domain/ai-systems/facts.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import { ASSURANCES } from '@attestry/domain/vendors/subprocessors.ts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Status } from '../../ui/status.tsx';
import { AnswerWord } from '../../vendors/facts/answer-word.tsx';
import { CoverageMark } from '../../vendors/facts/coverage-mark.tsx';
import { exposuresText, ReasonList } from '../coverage/reasons.tsx';
import { ChangeFlowDialog } from './change-flow-dialog.tsx';
import { type ChainLink, type FlowOnPage, placeOf } from './flow-on-page.ts';
import classes from './flows.module.css';
import { WithdrawFlowDialog } from './withdraw-flow-dialog.tsx';

export function FlowsTable({ flows }: { flows: readonly FlowOnPage[] }) {
  const { readOnly } = useAsOf();
  const may = { update: useMay('phi-flow.update') && !readOnly, withdraw: useMay('phi-flow.withdraw') && !readOnly };
  const [changing, setChanging] = useState<FlowOnPage>();
  const [withdrawing, setWithdrawing] = useState<FlowOnPage>();
  return (
    <section className={classes.section} aria-label="PHI flows">
      <h2>PHI flows</h2>
      <DataTable
        label="PHI flows"
        head={
          <>
            <th>Goes to</th>
            <th>Days</th>
            <th>Exposed in</th>
            <th>Identifiers</th>
            <th>Cover</th>
            {(may.update || may.withdraw) && <th className="fit">Commands</th>}
          </>
        }
      >
        {flows.map((flow) => (
          <tr key={flow.id}>
            <td>
              <Place flow={flow} />
              {flow.notes && <span className={classes.second}>{flow.notes}</span>}
            </td>
            <td data-label="Days" className={classes.days}>
              {dayText(flow.startsOn)} to {flow.endsOn ? dayText(flow.endsOn) : 'today'}
              {!flow.endsOn && <span className={classes.second}>goes on</span>}
            </td>
            <td data-label="Exposed in">{exposuresText(flow.exposures)}</td>
            <td data-label="Identifiers" title={flow.identifiers.map((letter) => IDENTIFIERS[letter]).join(', ')}>
              {flow.identifiers.join(' ') || <span className="dim">Not recorded</span>}
            </td>
            <td data-label="Cover" className={classes.cover}>
              <Cover flow={flow} />
            </td>
            {(may.update || may.withdraw) && (
              <td className="fit">
                <span className={classes.commands}>
                  {may.update && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={`Change the flow to ${placeOf(flow)}`}
                      onClick={() => setChanging(flow)}
                    >
                      Change…
                    </Button>
                  )}
                  {may.withdraw && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="gray"
                      aria-label={`The flow to ${placeOf(flow)} was recorded by mistake`}
                      onClick={() => setWithdrawing(flow)}
                    >
                      By mistake…
                    </Button>
                  )}
                </span>
              </td>
            )}
          </tr>
        ))}
      </DataTable>
      <ChangeFlowDialog flow={changing} onClose={() => setChanging(undefined)} />
      <WithdrawFlowDialog flow={withdrawing} onClose={() => setWithdrawing(undefined)} />
    </section>
  );
}

const Place = ({ flow: { service, place } }: { flow: FlowOnPage }) =>
  service ? (
    <>
      <Link to="/vendors/$id" params={{ id: service.vendor.id }}>
        {service.name}
      </Link>
      <span className={classes.second}>{service.vendor.name}</span>
    </>
  ) : (
    <>
      {place}
      <span className={classes.second}>Own infrastructure</span>
    </>
  );

/** Today's answer with its reasons, and what of the past stays. */
function Cover({ flow: { coverage, segments } }: { flow: FlowOnPage }) {
  const past = segments.filter(({ reasons, from }) => reasons.length > 0 && (coverage ? from < coverage.from : true));
  return (
    <>
      {coverage ? <CoverageMark state={coverage.state} /> : <Status standing="plain">Over</Status>}
      {coverage?.agreement && coverage.state === 'covered' && (
        <Link to="/agreements/$id" params={{ id: coverage.agreement.id }} className={classes.by}>
          {coverage.agreement.title}
        </Link>
      )}
      {coverage && coverage.reasons.length > 0 && <ReasonList reasons={coverage.reasons} />}
      {past.map(({ from, through, state, reasons }) => (
        <p key={from} className={classes.past}>
          {state === 'unknown' ? 'Unknown' : 'Not covered'} {dayText(from)} to{' '}
          {through ? dayText(through) : 'further on'}: {reasons.map(({ text }) => text).join(' ')}
        </p>
      ))}
    </>
  );
}

const STANDINGS = { in_place: 'order', none: 'gap', unknown: 'unknown' } as const;

export function ChainTable({ chain }: { chain: readonly ChainLink[] }) {
  return (
    <section className={classes.section} aria-label="Below these services">
      <h2>Below these services</h2>
      <DataTable
        label="Subprocessor chain below these services"
        head={
          <>
            <th>From</th>
            <th>To</th>
            <th>For</th>
            <th>PHI</th>
            <th>Agreement between them</th>
            <th>Days</th>
          </>
        }
      >
        {chain.map((link) => (
          <tr key={link.id}>
            <td>
              <Party vendor={link.upperVendor} service={link.upperService} />
            </td>
            <td data-label="To">
              <Party vendor={link.lowerVendor} service={link.lowerService} />
            </td>
            <td data-label="For">{link.purpose || <span className="dim">Not said</span>}</td>
            <td data-label="PHI">
              <AnswerWord answer={link.phi} />
            </td>
            <td data-label="Agreement between them">
              {link.phi === 'no' ? (
                <span className="dim">Not needed</span>
              ) : (
                <Status standing={STANDINGS[link.assurance]}>{ASSURANCES[link.assurance]}</Status>
              )}
            </td>
            <td data-label="Days" className={classes.days}>
              {link.startsOn ? `Since ${dayText(link.startsOn)}` : <span className="dim">Since when: not known</span>}
              {link.endsOn && <span className={classes.second}>to {dayText(link.endsOn)}</span>}
            </td>
          </tr>
        ))}
      </DataTable>
    </section>
  );
}

const Party = ({ vendor, service }: { vendor: ChainLink['upperVendor']; service: ChainLink['upperService'] }) => (
  <>
    <Link to="/vendors/$id" params={{ id: vendor.id }}>
      {vendor.name}
    </Link>
    <span className={classes.second}>{service?.name ?? 'Any of its services'}</span>
  </>
);
