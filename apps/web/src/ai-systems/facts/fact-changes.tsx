import { FactChanges as Changes, type FactChange } from '../../ui/fact-changes.tsx';
import { labelOf } from './fact-labels.ts';
import { FactValue } from './fact-value.tsx';

/** Before → after of each fact of a system. */
export const FactChanges = ({ changes }: { changes: readonly FactChange[] }) => (
  <Changes changes={changes} labelOf={labelOf} Value={FactValue} />
);
