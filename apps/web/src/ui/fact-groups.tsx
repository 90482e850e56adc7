import { type ReactNode, useId } from 'react';
import classes from './fact-groups.module.css';

export interface ShownGroup {
  readonly title: string;
  readonly facts: readonly { readonly fact: string; readonly label: string; readonly value: ReactNode }[];
}

/** The facts of a record, grouped as people think of them. */
export function FactGroups({ groups }: { groups: readonly ShownGroup[] }) {
  const id = useId();
  return (
    <div className={classes.groups}>
      {groups.map(({ title, facts }) => (
        <section key={title} aria-labelledby={id + title} className={classes.group}>
          <h2 id={id + title}>{title}</h2>
          <dl className={classes.facts}>
            {facts.map(({ fact, label, value }) => (
              <div key={fact} className={classes.fact}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
