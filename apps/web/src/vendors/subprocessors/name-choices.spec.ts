import { describe, expect, it } from 'vitest';
import { nameGroups, plainChoice, type ReadLine } from './name-choices.ts';

const line = (name: string, candidates: string[] = [], services = ''): ReadLine => ({
  entry: { name, services, purpose: '', data: '', location: '', phi: '', agreement: '', notes: '' },
  candidates: candidates.map((one) => ({ id: `id of ${one}`, name: one })),
});
const choiceOf = (one: ReadLine) => plainChoice(nameGroups([one])[0]!);

describe('who a name of a list is', () => {
  it.each([
    ['a new vendor, where nobody is called alike', line('Nimbus Cloud'), 'new'],
    [
      'the vendor of the same name, whatever its capitals',
      line('nimbus cloud', ['Nimbus Cloud', 'Nimbus']),
      { id: 'id of Nimbus Cloud', name: 'Nimbus Cloud' },
    ],
    ['for a person to say, where one is called alike', line('Nimbus Cloud, Inc.', ['Nimbus Cloud']), undefined],
    ['for a person to say, where two are called the same', line('Nimbus', ['Nimbus', 'NIMBUS']), undefined],
  ])('is %s', (_, one, choice) => {
    expect(choiceOf(one)).toEqual(choice);
  });

  it('is asked once for all lines of the same name', () => {
    const groups = nameGroups([line('Nimbus', [], 'A'), line('Parrot'), line('NIMBUS ', [], 'B')]);
    expect(groups.map(({ name, lines }) => [name, lines.length])).toEqual([
      ['Nimbus', 2],
      ['Parrot', 1],
    ]);
  });
});
