import { type AiSystemFacts, aiSystemFacts, type FactName } from '@attestry/domain/ai-systems/facts.ts';
import type { AiSystemForEditQuery } from '../../generated/graphql.ts';

export type ReadSystem = NonNullable<AiSystemForEditQuery['aiSystem']>;

/** The facts alone, of a record as the API answers it. */
export const factsOf = (record: ReadSystem): AiSystemFacts =>
  Object.fromEntries(FACT_NAMES.map((fact) => [fact, record[fact]])) as unknown as AiSystemFacts;

const FACT_NAMES = Object.keys(aiSystemFacts.shape) as FactName[];
