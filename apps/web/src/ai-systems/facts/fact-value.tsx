import { type FactName, IDENTIFIERS, type Identifier } from '@attestry/domain/ai-systems/facts.ts';
import { isChoice } from '@attestry/domain/ai-systems/words.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import { choiceLabel } from './choices.ts';
import classes from './facts.module.css';

/** The value of one fact, as it stands in a record, a diff or a choice between two. */
export function FactValue({ fact, value }: { fact: string; value: unknown }) {
  if (value === null || value === undefined || value === '') return <Nothing fact={fact} />;
  if (Array.isArray(value)) return <Identifiers letters={value as Identifier[]} />;
  if (value === 'unknown') return <Unknown />;
  if (isChoice(fact as FactName)) return choiceLabel(fact as 'stage', String(value));
  if (DATES.has(fact)) return <DateText day={String(value)} />;
  return <span className={classes.prose}>{String(value)}</span>;
}

const DATES = new Set(['liveSince', 'nextReviewOn', 'retiredOn']);

/** Facts whose absence is no gap: a note is not owed, and a system that is not live has no such day. */
const MAY_BE_ABSENT = new Set(['notes', 'liveSince', 'vendorName', 'retiredOn', 'retiredReason']);

function Nothing({ fact }: { fact: string }) {
  return MAY_BE_ABSENT.has(fact) ? (
    <span className={classes.nothing}>None recorded</span>
  ) : (
    <Unknown word="Not recorded" />
  );
}

function Identifiers({ letters }: { letters: readonly Identifier[] }) {
  if (letters.length === 0) return <span className={classes.nothing}>None recorded</span>;
  return (
    <ul className={classes.identifiers}>
      {letters.map((letter) => (
        <li key={letter}>
          <span className={classes.letter}>{letter}</span>
          {IDENTIFIERS[letter]}
        </li>
      ))}
    </ul>
  );
}
