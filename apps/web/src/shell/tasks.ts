import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { TaskStatus } from '../generated/graphql.ts';
import { queryClient } from './queries.ts';
import { sessionHasEnded } from './signing-in-again.ts';

/** The part of a background task that a page shows. */
export interface TaskState {
  id: string;
  status: TaskStatus;
  done: number;
  /** Null while it is being counted. */
  total: number | null;
  message: string;
}

/** The task as it stands: as the page was told, or as pushed since, whichever is later. */
export function useTask<Task extends TaskState>(told: Task): Task;
export function useTask<Task extends TaskState>(told: Task | null | undefined): Task | null | undefined;
export function useTask<Task extends TaskState>(told: Task | null | undefined): Task | null | undefined {
  const { data: pushed } = useQuery<TaskState>({ queryKey: ['task', told?.id], enabled: false });
  return told && pushed ? { ...told, ...laterOf(told, pushed) } : told;
}

export const isUnderWay = (task: Pick<TaskState, 'status'> | null | undefined): boolean =>
  task?.status === 'queued' || task?.status === 'running';

/** Work only moves forward: an answer that was on its way while an event arrived does not set it back. */
export function laterOf(told: TaskState, pushed: TaskState): TaskState {
  if (isUnderWay(told) !== isUnderWay(pushed)) return isUnderWay(told) ? pushed : told;
  return pushed.done >= told.done ? pushed : told;
}

/** Listens to the server for as long as the page can be seen; a hidden tab holds no connection. */
export function useTaskEvents(): void {
  useEffect(() => {
    let source: EventSource | undefined;
    let attempts = 0;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const connect = () => {
      disconnect();
      if (document.hidden) return;
      source = new EventSource('/events');
      source.addEventListener('open', () => {
        // What happened while nobody listened is asked for.
        if (attempts > 0) void queryClient.invalidateQueries();
        attempts = 0;
      });
      source.addEventListener('task', (event) => taskMoved(JSON.parse(event.data)));
      source.addEventListener('session', sessionHasEnded);
      source.addEventListener('error', () => {
        disconnect();
        retry = setTimeout(connect, Math.min(60_000, 1_000 * 2 ** attempts++) * (0.75 + Math.random() / 2));
      });
    };
    const disconnect = () => {
      clearTimeout(retry);
      source?.close();
      source = undefined;
    };
    const visibility = () => {
      attempts = document.hidden ? 1 : attempts;
      document.hidden ? disconnect() : connect();
    };
    connect();
    document.addEventListener('visibilitychange', visibility);
    return () => {
      document.removeEventListener('visibilitychange', visibility);
      disconnect();
    };
  }, []);
}

function taskMoved(task: TaskState): void {
  queryClient.setQueryData<TaskState>(['task', task.id], (known) => (known ? laterOf(known, task) : task));
  if (!isUnderWay(task)) void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'task' });
}
