import { useSyncExternalStore } from 'react';
import type { ApiError } from './api-error.ts';

/*
 * When the session ends while a page is open, the page stays, covered, and what was being sent waits here until the
 * person has signed in again. Nothing typed is lost.
 */

type State = 'open' | 'closed';
let state: State = 'closed';
let mayAsk = false;
let waiting: { resolve: () => void; reject: (error: unknown) => void }[] = [];
const listeners = new Set<() => void>();

/** Until somebody has signed in on this page there is nothing to keep: UNAUTHENTICATED is then an ordinary failure. */
export const signingInAgainIsPossible = (possible: boolean): void => {
  mayAsk = possible;
};

/** Resolves when the person has signed in again; throws the failure where there was no session to go on with. */
export function signedInAgain(failure: ApiError): Promise<void> {
  if (!mayAsk) throw failure;
  set('open');
  return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
}

/** The session ended without a request noticing: idle, or ended from elsewhere. */
export const sessionHasEnded = (): void => {
  if (mayAsk) set('open');
};

export function continueAfterSignIn(): void {
  const requests = waiting;
  waiting = [];
  set('closed');
  for (const { resolve } of requests) resolve();
}

export const useSigningInAgain = (): State => useSyncExternalStore(subscribe, () => state);

function set(next: State): void {
  state = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
