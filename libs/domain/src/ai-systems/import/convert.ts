import {
  type CellReader,
  type Draft,
  draftOf,
  isStorable,
  keepUnread,
  noteAt,
  notesOf,
  oneLine,
  type RowNote,
  readChoice,
  readDay,
  readLine,
  readProse,
  type SourceRow,
  withRemarks,
} from '../../import/draft.ts';
import type { FieldKind } from '../../import/mapping.ts';
import { type AiSystemFacts, createAiSystem, UNKNOWN_FACTS } from '../facts.ts';
import { type AiSystemMapping, IMPORT_FIELDS, type ImportField } from './fields.ts';
import { readPii } from './pii.ts';
import { type ChoiceField, choiceOf } from './vocabulary.ts';

export type Converted =
  | {
      readonly ok: true;
      /**
       * Only what the row says: a blank cell fills no fact and overwrites none. `notes` end with what a fact could not
       * hold, so that the same row always gives the same notes and a second import shows no change.
       */
      readonly facts: Partial<AiSystemFacts> & { readonly name: string };
      readonly externalId?: string;
      /** The row is imported, and these cells were not understood. */
      readonly warnings: readonly RowNote<ImportField>[];
    }
  | { readonly ok: false; readonly errors: readonly RowNote<ImportField>[] };

/** What a row of the table says about one AI system. */
export function convertRow(mapping: AiSystemMapping, headers: readonly string[], row: SourceRow): Converted {
  const draft = draftOf(IMPORT_FIELDS, READERS, mapping, headers, row);
  takeBackLiveDate(draft, mapping);
  return checked(draft, mapping);
}

/** All facts of a system that is new with this row. */
export const factsOfNew = ({ facts }: Extract<Converted, { ok: true }>): AiSystemFacts => ({
  ...UNKNOWN_FACTS,
  ...facts,
});

const READERS: Record<FieldKind, CellReader<ImportField>> = {
  key: (draft, field, [cell]) => {
    draft.facts[field] = oneLine(cell!.text);
  },
  line: readLine,
  prose: readProse,
  choice: readChoice((field, text) => choiceOf(field as ChoiceField, text)),
  date: readDay,
  pii: (draft, field, [cell]) => {
    const read = readPii(cell!.text, cell!.column);
    if (!read) return keepUnread(draft, field, cell!, 'is neither yes nor no');
    draft.remarks.push(read.remark);
    // `phi` is read before `pii`: what a column says about PHI itself wins over what follows from PII.
    if (read.phi && draft.facts.phi === undefined) draft.facts.phi = read.phi;
  },
};

/** Tables ask for one date, "operational or pilot start". Of a system that is not live yet it is no date of going live. */
function takeBackLiveDate(draft: Draft, mapping: AiSystemMapping): void {
  const { stage, liveSince } = draft.facts;
  if (!liveSince || !(['discovered', 'proposed', 'pilot', 'in_review'] as unknown[]).includes(stage)) return;
  delete draft.facts.liveSince;
  const said = `Imported: “${mapping.liveSince!.columns[0]}” says`;
  if (!draft.remarks.some((remark) => remark.startsWith(said))) draft.remarks.push(`${said} ${liveSince}.`);
}

/** Lengths and characters are checked where they are for everyone: by the command's own schema. */
function checked(draft: Draft<ImportField>, mapping: AiSystemMapping): Converted {
  const { externalId, ...facts } = draft.facts as Record<string, string | undefined>;
  const parsed = createAiSystem.safeParse({ ...facts, name: facts.name ?? '' });
  const errors = notesOf(draft, mapping, parsed.error);
  if (externalId && externalId.length > MAX_ID)
    errors.push(noteAt(draft.row, mapping, 'externalId', `must be at most ${MAX_ID} characters`));
  if (externalId && !isStorable(externalId))
    errors.push(noteAt(draft.row, mapping, 'externalId', 'contains a character that cannot be stored'));
  if (!parsed.success || errors.length > 0) return { ok: false, errors };
  const notes = withRemarks(parsed.data.notes ?? '', draft.remarks);
  return { ok: true, facts: { ...parsed.data, ...(notes && { notes }) }, externalId, warnings: draft.warnings };
}

/** Longest id of a source, in characters; real ones have under 20. */
const MAX_ID = 200;
