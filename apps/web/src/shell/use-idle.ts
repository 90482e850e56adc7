import { useCallback, useEffect, useRef, useState } from 'react';
import { queryClient } from './queries.ts';
import { sessionQuery } from './session.ts';

const WARNING_MS = 120_000;
const NOTED_EVERY_MS = 5_000;
const EVENTS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/**
 * Watches for activity in all tabs of this browser. `endsAt` is set while the warning has to be shown; `onEnd` is called
 * once when the time is over. Clocks are read and not counted, so a computer that slept is not given the time it slept.
 */
export function useIdle(
  { idleSeconds, endsAt: session }: { idleSeconds: number; endsAt: string },
  onEnd: () => void,
): { endsAt: number | undefined; stay: () => void } {
  const [endsAt, setEndsAt] = useState<number>();
  const last = useRef(Date.now());
  const ended = useRef(false);
  const end = useRef(onEnd);
  end.current = onEnd;
  const channel = useRef<BroadcastChannel>(undefined);

  const note = useCallback(() => {
    last.current = Date.now();
    ended.current = false;
    setEndsAt(undefined);
    channel.current?.postMessage('active');
    // Reading and typing send nothing; the server hears of them at a quarter of its own patience.
    void queryClient.fetchQuery({ ...sessionQuery, staleTime: (idleSeconds * 1000) / 4 }).catch(() => undefined);
  }, [idleSeconds]);

  useEffect(() => {
    last.current = Date.now();
    ended.current = false;
    channel.current = new BroadcastChannel('attestry-activity');
    channel.current.onmessage = () => {
      last.current = Date.now();
      setEndsAt(undefined);
    };
    const deadline = () => last.current + idleSeconds * 1000;
    const active = () => {
      const warned = Date.now() >= deadline() - WARNING_MS;
      if (!warned && Date.now() - last.current > NOTED_EVERY_MS) note();
    };
    const clock = setInterval(() => {
      if (ended.current || Date.now() < deadline() - WARNING_MS) return;
      if (Date.now() < deadline()) return setEndsAt(deadline());
      ended.current = true;
      setEndsAt(undefined);
      end.current();
    }, 1_000);
    for (const event of EVENTS) addEventListener(event, active, { passive: true });
    return () => {
      for (const event of EVENTS) removeEventListener(event, active);
      clearInterval(clock);
      channel.current?.close();
    };
  }, [idleSeconds, note, session]);

  return { endsAt, stay: note };
}
