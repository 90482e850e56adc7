import type { ReactNode } from 'react';
import { Mark } from '../ui/mark.tsx';
import classes from './door.module.css';

interface Props {
  title: string;
  text?: ReactNode;
  children?: ReactNode;
}

/** A page before sign-in. */
export function Door({ title, text, children }: Props) {
  return (
    <main className={classes.door}>
      <p className={classes.product}>
        <Mark size={26} /> Attestry
      </p>
      <h1>{title}</h1>
      {text && <div className={classes.text}>{text}</div>}
      {children}
    </main>
  );
}
