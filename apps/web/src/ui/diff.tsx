import classes from './text.module.css';

export interface Difference {
  label: string;
  before: string;
  after: string;
}

interface Props {
  differences: readonly Difference[];
  /** Facts beside the change, which were not changed themselves. */
  plain?: boolean;
}

/** What changed: each fact with its value before, struck out, and after. Nothing there is an empty text. */
export function Diff({ differences, plain }: Props) {
  if (differences.length === 0) return null;
  return (
    <dl className={classes.diff}>
      {differences.map(({ label, before, after }) => (
        <div key={label} className={classes.change}>
          <dt>{label}</dt>
          <dd>
            {before !== '' && <del>{before}</del>}
            {before !== '' && after !== '' && ' '}
            {after !== '' && (plain ? after : <ins>{after}</ins>)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
