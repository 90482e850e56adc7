import type { HistoryWords } from '../../shell/record/history.tsx';
import { factLabel } from './fact-text.ts';
import { FactValue } from './fact-value.tsx';

/** How changes of an agreement and of what belongs to it are told. */
export const AGREEMENT_CHANGES: HistoryWords = {
  labelOf: factLabel,
  Value: FactValue,
  // Of commands that change one kind of record: an end also starts obligations, of which it says nothing.
  verbs: {
    'agreement.sign': 'Signatures recorded.',
    'agreement.supersede': 'Superseded by another agreement.',
    'return-obligation.fulfil': 'Recorded as done.',
    'return-obligation.declare-infeasible': 'Infeasible, or looked at again.',
  },
  records: {
    covered_service: 'Service on the list',
    agreement_condition: 'Condition',
    condition_status: 'State of a condition',
    amendment: 'Amendment',
    agreement_document: 'Document',
    return_obligation: 'To return or destroy',
  },
};
