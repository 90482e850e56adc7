import type { ReactNode } from 'react';
import classes from './page-header.module.css';

interface Props {
  title: ReactNode;
  /** One sentence: where this page's matter stands. */
  state?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, state, actions }: Props) {
  return (
    <div className={classes.header}>
      <div className={classes.words}>
        <h1>{title}</h1>
        {state && <p className={classes.state}>{state}</p>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
