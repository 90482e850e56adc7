import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { VendorDueDiligenceDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { query } from '../../shell/queries.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { LeaveGuard } from '../../ui/form/leave-guard.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsShape } from '../../ui/shapes.tsx';
import classes from './due-diligence.module.css';
import { Question } from './question.tsx';
import { Score, ScoreText } from './score.tsx';

/** The questionnaire: how it stands as a number with its reasons, then each question with the evidence it wants. */
export function DueDiligenceTab({ id }: { id: string }) {
  const { asOf } = useAsOf();
  const { data, error, refetch } = useQuery(query(VendorDueDiligenceDocument, { id, asOf }));
  /** Questions with something typed that is not saved. */
  const unsaved = useRef(new Set<string>());
  const note = useCallback((question: string, isUnsaved: boolean) => {
    if (isUnsaved) unsaved.current.add(question);
    else unsaved.current.delete(question);
  }, []);
  if (error && !data) return <FailureState failure={failureOf(error)} again={() => void refetch()} />;
  if (!data?.vendor) return <RowsShape rows={10} />;
  const { dueDiligence, evidence } = data.vendor;
  const counting = evidence.filter(({ withdrawnAt }) => !withdrawnAt);
  return (
    <>
      <LeaveGuard unsaved={() => unsaved.current.size > 0} />
      <Score dueDiligence={dueDiligence} />
      {dueDiligence.areas.map(({ area, title, score, questions }) => (
        <Section key={area} title={title} text={<ScoreText score={score} />}>
          <ol className={classes.questions}>
            {questions.map((question) => (
              <Question key={question.id} vendorId={id} question={question} evidence={counting} note={note} />
            ))}
          </ol>
        </Section>
      ))}
    </>
  );
}
