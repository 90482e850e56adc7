import { COVERAGE_STATES } from '@attestry/domain/agreements/coverage-answer.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CoverageTimelineDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { useAsOf } from '../../shell/use-as-of.ts';
import { RowsShape } from '../../ui/shapes.tsx';
import { CoverageMark } from '../../vendors/facts/coverage-mark.tsx';
import type { ViewProps } from './coverage-search.ts';
import { SegmentsTable } from './segments-table.tsx';
import classes from './timeline.module.css';
import type { TimelineFlow } from './timeline-flow.ts';
import { placeIn, type Span, spanAround, yearsIn } from './timeline-scale.ts';
import { usePages } from './use-pages.ts';

const YEARS_BACK = { '1': '1 year', '3': '3 years', '7': '7 years' } as const;

/** PHI flows against the agreements that cover them, day by day; the same as a table below. */
export function TimelineView({ search, day }: ViewProps) {
  const { asOf } = useAsOf();
  const [years, setYears] = useState('3');
  const span = spanAround(day, Number(years));
  const flows = usePages(CoverageTimelineDocument, { on: search.on, asOf }, ({ coverageTimeline }) => coverageTimeline);
  if (flows.error) return <FailureState failure={failureOf(flows.error)} again={() => void flows.refetch()} />;
  if (flows.isPending) return <RowsShape rows={8} />;
  return (
    <>
      <div className={classes.bar}>
        <Legend />
        <SegmentedControl
          size="xs"
          aria-label="How far back"
          value={years}
          onChange={setYears}
          data={Object.entries(YEARS_BACK).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <figure className={classes.drawing} aria-label="PHI flows and the agreements that cover them, by day">
        <Scale span={span} day={day} />
        <ul className={classes.flows}>
          {flows.nodes.map((flow) => (
            <FlowLine key={flow.id} flow={flow} span={span} day={day} />
          ))}
        </ul>
      </figure>
      {flows.hasNextPage && (
        <Button variant="default" mt={12} loading={flows.isFetchingNextPage} onClick={() => void flows.fetchNextPage()}>
          Show more flows
        </Button>
      )}
      <SegmentsTable flows={flows.nodes} />
    </>
  );
}

const Legend = () => (
  <p className={classes.legend}>
    {(['covered', 'uncovered', 'unknown', 'not_needed'] as const).map((state) => (
      <CoverageMark key={state} state={state} />
    ))}
    <span className={classes.agreementKey}>Agreement in effect</span>
  </p>
);

function Scale({ span, day }: { span: Span; day: string }) {
  const today = placeIn(span, day, day);
  return (
    <div className={classes.scale} aria-hidden>
      <div className={classes.years}>
        {yearsIn(span).map(({ year, left }) => (
          <span key={year} className={classes.year} style={{ left: `${left}%` }}>
            {year}
          </span>
        ))}
        {today && (
          <span className={classes.today} style={{ left: `${today.left}%` }}>
            {dayText(day)}
          </span>
        )}
      </div>
    </div>
  );
}

function FlowLine({ flow, span, day }: { flow: TimelineFlow; span: Span; day: string }) {
  const today = placeIn(span, day, day);
  return (
    <li className={classes.flow}>
      <div className={classes.name}>
        <Link to="/ai-systems/$id" params={{ id: flow.aiSystem.id }} search={{ tab: 'flows' } as never}>
          {flow.aiSystem.name}
        </Link>
        <span className={classes.to}>
          {flow.service ? `${flow.service.name}, ${flow.service.vendor.name}` : flow.place}
        </span>
      </div>
      <div className={classes.track} aria-hidden>
        {yearsIn(span).map(({ year, left }) => (
          <span key={year} className={classes.line} style={{ left: `${left}%` }} />
        ))}
        {flow.segments.map(({ from, through, state, reasons }) => (
          <Bar
            key={from}
            at={placeIn(span, from, through)}
            state={state}
            title={`${COVERAGE_STATES[state]}: ${dayText(from)} to ${through ? dayText(through) : 'further on'}${reasons.map(({ text }) => `\n${text}`).join('')}`}
          />
        ))}
        {agreementsOf(flow).map(({ id, title, effectiveOn, standing }) => {
          const at = effectiveOn ? placeIn(span, effectiveOn, standing.inEffectThrough) : undefined;
          return (
            at && (
              <span
                key={id}
                className={classes.agreement}
                style={{ left: `${at.left}%`, width: `${at.width}%` }}
                title={`${title}: ${dayText(effectiveOn!)} to ${standing.inEffectThrough ? dayText(standing.inEffectThrough) : 'no end in sight'}`}
              />
            )
          );
        })}
        {today && <span className={classes.now} style={{ left: `${today.left}%` }} />}
      </div>
    </li>
  );
}

function Bar({ at, state, title }: { at: ReturnType<typeof placeIn>; state: string; title: string }) {
  if (!at) return null;
  return (
    <span
      className={classes.segment}
      data-state={state}
      style={{ left: `${at.left}%`, width: `${at.width}%` }}
      title={title}
    />
  );
}

const agreementsOf = ({ segments }: TimelineFlow) => [
  ...new Map(segments.flatMap(({ agreement }) => (agreement ? [[agreement.id, agreement] as const] : []))).values(),
];
