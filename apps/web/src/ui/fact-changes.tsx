import type { ComponentType } from 'react';
import classes from './fact-changes.module.css';

export interface FactChange {
  readonly fact: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

interface Props {
  changes: readonly FactChange[];
  /** The name of a fact that came over the wire and may be newer than this page. */
  labelOf: (fact: string) => string;
  Value: ComponentType<{ fact: string; value: unknown }>;
  /** Of a record's first version: its values only. */
  first?: boolean;
}

/** Before → after of each fact. */
export function FactChanges({ changes, labelOf, Value, first = false }: Props) {
  return (
    <dl className={classes.changes}>
      {changes.map(({ fact, before, after }) => (
        <div key={fact}>
          <dt>{labelOf(fact)}</dt>
          <dd>
            {hasValue(before) && (
              <>
                <del>
                  <Value fact={fact} value={before} />
                </del>
                <span aria-hidden="true"> → </span>
              </>
            )}
            {first ? (
              <Value fact={fact} value={after} />
            ) : (
              <ins>
                <Value fact={fact} value={after} />
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const hasValue = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
