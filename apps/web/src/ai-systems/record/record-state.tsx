import type { FactName } from '@attestry/domain/ai-systems/facts.ts';
import { TIER_LABELS, type Tier } from '@attestry/domain/ai-systems/risk-tier.ts';
import { type ChoiceFact, isChoice } from '@attestry/domain/ai-systems/words.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import { Why } from '../../ui/why.tsx';
import { choiceLabel } from '../facts/choices.ts';
import { labelOf } from '../facts/fact-labels.ts';
import { TierMark } from '../facts/tier-mark.tsx';
import type { AiSystemOnPage } from './ai-system-on-page.ts';
import classes from './record.module.css';

/** Where the system stands, in words with the reason, and its tier with the why. */
export function RecordState({ system }: { system: AiSystemOnPage }) {
  const { tier, reasons, unknowns } = system.tierAnswer;
  return (
    <>
      {stateWords(system)}{' '}
      <span className={classes.tier}>
        Risk tier <TierMark tier={tier} /> ({TIER_LABELS[tier as Tier].toLowerCase().replace('phi', 'PHI')}).{' '}
        <Why
          label={`Why tier ${tier}`}
          reasons={reasons.map((reason) => ({ ...reason, text: withFact(system, reason) }))}
          policyWord="Default tiers of this product"
          note={
            unknowns.length > 0 &&
            `Not known, and counted as the worse case: ${unknowns.map(labelOf).join(', ')}. Knowing more may lower the tier.`
          }
        />
      </span>
    </>
  );
}

/** The sentence of the rule, and the recorded fact that it came from. */
function withFact(system: AiSystemOnPage, { text, fact }: { text: string; fact?: string | null }): string {
  if (!fact || !isChoice(fact as FactName)) return text;
  const value = String(system[fact as ChoiceFact]);
  return `${text} ${labelOf(fact)}: ${choiceLabel(fact as ChoiceFact, value).toLowerCase()}.`;
}

function stateWords(system: AiSystemOnPage): string {
  const { stage, liveSince, retiredOn, retiredReason, phi } = system;
  const use = { yes: 'uses PHI', no: 'uses no PHI', unknown: 'whether it uses PHI is unknown' }[phi];
  switch (stage) {
    case 'retired':
      return `Retired${retiredOn ? ` on ${dayText(retiredOn)}` : ', on which day is not recorded'}${retiredReason ? `: ${ended(retiredReason)}` : '.'}`;
    case 'live':
      return `Live${liveSince ? ` since ${dayText(liveSince)}` : ', since when is not recorded'}; ${use}.`;
    default:
      return `${STAGE_SENTENCES[stage]}; ${use}.`;
  }
}

const STAGE_SENTENCES = {
  discovered: 'Discovered, not yet decided on',
  proposed: 'Proposed, not in use',
  pilot: 'In a pilot',
  in_review: 'In review',
  suspended: 'Suspended',
} as const;

const ended = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
