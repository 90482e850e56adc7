import type { ReactNode } from 'react';
import classes from './states.module.css';

interface Props {
  /** What happened. */
  title: string;
  /** What was kept, and what to do. */
  children?: ReactNode;
  action?: ReactNode;
  /** `h1` where it stands in place of the whole page. */
  heading?: 'h1' | 'h2';
  foot?: ReactNode;
}

export function ErrorState({ title, children, action, foot, heading: Heading = 'h2' }: Props) {
  return (
    <div role="alert" className={classes.state} data-error>
      <Heading className={classes.title}>{title}</Heading>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
      {foot && <p className={classes.foot}>{foot}</p>}
    </div>
  );
}
