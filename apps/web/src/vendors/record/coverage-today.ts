import type { CoverageState } from '@attestry/domain/agreements/coverage-answer.ts';
import type { Reason } from '@attestry/domain/decision.ts';

/** A flow with its answer for the day that the page shows; none when PHI does not flow on it. */
export interface FlowOfDay {
  readonly service?: { readonly id: string } | null;
  readonly aiSystem: { readonly id: string; readonly name: string };
  readonly coverage?: {
    readonly from: string;
    readonly state: CoverageState;
    readonly agreement?: { readonly id: string; readonly title: string } | null;
    readonly reasons: readonly (Omit<Reason, 'citation'> & { readonly citation?: string | null })[];
  } | null;
}

export interface ServiceOfDay {
  /** The worst of its flows. */
  readonly state: CoverageState;
  /** First day of the worst state that goes on, over all flows. */
  readonly since: string;
  readonly flows: number;
  readonly reasons: NonNullable<FlowOfDay['coverage']>['reasons'];
  readonly aiSystems: readonly string[];
}

/** How each service that PHI reaches on the day is covered, by its id. */
export function coverageToday(flows: readonly FlowOfDay[]): ReadonlyMap<string, ServiceOfDay> {
  const reached = flows.filter((flow) => flow.service && flow.coverage);
  const byService = Map.groupBy(reached, ({ service }) => service!.id);
  return new Map([...byService].map(([id, those]) => [id, serviceOfDay(those)]));
}

const WORST: readonly CoverageState[] = ['uncovered', 'unknown', 'covered', 'not_needed'];

function serviceOfDay(flows: readonly FlowOfDay[]): ServiceOfDay {
  const answers = flows.map(({ coverage }) => coverage!);
  const state = WORST.find((one) => answers.some((answer) => answer.state === one))!;
  const worst = answers.filter((answer) => answer.state === state);
  const reasons = new Map(worst.flatMap((answer) => answer.reasons).map((reason) => [reason.text, reason]));
  return {
    state,
    since: worst.map(({ from }) => from).sort()[0]!,
    flows: flows.length,
    reasons: [...reasons.values()],
    aiSystems: [...new Set(flows.map(({ aiSystem }) => aiSystem.name))],
  };
}
