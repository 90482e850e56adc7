import { type HeaderHints, type Suggestion, suggestColumns } from '../../import/suggest.ts';
import { yesNoOf } from '../../import/vocabulary.ts';
import { readDate } from '../../time/read-date.ts';
import { IMPORT_FIELDS, type ImportField } from './fields.ts';
import { FEDERAL_INVENTORY, SYNONYMS } from './headers.ts';
import { type ChoiceField, choiceOf } from './vocabulary.ts';

const HINTS: HeaderHints<ImportField> = {
  fields: IMPORT_FIELDS,
  layouts: [{ name: 'federal-inventory', atLeast: 6, columns: FEDERAL_INVENTORY, unsure: ['businessOwner'] }],
  synonyms: SYNONYMS,
  reads(field, value) {
    const { kind } = IMPORT_FIELDS[field];
    if (kind === 'choice') return choiceOf(field as ChoiceField, value) !== undefined;
    if (kind === 'date') return (readDate(value) ?? readDate(value, 'dmy')) !== undefined;
    return kind !== 'pii' || yesNoOf(value) !== undefined;
  },
};

/** A first mapping of a table of AI systems. */
export const suggestMapping = (
  headers: readonly string[],
  sample: readonly (readonly string[])[],
): Suggestion<ImportField> => suggestColumns(HINTS, headers, sample);
