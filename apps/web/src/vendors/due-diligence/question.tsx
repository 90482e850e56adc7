import { ANSWERS, type Answer } from '@attestry/domain/vendors/evidence.ts';
import { memo, useEffect, useState } from 'react';
import { AnswerQuestionDocument } from '../../generated/graphql.ts';
import { failureOf, isFailure } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { useCommand } from '../../shell/queries.ts';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { AnswerForm } from './answer-form.tsx';
import { AnswerRead } from './answer-read.tsx';
import { type Draft, draftOf, draftStanding, isSameDraft } from './draft.ts';
import classes from './due-diligence.module.css';
import type { EvidenceRead, QuestionRead } from './due-diligence-on-page.ts';

interface Props {
  vendorId: string;
  question: QuestionRead;
  /** Documents of the vendor that can be attached. */
  evidence: readonly EvidenceRead[];
  note: (question: string, isUnsaved: boolean) => void;
}

/** One question: what it asks, what good evidence looks like, and the answer, saved by itself. */
export const Question = memo(function Question({ vendorId, question, evidence, note }: Props) {
  const { readOnly } = useAsOf();
  const mayAnswer = useMay('due-diligence.answer') && !readOnly;
  return (
    <li className={classes.question}>
      <h3 id={`question-${question.id}`}>{question.text}</h3>
      <p className={classes.expected}>
        Good evidence: {question.evidenceExpected}
        {question.citation && question.citation !== 'policy' && (
          <span className={classes.citation}> {question.citation}</span>
        )}
      </p>
      {mayAnswer ? (
        <Answering vendorId={vendorId} question={question} evidence={evidence} note={note} />
      ) : (
        <AnswerRead question={question} />
      )}
    </li>
  );
});

function Answering({ vendorId, question, evidence, note }: Props) {
  /** The answer that the draft began from. */
  const [base, setBase] = useState(question);
  const [draft, setDraft] = useState<Draft>(() => draftOf(question));
  /** What was sent from here last: when it is what is recorded, nobody else answered meanwhile. */
  const [sent, setSent] = useState<Draft>();
  const saving = useCommand(AnswerQuestionDocument);
  const from = sent && isSameDraft(sent, draftOf(question)) ? question : base;
  const standing = saving.isPending ? 'unsaved' : draftStanding(draft, from, question);
  const isUnsaved = standing === 'unsaved' || standing === 'overtaken';

  // Nothing is being written here: what is recorded by now is shown.
  useEffect(() => {
    if (isUnsaved || base === question) return;
    setBase(question);
    setDraft(draftOf(question));
  }, [isUnsaved, base, question]);
  useEffect(() => {
    note(question.id, isUnsaved);
    return () => note(question.id, false);
  }, [note, question.id, isUnsaved]);

  const save = (onto: QuestionRead) => {
    setSent(draft);
    const { answer, explanation, evidenceIds } = draft;
    const input = { vendorId, question: question.id, version: onto.version, answer, explanation };
    saving.mutate({ input: { ...input, evidenceIds: [...evidenceIds] } });
  };
  const takeRecorded = () => {
    setBase(question);
    setDraft(draftOf(question));
    setSent(undefined);
    saving.reset();
  };
  const failed = saving.error && !isFailure(saving.error, 'CONFLICT') && failureOf(saving.error);
  return (
    <>
      <AnswerForm
        question={question}
        draft={draft}
        change={setDraft}
        evidence={evidence}
        standing={standing}
        busy={saving.isPending}
        save={() => save(from)}
        saveOnTop={() => save(question)}
        takeRecorded={takeRecorded}
      />
      {standing === 'overtaken' && (
        <p role="alert" className={classes.overtaken}>
          Somebody else answered meanwhile: {ANSWERS[question.answer as Answer].toLowerCase()}
          {question.explanation && `, “${question.explanation}”`}. Yours is not saved.
        </p>
      )}
      {failed && <FailureState failure={failed} />}
    </>
  );
}
