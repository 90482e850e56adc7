import {
  COVERAGE_STATES,
  type CoverageState,
  GAP_REASONS,
  type GapReason,
} from '@attestry/domain/agreements/coverage-answer.ts';
import { EXPOSURES } from '@attestry/domain/ai-systems/phi-flow.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import {
  type Cell,
  cell,
  countBy,
  type Mark,
  markCell,
  type RegisterDocument,
  type RegisterSection,
} from '../register/document.ts';
import { counted } from '../words.ts';
import type { GapTotals, ReportGap } from './input.ts';

export const GAPS_SCHEMA = { name: 'attestry.coverage-gaps', version: 1 } as const;

const MARKS: Readonly<Record<CoverageState, Mark>> = {
  covered: 'yes',
  uncovered: 'gap',
  unknown: 'unknown',
  not_needed: '',
};
const GAP_STATES = { uncovered: COVERAGE_STATES.uncovered, unknown: COVERAGE_STATES.unknown };

/** Days on which PHI flowed without cover, on paper: those open first, and those that are over, which stay on record. */
export function gapsDocument(gaps: readonly ReportGap[], totals: GapTotals): RegisterDocument {
  const open = gaps.filter((gap) => gap.open).sort(longestFirst);
  const past = gaps.filter((gap) => !gap.open).sort(longestFirst);
  const reasons = gaps.flatMap((gap) => [...new Set(gap.reasons.map(({ key }) => key))]);
  return {
    title: 'Coverage gaps',
    standing: standingOf(open, past, totals),
    counts: [
      {
        caption: 'Open gaps by state',
        heading: 'State',
        counted: 'Gaps',
        rows: countBy(
          open,
          GAP_STATES,
          ({ state }) => state as keyof typeof GAP_STATES,
          (state) => MARKS[state],
        ),
      },
      {
        caption: 'Reasons, open and past; a gap may have several',
        heading: 'Reason',
        counted: 'Times',
        rows: countBy<GapReason, GapReason>(reasons, GAP_REASONS, (key) => key),
      },
    ],
    sections: [
      section(
        'Gaps open on the day',
        'PHI flows on the day reported, and nothing covers it or something needed is not known.',
        'Every flow of the day to a vendor is covered.',
        open,
      ),
      section(
        'Gaps that are over',
        'PHI flowed on these days without cover. What was is not undone by a later agreement: it stays on record.',
        'No earlier gap is on record.',
        past,
      ),
    ],
    missing: [
      {
        heading: 'Gaps that rest on something unknown',
        names: gaps
          .filter(({ state }) => state === 'unknown')
          .map(({ aiSystem, service }) => `${aiSystem} to ${service}`),
      },
    ],
    method: [
      {
        heading: 'What counts as covered',
        text: 'For every PHI flow to a vendor and every calendar day: an agreement with the vendor signed by both parties is in effect on the day (45 CFR 164.502(e)(1)(i), (e)(2); 164.308(b)), lists the service, every condition it sets is met, and every link of the subprocessor chain below the service holds an agreement of its own (45 CFR 164.502(e)(1)(ii), 164.504(e)(5)). Infrastructure of the organization itself needs none.',
      },
      {
        heading: 'Unknown',
        text: 'A condition or a link of which nobody knows is counted as a gap with the state unknown, never as covered.',
      },
    ],
  };
}

const longestFirst = (a: ReportGap, b: ReportGap) => b.days - a.days || (a.id < b.id ? -1 : 1);

function standingOf(open: readonly ReportGap[], past: readonly ReportGap[], { flows, covered }: GapTotals) {
  const systems = new Set(open.map(({ aiSystem }) => aiSystem)).size;
  const unknown = open.filter(({ state }) => state === 'unknown').length;
  if (flows === 0 && past.length === 0) return { first: 'No PHI flow to a vendor is on record for the day.', more: [] };
  return {
    first: `${counted(flows, 'PHI flow', 'PHI flows')} to vendors on the day, ${covered.toLocaleString('en-US')} covered; ${counted(open.length, 'gap', 'gaps')} open in ${counted(systems, 'AI system', 'AI systems')}.`,
    more: [
      `${unknown.toLocaleString('en-US')} of the open gaps ${unknown === 1 ? 'rests' : 'rest'} on something unknown. ${counted(past.length, 'gap is', 'gaps are')} over and ${past.length === 1 ? 'stays' : 'stay'} on record.`,
    ],
  };
}

const section = (heading: string, lead: string, none: string, gaps: readonly ReportGap[]): RegisterSection => ({
  heading,
  lead,
  none,
  columns: [
    { heading: 'AI system', width: '34mm' },
    { heading: 'Service', width: '34mm' },
    { heading: 'Days', width: '27mm' },
    { heading: 'State', width: '22mm' },
    { heading: 'Why', width: '' },
  ],
  rows: gaps.map(rowOf),
});

function rowOf(gap: ReportGap): Cell[] {
  const exposed = gap.exposures.map((key) => EXPOSURES[key].toLowerCase()).join(', ');
  return [
    cell([gap.aiSystem]),
    cell([gap.service, gap.vendor, `exposed in: ${exposed}`]),
    cell([
      `${dayText(gap.from)} to`,
      gap.through ? dayText(gap.through) : 'today, open',
      counted(gap.days, 'day', 'days'),
    ]),
    markCell(MARKS[gap.state], COVERAGE_STATES[gap.state]),
    cell(gap.reasons.map(({ text, citation }) => (citation ? `${text} [${citation}]` : text))),
  ];
}
