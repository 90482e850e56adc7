import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { aiSystemFacts } from '@attestry/domain/ai-systems/facts.ts';
import { type Converted, convertRow, factsOfNew } from '@attestry/domain/ai-systems/import/convert.ts';
import { changedFacts } from '@attestry/domain/ai-systems/import/diff.ts';
import { AI_SYSTEM_TABLE } from '@attestry/domain/ai-systems/import/fields.ts';
import { matchKeys } from '@attestry/domain/ai-systems/import/match.ts';
import { suggestMapping } from '@attestry/domain/ai-systems/import/suggest.ts';
import type { RowNote } from '@attestry/domain/import/draft.ts';
import { takes, valueCounter } from '@attestry/domain/import/filter.ts';
import { mappingSchema } from '@attestry/domain/import/mapping.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../documents/table-file/read-table.ts';
import type { TableRow } from '../../documents/table-file/rows.ts';

const FILE = fileURLToPath(
  new URL('../../../../../../shared/data/inventories/2025_individually_reported_AI_use_cases.csv', import.meta.url),
);

/** Skipped where the file is missing: it is published by others and no part of this project. */
describe.skipIf(!existsSync(FILE))(
  'the federal AI use-case inventory of 2025 (needs ../shared/data/inventories)',
  () => {
    let headers: readonly string[];
    let rows: TableRow[];

    beforeAll(async () => {
      const table = await readTable(FILE, { name: 'inventory.csv' });
      headers = table.headers;
      rows = [];
      for await (const row of table.rows) rows.push(row);
    });

    const imported = (agencies: string[] | null) => {
      const { mapping } = suggestMapping(
        headers,
        rows.slice(0, 100).map((row) => row.cells),
      );
      const filter = agencies && { column: 'agency', anyOf: agencies };
      const converted = rows
        .filter((row) => takes(filter, headers, row.cells))
        .map((row) => convertRow(mapping, headers, row));
      const good = converted.filter((row): row is Extract<Converted, { ok: true }> => row.ok);
      const errors = converted.flatMap((row): readonly RowNote[] => (row.ok ? [] : row.errors));
      const keys = matchKeys(
        good.map(({ externalId, facts }) => ({ externalId, name: facts.name, department: facts.department })),
      );
      return { mapping, good, errors, keys };
    };

    it('has 3,611 rows, all readable', () => {
      expect(rows).toHaveLength(3_611);
      expect(rows.filter((row) => row.problem)).toEqual([]);
      expect(rows.at(-1)?.number).toBe(3_612);
    });

    it('is recognized, and the mapping is valid', () => {
      const { mapping } = imported([]);
      expect(mappingSchema(AI_SYSTEM_TABLE, headers).safeParse(mapping).error).toBeUndefined();
      expect(Object.keys(mapping)).toContain('pii');
    });

    it.each<[string[], number, string]>([
      [['HHS'], 447, 'name:'],
      [['VA'], 367, 'id:'],
      [['HHS', 'VA'], 814, ''],
    ])('filtered to %j gives %i systems without an error', (agencies, count, prefix) => {
      const { good, errors, keys } = imported(agencies);
      expect(errors).toEqual([]);
      expect(good).toHaveLength(count);
      expect(good.flatMap((row) => row.warnings)).toEqual([]);
      expect(new Set(keys).size).toBe(count);
      expect(keys.every((key) => key.startsWith(prefix))).toBe(true);
      for (const row of good) expect(aiSystemFacts.safeParse(factsOfNew(row)).error).toBeUndefined();
    });

    it('is the same when it is read again', () => {
      const [one, two] = [imported(['HHS', 'VA']), imported(['HHS', 'VA'])];
      expect(two.keys).toEqual(one.keys);
      expect(one.keys.filter((key) => key.endsWith('#2'))).toEqual(['name:chatbot|hhs/ahrq/cquips#2']);
      for (const [index, row] of one.good.entries())
        expect(changedFacts(factsOfNew(row), two.good[index]!.facts)).toEqual([]);
    });

    it('invents nothing: PHI is never "yes", and "no" only where the source says there is no PII', () => {
      const { good } = imported(['HHS']);
      expect(good.filter((row) => row.facts.phi === 'no')).toHaveLength(233);
      expect(good.filter((row) => row.facts.phi === 'yes')).toEqual([]);
      expect(good.every((row) => row.facts.clinicalImpact === undefined && row.facts.decisionRole === undefined)).toBe(
        true,
      );
      expect(good.filter((row) => row.facts.stage === 'live')).toHaveLength(167);
      expect(
        good.every((row) => !row.facts.liveSince || row.facts.stage === 'live' || row.facts.stage === 'retired'),
      ).toBe(true);
    });

    it('as a whole has one row that cannot be imported, for want of a name', () => {
      const start = performance.now();
      const { good, errors, keys } = imported(null);
      console.info(`3,611 rows converted and keyed in ${Math.round(performance.now() - start)} ms`);
      expect(errors.map((error) => [error.field, error.message])).toEqual([['name', 'must not be empty']]);
      expect(good).toHaveLength(3_610);
      expect(new Set(keys).size).toBe(3_610);
    });

    it('offers its agencies as a filter', () => {
      const counter = valueCounter(headers);
      for (const row of rows) counter.add(row.cells);
      const agency = counter.columns().find((column) => column.column === 'agency');
      expect(agency).toMatchObject({ tooMany: false });
      expect(agency?.values).toHaveLength(41);
      expect(agency?.values[0]).toEqual({ value: 'HHS', rows: 447 });
    });
  },
);
