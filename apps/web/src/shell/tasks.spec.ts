import { expect, test } from 'vitest';
import { laterOf, type TaskState } from './tasks.ts';

const task = (status: TaskState['status'], done: number): TaskState => ({
  id: '1',
  status,
  done,
  total: 10,
  message: '',
});

test('an answer that was on its way does not set back what an event said', () => {
  expect(laterOf(task('running', 3), task('running', 7)).done).toBe(7);
  expect(laterOf(task('running', 9), task('running', 7)).done).toBe(9);
});

test('ended is later than under way, whichever side says it', () => {
  expect(laterOf(task('running', 3), task('failed', 0)).status).toBe('failed');
  expect(laterOf(task('done', 10), task('running', 9)).status).toBe('done');
});
