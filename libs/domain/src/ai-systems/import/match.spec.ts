import { describe, expect, it } from 'vitest';
import { matchKeys } from './match.ts';

describe('matchKeys', () => {
  it('uses an id that is unique in the file', () => {
    expect(
      matchKeys([
        { externalId: 'VA-1', name: 'A' },
        { externalId: 'VA-2', name: 'A' },
      ]),
    ).toEqual(['id:VA-1', 'id:VA-2']);
  });

  it('falls back to name and department where the id is blank or repeated', () => {
    const rows = [
      { externalId: '35', name: 'A', department: 'X' },
      { externalId: '35', name: 'B', department: 'X' },
      { name: ' Chat  Bot ', department: 'CQuIPS' },
      { name: 'chat bot', department: 'cquips' },
      { name: 'chat bot' },
    ];
    expect(matchKeys(rows)).toEqual([
      'name:a|x',
      'name:b|x',
      'name:chat bot|cquips',
      'name:chat bot|cquips#2',
      'name:chat bot|',
    ]);
  });

  it('is unique whatever people write', () => {
    const pieces = ['a', '|', '#', '\\', '#2', '2', '', 'é', 'e\u0301', '👍'];
    const rows = [];
    for (const one of pieces)
      for (const two of pieces)
        for (const department of pieces) {
          rows.push({ name: one + two, department });
          rows.push({ name: one + two, department: department + two, externalId: one });
        }
    expect(new Set(matchKeys(rows)).size).toBe(rows.length);
  });

  it('gives the same keys again, and each row its own when rows are added below', () => {
    const rows = [{ name: 'A' }, { name: 'B' }, { name: 'A' }];
    expect(matchKeys(rows)).toEqual(matchKeys([...rows]));
    expect(matchKeys([...rows, { name: 'C' }]).slice(0, 3)).toEqual(matchKeys(rows));
  });

  it('fits an index whatever the length', () => {
    const keys = matchKeys([
      { name: '漢'.repeat(500), department: '字'.repeat(300) },
      { name: '漢'.repeat(500), department: '字'.repeat(299) },
    ]);
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) {
      expect(Buffer.byteLength(key)).toBeLessThanOrEqual(2_000);
      expect(key.isWellFormed()).toBe(true);
    }
  });
});
