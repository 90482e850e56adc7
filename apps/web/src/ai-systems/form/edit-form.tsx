import type { AiSystemFacts } from '@attestry/domain/ai-systems/facts.ts';
import { AiSystemForEditDocument, UpdateAiSystemDocument } from '../../generated/graphql.ts';
import { execute } from '../../shell/client.ts';
import { EditForm as Form } from '../../shell/form/edit-form.tsx';
import { lastSave, type ReadRecord } from '../../shell/form/read-record.ts';
import { useCommand } from '../../shell/queries.ts';
import { AI_SYSTEM_FACTS } from '../facts/fact-set.ts';
import { FactInput } from './fact-input.tsx';
import { factsOf, type ReadSystem } from './facts-of.ts';

export function EditForm({ read }: { read: ReadSystem }) {
  const update = useCommand(UpdateAiSystemDocument);
  const { id } = read;
  return (
    <Form
      set={AI_SYSTEM_FACTS}
      read={asRead(read)}
      state="Leave what you do not know as unknown: it is counted as the worse case."
      input={(fact, { value, error, change }) => (
        <FactInput key={fact} fact={fact} value={value} error={error} change={change} />
      )}
      save={(facts, on) => update.mutateAsync({ input: { id, facts, ...on } })}
      readAgain={async () => {
        const { aiSystem } = await execute(AiSystemForEditDocument, { id });
        return aiSystem ? asRead(aiSystem) : undefined;
      }}
      back={`/ai-systems/${id}`}
    />
  );
}

const asRead = (system: ReadSystem): ReadRecord<AiSystemFacts> => ({
  version: system.version,
  name: system.name,
  facts: factsOf(system),
  last: lastSave(system.history.nodes, 'ai_system'),
});
