import { useSyncExternalStore } from 'react';
import classes from './notices.module.css';

/** Says in one sentence what was done; gone after some seconds, so never the only place where it is said. */
export function say(text: string): void {
  notice = { text, key: (notice?.key ?? 0) + 1 };
  emit();
  const { key } = notice;
  setTimeout(() => {
    if (notice?.key !== key) return;
    notice = undefined;
    emit();
  }, SHOWN_MS);
}

export function Notices() {
  const shown = useSyncExternalStore(subscribe, () => notice);
  return (
    <div role="status" className={classes.place}>
      {shown && (
        <p key={shown.key} className={classes.notice}>
          {shown.text}
        </p>
      )}
    </div>
  );
}

const SHOWN_MS = 6_000;
let notice: { text: string; key: number } | undefined;
const listeners = new Set<() => void>();
const emit = () => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
