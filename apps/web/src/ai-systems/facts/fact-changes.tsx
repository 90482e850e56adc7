import { labelOf } from './fact-labels.ts';
import { FactValue } from './fact-value.tsx';
import classes from './facts.module.css';

interface Change {
  readonly fact: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Before → after of each fact; of the first record of a system, its values only. */
export function FactChanges({ changes, first = false }: { changes: readonly Change[]; first?: boolean }) {
  return (
    <dl className={classes.changes}>
      {changes.map(({ fact, before, after }) => (
        <div key={fact}>
          <dt>{labelOf(fact)}</dt>
          <dd>
            {hasValue(before) && (
              <>
                <del>
                  <FactValue fact={fact} value={before} />
                </del>
                <span aria-hidden="true"> → </span>
              </>
            )}
            {first ? (
              <FactValue fact={fact} value={after} />
            ) : (
              <ins>
                <FactValue fact={fact} value={after} />
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
