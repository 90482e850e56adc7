import { Unknown } from '../../ui/unknown.tsx';
import { WhyList } from '../../ui/why.tsx';
import { numberText } from '../../ui/words.ts';
import classes from './due-diligence.module.css';
import type { DueDiligenceRead } from './due-diligence-on-page.ts';

/** The score with all that pulls it down: the number alone would say nothing. */
export function Score({ dueDiligence: { score, answered, total, reasons } }: { dueDiligence: DueDiligenceRead }) {
  return (
    <section aria-label="Score" className={classes.score}>
      <p className={classes.number} data-unknown={typeof score === 'number' ? undefined : true}>
        {typeof score === 'number' ? score : <Unknown word="No score yet" />}
      </p>
      <div>
        <p>
          {numberText(answered)} of {numberText(total)} questions answered.{' '}
          {typeof score === 'number' && 'Of 100, weighed by the questions; a rule of this product, not of law.'}
        </p>
        {answered > 0 && reasons.length > 0 && (
          <div className={classes.reasons}>
            <WhyList reasons={reasons} policyWord="Default of this product" />
          </div>
        )}
      </div>
    </section>
  );
}

export const ScoreText = ({ score }: { score: number | null | undefined }) =>
  typeof score === 'number' ? `${score} of 100` : 'Nothing answered yet';
