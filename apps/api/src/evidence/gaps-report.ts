import { coverageOn } from '@attestry/domain/agreements/coverage-answer.ts';
import { gapDays, gapsOf } from '@attestry/domain/agreements/gaps.ts';
import { GAP_COLUMNS } from '@attestry/reports/coverage-gaps/columns.ts';
import { GAPS_SCHEMA, gapsDocument } from '@attestry/reports/coverage-gaps/document.ts';
import type { ReportGap } from '@attestry/reports/coverage-gaps/input.ts';
import { type FlowAnswer, flowAnswers } from '../ai-systems/coverage/flow-answers.ts';
import { PhiFlow } from '../ai-systems/phi-flow.entity.ts';
import { readAll } from '../kernel/loaders.ts';
import type { Reading } from '../kernel/reading.ts';
import { registerReport } from './built-report.ts';
import type { ReportReader } from './report-reader.ts';

/** Days on which PHI flowed without cover: those open on the day, and those that are over. */
export const gapsReport: ReportReader = async (reading, { asOf, day, said }) => {
  const answers = await flowAnswers(reading, {}, asOf);
  const flows = await readAll(reading, PhiFlow, { asOf });
  const identifiersOf = new Map(flows.map(({ id, identifiers }) => [id, identifiers]));
  const rows = answers.flatMap((answer) => gapRows(answer, identifiersOf.get(answer.flow.id) ?? [], day));
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

function gapRows({ flow, service, segments }: FlowAnswer, identifiers: readonly string[], day: string): ReportGap[] {
  if (!service) return [];
  return gapsOf(segments, day).map((gap) => ({
    id: `${flow.id} ${gap.from}`,
    aiSystem: flow.aiSystemName,
    vendor: service.vendorName,
    service: service.name,
    exposures: flow.exposures,
    identifiers,
    from: gap.from,
    through: gap.through,
    days: gapDays(gap, day),
    open: gap.through === null,
    state: gap.state,
    reasons: gap.reasons.map(({ key, text, citation }) => ({ key, text, citation: citation ?? null })),
  }));
}

/** How many gaps are open on the day, by the vendor whose service the flow reaches. */
export async function openGapsByVendor(
  reading: Reading,
  asOf: string | undefined,
  day: string,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { service, segments } of await flowAnswers(reading, {}, asOf)) {
    const open = gapsOf(segments, day).filter(({ through }) => through === null).length;
    if (service && open > 0) counts.set(service.vendorId, (counts.get(service.vendorId) ?? 0) + open);
  }
  return counts;
}
