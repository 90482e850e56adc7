import {
  type Meanings,
  meaningOf,
  meanings,
  ownWords,
  UNKNOWN_WORDS,
  YES_NO,
  yesNoOf,
} from '../../import/vocabulary.ts';
import { keysOf } from '../../keys.ts';
import { VENDOR_TIERS } from '../facts.ts';

export type VendorChoice = 'phi' | 'ai' | 'tier';

/** The value that a cell's words mean for a choice, or undefined when the words are not known. */
export const vendorChoiceOf = (field: VendorChoice, text: string): string | undefined =>
  field === 'tier' ? meaningOf(text, TIERS, ownWords(VENDOR_TIERS)) : (meaningOf(text, YES_NO) ?? yesNoOf(text));

const TIERS: Meanings = meanings(keysOf(VENDOR_TIERS), {
  critical: 'tier 1|1|mission critical|very high|severe',
  high: 'tier 2|2|major|high risk',
  moderate: 'tier 3|3|medium|medium risk|moderate risk',
  low: 'tier 4|4|minor|low risk',
  unknown: `${UNKNOWN_WORDS}|not rated|not assessed`,
});
