import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RegisterSearch } from '../ai-systems/register/register-search.ts';
import type { TodayLineFragment } from '../generated/graphql.ts';
import { numberText } from '../ui/words.ts';
import classes from './today.module.css';

interface Props {
  nodes: readonly TodayLineFragment[];
  total: number;
  none: string;
  /** The register with the same list. */
  all: RegisterSearch;
  second: (line: TodayLineFragment) => ReactNode;
}

/** Records, a line each, with why they are here; then the way to all of them. */
export function Lines({ nodes, total, none, all, second }: Props) {
  if (nodes.length === 0) return <p className={classes.none}>{none}</p>;
  return (
    <>
      <ul className={classes.lines}>
        {nodes.map((line) => (
          <li key={line.id} className={classes.line}>
            <Link to="/ai-systems/$id" params={{ id: line.id }}>
              {line.name}
            </Link>
            <span className={classes.department}>{line.department}</span>
            <span className={classes.why}>{second(line)}</span>
          </li>
        ))}
      </ul>
      {total > nodes.length && (
        <p className={classes.all}>
          <Link to="/ai-systems" search={all}>
            All {numberText(total)}
          </Link>
        </p>
      )}
    </>
  );
}
