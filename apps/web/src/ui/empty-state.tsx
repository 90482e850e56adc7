import type { ReactNode } from 'react';
import classes from './states.module.css';

interface Props {
  /** What this list is for, or why it is empty. */
  title: string;
  children?: ReactNode;
  /** The one thing to do. */
  action?: ReactNode;
  /** `h1` where it stands in place of the whole page. */
  heading?: 'h1' | 'h2';
}

export function EmptyState({ title, children, action, heading: Heading = 'h2' }: Props) {
  return (
    <div className={classes.state}>
      <Heading className={classes.title}>{title}</Heading>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
