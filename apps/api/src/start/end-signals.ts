/** One Ctrl-C arrives two or three times: from the terminal, from npm and from the bootstrap. */
const sameKeypressMs = 1000;

export interface EndSignals {
  readonly asked: AbortSignal;
  /** Asked again: whoever is waiting for a gentle end stops waiting. */
  readonly hurried: AbortSignal;
}

export function listenForEnd(): EndSignals {
  const asked = new AbortController();
  const hurried = new AbortController();
  let firstAt = 0;
  const onSignal = () => {
    const now = Date.now();
    if (!asked.signal.aborted) {
      firstAt = now;
      asked.abort();
    } else if (now - firstAt > sameKeypressMs) {
      hurried.abort();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return { asked: asked.signal, hurried: hurried.signal };
}
