import { FACT_LABELS } from '@attestry/domain/ai-systems/words.ts';
import { FactGroups } from '../../ui/fact-groups.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import { FACT_GROUPS } from '../facts/fact-groups.ts';
import { FactValue } from '../facts/fact-value.tsx';
import type { AiSystemOnPage } from './ai-system-on-page.ts';

/** All facts, grouped as people think of them; the name stands above. */
export const FactsTab = ({ system }: { system: AiSystemOnPage }) => (
  <FactGroups
    groups={FACT_GROUPS.map(({ title, facts }) => ({
      title,
      facts: facts
        .filter((fact) => fact !== 'name')
        .map((fact) => ({
          fact,
          label: FACT_LABELS[fact],
          value:
            fact === 'identifiers' && system.identifiers.length === 0 && system.phi !== 'no' ? (
              <Unknown word="Not recorded" />
            ) : (
              <FactValue fact={fact} value={system[fact]} />
            ),
        })),
    }))}
  />
);
