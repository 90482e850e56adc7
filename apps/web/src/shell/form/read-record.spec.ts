import { expect, it } from 'vitest';
import { lastSave } from './read-record.ts';

const change = (actor: string, action: string, record = 'vendor') => ({
  actor,
  action,
  record,
  at: '2026-11-22T08:00:00Z',
});

it('the last save is the newest change of the record itself that went through', () => {
  const history = [
    change('who was refused just now', 'refused'),
    change('who added a service', 'insert', 'service'),
    change('who saved', 'update'),
    change('who recorded it', 'insert'),
  ];
  expect(lastSave(history, 'vendor')?.actor).toBe('who saved');
});

it('nothing is said of a save that is further back than what was read', () => {
  expect(lastSave([change('who added a service', 'insert', 'service')], 'vendor')).toBeUndefined();
});
