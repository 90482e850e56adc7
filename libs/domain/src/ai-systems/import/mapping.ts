import { z } from 'zod';
import { IMPORT_FIELD_NAMES, IMPORT_FIELDS, type ImportField, takesSeveralColumns } from './fields.ts';

/** Order of day and month in dates written with slashes; the file cannot say, so a person can. */
export const DATE_ORDERS = ['mdy', 'dmy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const source = z.object({
  /** Headers of the columns, in the order in which their texts are joined. */
  columns: z.array(z.string()).min(1, 'choose a column'),
  /** Of a date field; `mdy` when absent. */
  dateOrder: z.enum(DATE_ORDERS).optional(),
});

const anyMapping = z.partialRecord(z.enum(IMPORT_FIELD_NAMES), source);

/** Which columns of the table feed which field. Plain JSON, kept with the import. */
export type Mapping = z.infer<typeof anyMapping>;

/** The mapping that a table with these headers can take. Errors are at the field: `stage`, `name`. */
export const mappingSchema = (headers: readonly string[]) =>
  anyMapping.superRefine((mapping, ctx) => {
    const complain = (field: ImportField, message: string) => ctx.addIssue({ code: 'custom', path: [field], message });
    if (!mapping.name) complain('name', 'choose the column that holds the name of the system');
    for (const field of IMPORT_FIELD_NAMES) {
      const columns = mapping[field]?.columns ?? [];
      for (const column of columns)
        if (!headers.includes(column)) complain(field, `the table has no column “${column}”`);
      if (new Set(columns).size < columns.length) complain(field, 'names the same column twice');
      if (columns.length > 1 && !takesSeveralColumns(field))
        complain(field, `${IMPORT_FIELDS[field].label} takes one column; ${columns.length} are chosen`);
    }
  });
