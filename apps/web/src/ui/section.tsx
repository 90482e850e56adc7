import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

interface Props {
  title: string;
  text?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page: its title and a line about it beside the content, above it where the page is narrow. */
export function Section({ title, text, actions, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        {text && <p>{text}</p>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
