import { z } from 'zod';
import { keysOf } from '../keys.ts';
import { DATE_ORDERS } from '../time/read-date.ts';

/** How the cells of a field are read. */
export type FieldKind = 'key' | 'line' | 'prose' | 'choice' | 'date' | 'pii';

/** What a column of a table can be mapped to. */
export interface ImportField {
  readonly label: string;
  readonly kind: FieldKind;
  /** One cell can name several, each a thing of its own. */
  readonly mayHoldSeveral?: true;
}

/** Only free text takes several columns: two stages or two names cannot both be right. */
export const takesSeveralColumns = ({ kind }: ImportField): boolean => kind === 'prose';

const source = z.object({
  /** Headers of the columns, in the order in which their texts are joined. */
  columns: z.array(z.string()).min(1, 'choose a column'),
  /** Of a date field; `mdy` when absent. */
  dateOrder: z.enum(DATE_ORDERS).optional(),
  /** A cell lists several, separated by comma, semicolon or line break. */
  holdsSeveral: z.boolean().optional(),
});
export type Source = z.infer<typeof source>;

/** Which columns of the table feed which field. Plain JSON, kept with the import. */
export type Mapping<Field extends string = string> = { [F in Field]?: Source | undefined };

/** What a table can be imported as: its fields, and what a mapping of them must not lack. */
export interface ImportTarget<Field extends string> {
  readonly fields: Readonly<Record<Field, ImportField>>;
  readonly lacks: (mapping: Mapping<Field>) => { readonly field: Field; readonly message: string } | undefined;
}

/** The mapping that a table with these headers can take. Errors are at the field: `stage`, `name`. */
export const mappingSchema = <Field extends string>(
  { fields, lacks }: ImportTarget<Field>,
  headers: readonly string[],
) =>
  z.partialRecord(z.enum(keysOf(fields)), source).superRefine((given, ctx) => {
    const mapping = given as Mapping<Field>;
    const complain = (field: Field, message: string) => ctx.addIssue({ code: 'custom', path: [field], message });
    const lacking = lacks(mapping);
    if (lacking) complain(lacking.field, lacking.message);
    for (const field of keysOf(fields)) {
      const columns = mapping[field]?.columns ?? [];
      for (const column of columns)
        if (!headers.includes(column)) complain(field, `the table has no column “${column}”`);
      if (new Set(columns).size < columns.length) complain(field, 'names the same column twice');
      if (columns.length > 1 && !takesSeveralColumns(fields[field]))
        complain(field, `${fields[field].label} takes one column; ${columns.length} are chosen`);
      if (mapping[field]?.holdsSeveral && !fields[field].mayHoldSeveral)
        complain(field, `a cell holds one ${fields[field].label.toLowerCase()}`);
    }
  });
