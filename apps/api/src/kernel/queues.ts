/** One queue for the work that people wait for. */
export const TASK_QUEUE = 'tasks';
export const QUEUES = [TASK_QUEUE] as const;
