import { dayText } from '@attestry/domain/time/day-text.ts';
import { ANSWERS } from '@attestry/domain/vendors/evidence.ts';
import { Unknown } from '../../ui/unknown.tsx';
import { StandingMark } from '../documents/standing-mark.tsx';
import classes from './due-diligence.module.css';
import type { QuestionRead } from './due-diligence-on-page.ts';

/** An answer as it stands, for those who read only. */
export function AnswerRead({
  question: { version, answer, explanation, answeredOn, evidence },
}: {
  question: QuestionRead;
}) {
  if (!version) return <p className={classes.none}>Not answered.</p>;
  return (
    <>
      <p>
        {answer === 'unknown' ? <Unknown /> : <strong>{ANSWERS[answer]}</strong>}
        {explanation && `. ${explanation}`}
      </p>
      {evidence.length > 0 && (
        <ul className={classes.evidence} aria-label="Rests on">
          {evidence.map(({ id, title, standing }) => (
            <li key={id}>
              {title} <StandingMark state={standing.state} />
            </li>
          ))}
        </ul>
      )}
      {answeredOn && <p className={classes.none}>Answered on {dayText(answeredOn)}</p>}
    </>
  );
}
