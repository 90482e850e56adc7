import { type AiSystemFacts, aiSystemFacts, type FactName } from '@attestry/domain/ai-systems/facts.ts';
import { FACT_LABELS } from '@attestry/domain/ai-systems/words.ts';
import { isSame } from '@attestry/domain/import/diff.ts';
import type { FactSet } from '../../ui/form/fact-set.ts';
import { FACT_GROUPS } from './fact-groups.ts';
import { FactValue } from './fact-value.tsx';

export const AI_SYSTEM_FACTS: FactSet<AiSystemFacts> = {
  names: Object.keys(aiSystemFacts.shape) as FactName[],
  labels: FACT_LABELS,
  groups: FACT_GROUPS,
  schema: aiSystemFacts,
  isSame,
  Value: FactValue,
};
