import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';

const ATTACKS = new URL('../../../../../../shared/data/attacks/', import.meta.url);

describe.skipIf(!existsSync(ATTACKS))('naughty strings in a CSV (needs ../shared/data/attacks)', () => {
  it('are read literally', async () => {
    const strings: string[] = JSON.parse(readFileSync(new URL('blns.json', ATTACKS), 'utf8'));
    const csv = `name,note\n${strings.map((text) => `"${text.replaceAll('"', '""')}",x`).join('\n')}\n`;
    const { rows } = await readTable(Buffer.from(csv), { name: 'blns.csv' });
    const found: string[] = [];
    for await (const row of rows) found.push(row.problem?.message ?? row.cells[0]!);
    expect(found).toEqual(strings);
  });
});
