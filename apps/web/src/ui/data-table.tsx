import type { ReactNode } from 'react';
import classes from './data-table.module.css';

interface Props {
  /** What the table lists, for those who do not see the heading above it. */
  label: string;
  head: ReactNode;
  children: ReactNode;
}

/** A short table; scrolls by itself where the page is narrow. Long registers have their own. */
export function DataTable({ label, head, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe, scrollable-region-focusable)
    <div className={classes.scroll} role="presentation" tabIndex={0}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
