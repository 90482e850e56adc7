import type { CoverageSegment } from '@attestry/domain/agreements/coverage-answer.ts';
import type { FlowFacts } from '@attestry/domain/agreements/coverage-facts.ts';
import type { Exposure } from '@attestry/domain/ai-systems/phi-flow.ts';
import { Parameters } from '../../kernel/list-filter.ts';
import type { Reading } from '../../kernel/reading.ts';
import { columns } from '../../kernel/rows.ts';
import { AiSystem } from '../ai-system.entity.ts';
import { PhiFlow } from '../phi-flow.entity.ts';
import { sourceOf } from './fact-rows.ts';
import { keptAnswers } from './kept-answers.ts';
import { everythingKnown, type KnownFacts, knownFor, NOTHING_KNOWN, type ServiceWithVendor } from './known-facts.ts';
import { compare } from './page-of-answers.ts';

export interface CoverageFlow extends FlowFacts {
  readonly aiSystemId: string;
  readonly aiSystemName: string;
  readonly place: string;
  readonly exposures: readonly Exposure[];
}
/** A flow with what coverage says of it. */
export interface FlowAnswer {
  readonly flow: CoverageFlow;
  /** Null: own infrastructure. */
  readonly service: ServiceWithVendor | null;
  readonly segments: readonly CoverageSegment[];
  /** Where it stands in a list by AI system and place; no two flows stand in one. */
  readonly place: string;
}

/** Which flows; all of the organization's where nothing is said. */
export interface Scope {
  readonly aiSystemId?: string | undefined;
  readonly serviceId?: string | undefined;
  readonly vendorIds?: readonly string[] | undefined;
}

/** Every flow in scope that counts, answered, by AI system and place; now or as recorded at the end of a day. */
export function flowAnswers(reading: Reading, scope: Scope, asOf?: string): Promise<readonly FlowAnswer[]> {
  return reading.loader(`coverage ${asOf} ${JSON.stringify(scope)}`, () => answersIn(reading, scope, asOf));
}

async function answersIn(reading: Reading, scope: Scope, asOf?: string): Promise<readonly FlowAnswer[]> {
  if (asOf) return (await allAnswers(reading, asOf)).filter((answer) => isIn(answer, scope));
  if (isAll(scope)) return keptAnswers(reading, () => allAnswers(reading));
  const flows = await flowsIn(reading, scope);
  const known = await Promise.all(
    flows.map(({ serviceId }) => (serviceId ? knownFor(reading, serviceId) : NOTHING_KNOWN)),
  );
  return inOrder(flows.map((flow, at) => answered(flow, known[at]!)));
}

async function allAnswers(reading: Reading, asOf?: string): Promise<FlowAnswer[]> {
  const [flows, known] = await Promise.all([everyFlow(reading, asOf), everythingKnown(reading, asOf)]);
  return inOrder(flows.map((flow) => answered(flow, known)));
}

function answered(flow: CoverageFlow, known: KnownFacts): FlowAnswer {
  const service = flow.serviceId === null ? null : known.serviceOf(flow.serviceId);
  const { vendorName = '', name = flow.place } = service ?? {};
  const place = `${flow.aiSystemName}\n${vendorName}\n${name}\n${flow.startsOn}\n${flow.id}`.toLowerCase();
  return { flow, service, segments: known.segmentsOf(flow), place };
}

const inOrder = (answers: FlowAnswer[]) => answers.sort((a, b) => compare(a.place, b.place));

const isAll = ({ aiSystemId, serviceId, vendorIds }: Scope) => !aiSystemId && !serviceId && !vendorIds;
const isIn = ({ flow, service }: FlowAnswer, { aiSystemId, serviceId, vendorIds }: Scope) =>
  (!aiSystemId || flow.aiSystemId === aiSystemId) &&
  (!serviceId || flow.serviceId === serviceId) &&
  (!vendorIds || vendorIds.includes(service?.vendorId ?? ''));

const PROPERTIES = new Set(['aiSystemId', 'serviceId', 'place', 'startsOn', 'endsOn', 'exposures']);

/** Flows that count: not withdrawn, of systems that are not. */
const flowsFrom = (where: string, asOf?: string) =>
  `SELECT flow.*, system.name AS "aiSystemName"
   FROM (SELECT ${columns(PhiFlow, PROPERTIES)} FROM ${sourceOf(PhiFlow, asOf)} rows WHERE withdrawn_at IS NULL${where}) flow
     JOIN (SELECT id, name FROM ${sourceOf(AiSystem, asOf)} rows WHERE withdrawn_at IS NULL) system
       ON system.id = flow."aiSystemId"`;

const everyFlow = (reading: Reading, asOf?: string) =>
  reading.query<CoverageFlow>(flowsFrom('', asOf), asOf ? [asOf, reading.me.timeZone] : []);

function flowsIn(reading: Reading, { aiSystemId, serviceId, vendorIds }: Scope): Promise<CoverageFlow[]> {
  const parameters = new Parameters([]);
  const where = [
    ...(aiSystemId ? [`ai_system_id = ${parameters.add(aiSystemId)}`] : []),
    ...(serviceId ? [`service_id = ${parameters.add(serviceId)}`] : []),
    ...(vendorIds
      ? [`service_id IN (SELECT id FROM app.service WHERE vendor_id = ANY (${parameters.add(vendorIds)}::uuid[]))`]
      : []),
  ];
  return reading.query<CoverageFlow>(flowsFrom(where.map((one) => ` AND ${one}`).join('')), parameters.values);
}
