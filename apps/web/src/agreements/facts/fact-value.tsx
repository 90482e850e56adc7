import { Unknown } from '../../ui/unknown.tsx';
import { factText } from './fact-text.ts';
import classes from './facts.module.css';

/** The value of one term, as it stands between two versions. */
export function FactValue({ fact, value }: { fact: string; value: unknown }) {
  if (value === 'unknown') return <Unknown />;
  const text = factText(fact, value);
  return text === '' ? (
    <span className={classes.nothing}>None recorded</span>
  ) : (
    <span className={classes.prose}>{text}</span>
  );
}
