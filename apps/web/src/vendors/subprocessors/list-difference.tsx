import { dayText } from '@attestry/domain/time/day-text.ts';
import { Link } from '@tanstack/react-router';
import type { ListedDifferenceFragment } from '../../generated/graphql.ts';
import { Diff } from '../../ui/diff.tsx';
import { LINE_LABELS } from './line-labels.ts';
import classes from './subprocessors.module.css';

interface Props {
  difference: ListedDifferenceFragment;
  /** Date of the list it is compared to. */
  before: string;
}

/** What a version adds, no longer names, and says otherwise, each line with its word. */
export function ListDifference({ difference: { added, removed, changed }, before }: Props) {
  if (added.length + removed.length + changed.length === 0)
    return <p className={classes.dim}>Says the same as the list of {dayText(before)}.</p>;
  return (
    <>
      <p>
        Against the list of {dayText(before)}: {added.length} added, {removed.length} no longer named, {changed.length}{' '}
        changed.
      </p>
      <ul className={classes.changes}>
        {added.map((line) => (
          <li key={keyOf(line)}>
            <ins>Added</ins>
            <Line line={line} />
          </li>
        ))}
        {removed.map((line) => (
          <li key={keyOf(line)}>
            <del>Gone</del>
            <Line line={line} />
          </li>
        ))}
        {changed.map(({ name, services, facts }) => (
          <li key={`${name} ${services}`}>
            <span>Changed</span>
            <div>
              {name}
              {services && <span className={classes.dim}> for {services}</span>}
              <Diff
                differences={facts.map(({ fact, before: was, after }) => ({
                  label: LINE_LABELS[fact as keyof typeof LINE_LABELS] ?? fact,
                  before: String(was ?? ''),
                  after: String(after ?? ''),
                }))}
              />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

type Listed = ListedDifferenceFragment['added'][number];

function Line({ line: { name, services, purpose, location, vendorId } }: { line: Listed }) {
  const rest = [services && `for ${services}`, purpose, location].filter(Boolean).join('; ');
  return (
    <span>
      {vendorId ? <Link to={`/vendors/${vendorId}` as '/'}>{name}</Link> : name}
      {rest && <span className={classes.dim}> {rest}</span>}
    </span>
  );
}

const keyOf = ({ name, services, purpose, location }: Listed) => [name, services, purpose, location].join('\n');
