import { Link } from '@tanstack/react-router';
import classes from './register-page.module.css';
import type { ListSearch } from './register-search.ts';

/** A number of the sentence of state: it opens the rows that it counts. */
export const CountLink = ({ to, search, children }: { to: string; search?: ListSearch; children: string }) => (
  <Link to={to as '/'} search={search as never} preload={false} className={classes.count}>
    {children}
  </Link>
);
