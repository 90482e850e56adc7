import { useState } from 'react';
import type { RowOutcome } from '../generated/graphql.ts';
import { numberText } from '../ui/words.ts';
import classes from './import.module.css';
import type { ImportOnPage } from './import-on-page.ts';
import { ImportRows } from './import-rows.tsx';
import { OUTCOME_LABELS } from './import-words.ts';
import type { KindOnPage } from './kind-on-page.ts';

const ORDER: readonly RowOutcome[] = ['rejected', 'update', 'create', 'unchanged'];
type Choice = RowOutcome | 'remarked';

/** The rows of the file by what becomes of them; first what needs a look. */
export function RowsByOutcome({ kind, one }: { kind: KindOnPage; one: ImportOnPage }) {
  const counts = { rejected: one.rejected, update: one.updated, create: one.created, unchanged: one.unchanged };
  const [chosen, choose] = useState<Choice>();
  const choice = chosen ?? ORDER.find((each) => counts[each] > 0) ?? 'create';
  const tab = (each: Choice, count: number, label: string) => (
    <button
      key={each}
      type="button"
      aria-pressed={each === choice}
      data-outcome={each}
      disabled={count === 0}
      onClick={() => choose(each)}
    >
      <strong>{numberText(count)}</strong> {label}
    </button>
  );
  return (
    <section aria-label="Rows">
      <div className={classes.outcomes}>
        {ORDER.map((each) => tab(each, counts[each], OUTCOME_LABELS[each]))}
        {one.leftOut > 0 && (
          <span>
            <strong>{numberText(one.leftOut)}</strong> Left out by the filter
          </span>
        )}
        <span className={classes.sum}>
          <strong>{numberText(one.rowCount)}</strong> Rows in the file
        </span>
        {/* Counted in the numbers before: apart from the sum. */}
        {one.remarked > 0 && tab('remarked', one.remarked, 'of these with a remark')}
      </div>
      <ImportRows kind={kind} one={one} choice={choice} />
    </section>
  );
}
