import { YES_NO_UNKNOWN_WORDS, type YesNoUnknown } from '@attestry/domain/yes-no-unknown.ts';
import { Unknown } from '../../ui/unknown.tsx';

export const AnswerWord = ({ answer }: { answer: YesNoUnknown }) =>
  answer === 'unknown' ? <Unknown /> : YES_NO_UNKNOWN_WORDS[answer];

/** Of several services: one that does is enough for yes; no only when it is known of all. */
export function anyOf(answers: readonly YesNoUnknown[]): YesNoUnknown {
  if (answers.includes('yes')) return 'yes';
  return answers.length === 0 || answers.includes('unknown') ? 'unknown' : 'no';
}
