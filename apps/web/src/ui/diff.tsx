import classes from './text.module.css';

export interface Difference {
  label: string;
  before: string;
  after: string;
}

/** What changed: each fact with its value before, struck out, and after. Nothing there is an empty text. */
export function Diff({ differences }: { differences: readonly Difference[] }) {
  return (
    <dl className={classes.diff}>
      {differences.map(({ label, before, after }) => (
        <div key={label} className={classes.change}>
          <dt>{label}</dt>
          <dd>
            {before !== '' && <del>{before}</del>}
            {before !== '' && after !== '' && ' '}
            {after !== '' && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
