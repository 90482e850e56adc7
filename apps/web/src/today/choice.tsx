import type { ReactNode } from 'react';
import classes from './today.module.css';

interface Props {
  icon: ReactNode;
  title: string;
  text: string;
  command: ReactNode;
}

/** One way to begin: what it is, what it does, its command. */
export function Choice({ icon, title, text, command }: Props) {
  return (
    <li className={classes.choice}>
      {icon}
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <div>{command}</div>
    </li>
  );
}
