import { type Mapping, mappingSchema, type Source } from '@attestry/domain/import/mapping.ts';
import type { Suggestion } from '@attestry/domain/import/suggest.ts';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { CheckImportDocument } from '../generated/graphql.ts';
import { failureOf, isFailure } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { queryClient, useCommand } from '../shell/queries.ts';
import { useMay } from '../shell/session.ts';
import { fieldErrors, sentence } from '../ui/field-errors.ts';
import classes from './import.module.css';
import type { ImportOnPage } from './import-on-page.ts';
import type { KindOnPage } from './kind-on-page.ts';
import { MappingRow } from './mapping-row.tsx';
import { RowFilter, rowsTaken } from './row-filter.tsx';

/** Which column holds which fact, and which rows are taken. */
export function ColumnsStep({ kind, one, started }: { kind: KindOnPage; one: ImportOnPage; started: () => void }) {
  const [mapping, setMapping] = useState(one.mapping as Mapping);
  const [filter, setFilter] = useState(one.filter ?? null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const check = useCommand(CheckImportDocument);
  const mayImport = useMay(kind.permissions.import);
  // By what was suggested, not by what is chosen now: rows stay where they are while somebody works on them.
  const [found, others] = useMemo(() => {
    const suggested = one.mapping as Mapping;
    const isFound = (field: string) => kind.first.includes(field) || (suggested[field]?.columns.length ?? 0) > 0;
    const names = Object.keys(kind.table.fields);
    return [names.filter(isFound), names.filter((field) => !isFound(field))];
  }, [kind, one.mapping]);
  const used = new Set(Object.values(mapping).flatMap((entry) => entry?.columns ?? []));
  const unused = one.columns.map((column) => column.name).filter((name) => !used.has(name));

  const mended = (field: string) => setErrors(({ [field]: _, ...others }) => others);
  const chooseRows = (rows: typeof filter) => {
    setFilter(rows);
    mended('filter');
  };

  const submit = () => {
    const parsed = mappingSchema(
      kind.table,
      one.columns.map((column) => column.name),
    ).safeParse(mapping);
    const problems = Object.fromEntries(
      (parsed.error?.issues ?? []).map((issue) => [String(issue.path[0] ?? kind.first[0]), sentence(issue.message)]),
    );
    if (filter && filter.anyOf.length === 0) problems.filter = 'Choose at least one value, or take every row.';
    setErrors(problems);
    if (Object.keys(problems).length > 0 || !parsed.success) return;
    check.mutate(
      { input: { id: one.id, version: one.version, mapping: parsed.data, filter } },
      {
        onSuccess: started,
        onError: (error) => {
          setErrors(fieldErrors(failureOf(error).fields, 'mapping'));
          if (isFailure(error, 'CONFLICT')) void queryClient.invalidateQueries();
        },
      },
    );
  };
  const table = (fields: readonly string[]) => (
    <table className={classes.mapping}>
      <thead>
        <tr>
          <th>Fact</th>
          <th>Column of the file</th>
          <th>First values</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <MappingRow
            key={field}
            field={kind.table.fields[field]!}
            columns={one.columns}
            source={mapping[field]}
            why={(one.suggestions as Suggestion['why'])[field]}
            error={errors[field]}
            disabled={!mayImport}
            change={(source) => {
              setMapping((all) => withSource(all, field, source));
              mended(field);
            }}
          />
        ))}
      </tbody>
    </table>
  );
  const taken = rowsTaken(one, filter);
  return (
    <div className={classes.block}>
      <section aria-labelledby="mapping">
        <h2 id="mapping">What each column says</h2>
        {table(found)}
        <details className={classes.others}>
          <summary>{others.length} more facts that no column was found for</summary>
          {table(others)}
        </details>
        {unused.length > 0 && <p className={classes.unused}>Not imported: {unused.join(', ')}.</p>}
      </section>
      <RowFilter one={one} filter={filter} setFilter={chooseRows} error={errors.filter} disabled={!mayImport} />
      {check.error && !failureOf(check.error).fields && <FailureState failure={failureOf(check.error)} />}
      {mayImport && (
        <div className={classes.foot}>
          <Button onClick={submit} loading={check.isPending}>
            Check {taken.toLocaleString('en-US')} {taken === 1 ? 'row' : 'rows'}
          </Button>
          <span className={Object.keys(errors).length > 0 ? classes.problem : classes.dim} role="status">
            {Object.keys(errors).length > 0 ? 'Something above has to be mended first.' : 'Checking records nothing.'}
          </span>
        </div>
      )}
    </div>
  );
}

function withSource(mapping: Mapping, field: string, source: Source | undefined): Mapping {
  const { [field]: _, ...others } = mapping;
  return source ? { ...others, [field]: source } : others;
}
