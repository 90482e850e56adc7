import { EXPOSURES, type Exposure } from '@attestry/domain/ai-systems/phi-flow.ts';
import classes from './coverage.module.css';

interface Reason {
  readonly key: string;
  readonly text: string;
  readonly citation?: string | null;
}

/** Why a day is not covered, each reason with what it rests on; that something is usual practice goes without saying. */
export const ReasonList = ({ reasons }: { reasons: readonly Reason[] }) => (
  <ul className={classes.reasons}>
    {reasons.map(({ key, text, citation }) => (
      <li key={`${key}${text}`}>
        {text}
        {citation && citation !== 'practice' && <span className={classes.citation}> {citation}</span>}
      </li>
    ))}
  </ul>
);

export const exposuresText = (exposures: readonly Exposure[]): string =>
  exposures.map((exposure) => EXPOSURES[exposure].toLowerCase()).join(', ');
