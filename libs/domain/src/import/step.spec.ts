import { expect, it } from 'vitest';
import { IMPORT_STATUSES, IMPORT_STEPS, type ImportStep, mayBegin } from './step.ts';

it.each(Object.keys(IMPORT_STEPS) as ImportStep[])(
  '%s begins from its own statuses only, never while a step runs',
  (step) => {
    const allowed = IMPORT_STATUSES.filter((status) => mayBegin(step, status).allowed);
    expect(allowed.toSorted()).toEqual([...IMPORT_STEPS[step].from].toSorted());
    for (const running of ['checking', 'applying', 'undoing'] as const)
      expect(mayBegin(step, running).allowed).toBe(false);
  },
);

it('writes only what was checked, and takes back only what was written', () => {
  expect(mayBegin('apply', 'uploaded').allowed).toBe(false);
  expect(mayBegin('apply', 'applied').allowed).toBe(false);
  expect(mayBegin('undo', 'checked').allowed).toBe(false);
});
