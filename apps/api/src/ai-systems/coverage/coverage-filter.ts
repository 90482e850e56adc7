import type { CoverageReason, CoverageState } from '@attestry/domain/agreements/coverage-answer.ts';
import type * as Gql from '../../generated/contract.ts';
import { isId } from '../../kernel/ids.ts';
import { chosen } from '../../kernel/list-filter.ts';
import type { Scope } from './flow-answers.ts';

export type Filter = Partial<Gql.CoverageFilter> | null | undefined;

/** The flows that a filter names, or null where it names what cannot be an id: then nothing is found. */
export function scopeOf(filter: Filter): Scope | null {
  const ids = [filter?.aiSystemId, filter?.serviceId, filter?.vendorId];
  const [aiSystemId, serviceId, vendorId] = ids.map((id) => id?.toLowerCase());
  if ([aiSystemId, serviceId, vendorId].some((id) => id !== undefined && !isId(id))) return null;
  return { aiSystemId, serviceId, vendorIds: vendorId === undefined ? undefined : [vendorId] };
}

interface Answer {
  readonly state: CoverageState;
  readonly reasons: readonly CoverageReason[];
}

export function hasState(filter: Filter): (answer: Answer) => boolean {
  const states = chosen(filter?.state, 'filter.state');
  return ({ state }) => !states || states.includes(state);
}

export function hasReason(filter: Filter): (answer: Answer) => boolean {
  const keys = chosen<string>(filter?.reason, 'filter.reason');
  return ({ reasons }) => !keys || reasons.some(({ key }) => keys.includes(key));
}
