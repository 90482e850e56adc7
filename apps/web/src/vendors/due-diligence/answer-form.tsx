import { ANSWERS, type Answer } from '@attestry/domain/vendors/evidence.ts';
import { Button, Checkbox, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { PhiWarning } from '../../ui/form/phi-warning.tsx';
import { StandingMark } from '../documents/standing-mark.tsx';
import type { Draft, Standing } from './draft.ts';
import classes from './due-diligence.module.css';
import type { EvidenceRead, QuestionRead } from './due-diligence-on-page.ts';
import { SavedWords } from './saved-words.tsx';

interface Props {
  question: QuestionRead;
  draft: Draft;
  change: (draft: Draft) => void;
  evidence: readonly EvidenceRead[];
  standing: Standing;
  busy: boolean;
  save: () => void;
  /** Over what somebody else answered meanwhile. */
  saveOnTop: () => void;
  /** What was typed goes. */
  takeRecorded: () => void;
}

/** The answer's fields; the explanation and the documents open with the first choice. */
export function AnswerForm({ question, draft, change, evidence, standing, busy, ...commands }: Props) {
  const isUnsaved = standing === 'unsaved' || standing === 'overtaken';
  const [touched, setTouched] = useState(false);
  const open = touched || isUnsaved || question.explanation !== '' || question.evidence.length > 0;
  const chosen = touched || isUnsaved || standing === 'saved' ? draft.answer : null;
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    if (standing === 'overtaken') commands.saveOnTop();
    else commands.save();
  };
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && (isUnsaved || touched)) submit(event);
      }}
    >
      <Radio.Group
        aria-labelledby={`question-${question.id}`}
        value={chosen}
        onChange={(answer) => {
          setTouched(true);
          change({ ...draft, answer: answer as Answer });
        }}
      >
        <div className={classes.answers}>
          {Object.entries(ANSWERS).map(([answer, word]) => (
            <Radio key={answer} size="xs" classNames={{ label: classes.answer }} value={answer} label={word} />
          ))}
        </div>
      </Radio.Group>
      {open && (
        <div className={classes.more}>
          <div>
            <Textarea
              size="sm"
              label="Explanation"
              value={draft.explanation}
              onChange={(event) => change({ ...draft, explanation: event.currentTarget.value })}
              autosize
              minRows={1}
              maxRows={10}
              maxLength={20_000}
            />
            <PhiWarning text={draft.explanation} />
          </div>
          <EvidenceChoice draft={draft} change={change} evidence={evidence} />
        </div>
      )}
      <div className={classes.foot}>
        {standing === 'overtaken' ? (
          <>
            <Button type="submit" size="compact-sm" loading={busy}>
              Save mine on top
            </Button>
            <Button size="compact-sm" variant="default" onClick={commands.takeRecorded}>
              Take theirs
            </Button>
          </>
        ) : (
          (isUnsaved || (touched && standing === 'unanswered')) && (
            <>
              <Button type="submit" size="compact-sm" loading={busy}>
                Save answer
              </Button>
              {isUnsaved && (
                <Button size="compact-sm" variant="subtle" onClick={commands.takeRecorded}>
                  As it was
                </Button>
              )}
            </>
          )
        )}
        <SavedWords standing={busy ? 'saving' : standing} answeredOn={question.answeredOn} />
      </div>
    </form>
  );
}

/** The vendor's documents that the answer rests on. */
function EvidenceChoice({ draft, change, evidence }: Pick<Props, 'draft' | 'change' | 'evidence'>) {
  if (evidence.length === 0)
    return <p className={classes.none}>No documents of the vendor are filed yet: file them under Documents.</p>;
  return (
    <Checkbox.Group
      label="Rests on"
      size="sm"
      value={[...draft.evidenceIds]}
      onChange={(evidenceIds) => change({ ...draft, evidenceIds })}
    >
      <ul className={classes.evidence}>
        {evidence.map(({ id, title, standing }) => (
          <li key={id}>
            <Checkbox size="xs" value={id} label={title} classNames={{ label: classes.answer }} />
            {standing.state !== 'current' && <StandingMark state={standing.state} />}
          </li>
        ))}
      </ul>
    </Checkbox.Group>
  );
}
