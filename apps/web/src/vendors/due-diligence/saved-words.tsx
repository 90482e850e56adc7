import { dayText } from '@attestry/domain/time/day-text.ts';
import type { Standing } from './draft.ts';
import classes from './due-diligence.module.css';

/** Whether the answer is recorded: said for each question, so that nobody has to wonder. */
export function SavedWords({ standing, answeredOn }: { standing: Standing | 'saving'; answeredOn?: string | null }) {
  return (
    <span role="status" className={classes.saved} data-standing={standing}>
      {standing === 'saved' && `Recorded${answeredOn ? ` on ${dayText(answeredOn)}` : ''}`}
      {standing === 'saving' && 'Saving'}
      {standing === 'unanswered' && 'Not answered'}
      {(standing === 'unsaved' || standing === 'overtaken') && 'Not saved yet'}
    </span>
  );
}
