import { coverageOn } from '@attestry/domain/agreements/coverage-answer.ts';
import { gapDays } from '@attestry/domain/agreements/gaps.ts';
import { GAP_COLUMNS } from '@attestry/reports/coverage-gaps/columns.ts';
import { GAPS_SCHEMA, gapsDocument } from '@attestry/reports/coverage-gaps/document.ts';
import type { ReportGap } from '@attestry/reports/coverage-gaps/input.ts';
import { flowAnswers } from '../ai-systems/coverage/flow-answers.ts';
import { type FlowGap, gapsIn } from '../ai-systems/coverage/gap-list.ts';
import { PhiFlow } from '../ai-systems/phi-flow.entity.ts';
import { readAll } from '../kernel/loaders.ts';
import { registerReport } from './built-report.ts';
import type { ReportReader } from './report-reader.ts';

/** Days on which PHI flowed without cover: those open on the day, and those that are over. */
export const gapsReport: ReportReader = async (reading, { asOf, day, said }) => {
  const answers = await flowAnswers(reading, {}, asOf);
  const flows = await readAll(reading, PhiFlow, { asOf });
  const identifiersOf = new Map(flows.map(({ id, identifiers }) => [id, identifiers]));
  const rows = gapsIn(answers, day).map((gap) => gapRow(gap, identifiersOf.get(gap.answer.flow.id) ?? [], day));
  const states = answers.flatMap(({ service, segments }) => (service && coverageOn(segments, day)?.state) || []);
  const head = { ...said, scope: { sentence: 'All PHI flows of the organization to vendors.', filters: [] } };
  return registerReport({
    name: 'coverage-gaps',
    sheet: 'Coverage gaps',
    schema: GAPS_SCHEMA,
    head,
    rows,
    columns: GAP_COLUMNS,
    document: gapsDocument(rows, {
      flows: states.length,
      covered: states.filter((state) => state === 'covered').length,
    }),
  });
};

function gapRow(
  { answer: { flow, service }, ...gap }: FlowGap,
  identifiers: readonly string[],
  day: string,
): ReportGap {
  return {
    id: `${flow.id} ${gap.from}`,
    aiSystem: flow.aiSystemName,
    vendor: service?.vendorName ?? '',
    service: service?.name ?? flow.place,
    exposures: flow.exposures,
    identifiers,
    from: gap.from,
    through: gap.through,
    days: gapDays(gap, day),
    open: gap.through === null,
    state: gap.state,
    reasons: gap.reasons.map(({ key, text, citation }) => ({ key, text, citation: citation ?? null })),
  };
}
