import type { Failure } from './api-error.ts';
import { failureWords } from './failure-words.ts';

/** Why the sign-in failed, without saying which of the two was wrong. */
export function signInProblem(failure: Failure): string {
  if (failure.code === 'UNAUTHENTICATED' || failure.code === 'INVALID')
    return 'The e-mail address or the password is not right.';
  const { title, text } = failureWords(failure);
  return failure.code === 'REFUSED' ? text : `${title}. ${text}`;
}
