import type { ReactNode } from 'react';
import classes from './states.module.css';

interface Props {
  /** What happened. */
  title: string;
  /** What was kept, and what to do. */
  children?: ReactNode;
  action?: ReactNode;
  foot?: ReactNode;
}

export function ErrorState({ title, children, action, foot }: Props) {
  return (
    <div role="alert" className={classes.state} data-error>
      <h2>{title}</h2>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
      {foot && <p className={classes.foot}>{foot}</p>}
    </div>
  );
}
