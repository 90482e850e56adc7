import type { ReactNode } from 'react';
import classes from './states.module.css';

interface Props {
  /** What this list is for, or why it is empty. */
  title: string;
  children?: ReactNode;
  /** The one thing to do. */
  action?: ReactNode;
}

export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={classes.state}>
      <h2>{title}</h2>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
