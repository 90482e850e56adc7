import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { type Part, zip } from '../../../test/archive.ts';
import { readTable } from './read-table.ts';
import { TableProblem } from './table-problem.ts';

async function read(file: Uint8Array) {
  const { headers, rows } = await readTable(file, { name: 'systems.xlsx' });
  const found = [];
  for await (const row of rows) found.push(row);
  return { headers, rows: found };
}
const problemOf = (file: Uint8Array) =>
  read(file).then(
    () => 'was read',
    (reason) => (reason instanceof TableProblem ? reason.key : reason),
  );

describe('an Excel file', () => {
  it('is read by its content, the cells as a person would type them', async () => {
    const text = (value: string) => ({ type: String, value });
    const file = await writeExcelFile([
      [text('Name'), text('Live'), text('Users'), text('PHI'), text('Note')],
      [
        text(' Zoë 👩‍⚕️ '),
        { type: Date, value: new Date('2024-10-01T00:00:00Z'), format: 'yyyy-mm-dd' },
        { type: Number, value: 12.5 },
        { type: Boolean, value: true },
        text('=1+1'),
      ],
      [null, null, null, null, null],
      [text('B'), null, null, null, text('a\nb')],
    ]).toBuffer();
    expect(await read(file)).toEqual({
      headers: ['Name', 'Live', 'Users', 'PHI', 'Note'],
      rows: [
        { number: 2, cells: [' Zoë 👩‍⚕️ ', '2024-10-01', '12.5', 'true', '=1+1'] },
        { number: 4, cells: ['B', '', '', '', 'a\nb'] },
      ],
    });
  });
});

const zeros = (size: number) => Buffer.alloc(size);
const workbook: Part = { path: 'xl/workbook.xml', data: Buffer.from('<workbook/>') };
const MB = 1024 * 1024;

describe('an archive is refused before it is unpacked', () => {
  it.each<[string, () => Buffer, string]>([
    ['no workbook in it', () => zip([{ path: 'word/document.xml', data: Buffer.from('<x/>') }]), 'not-a-table'],
    ['a workbook that is none', () => zip([workbook]), 'broken-file'],
    [
      'a bomb: 200 MB in 200 kB',
      () => zip([workbook, { path: 'xl/worksheets/sheet1.xml', data: zeros(200 * MB) }]),
      'unpacks-too-large',
    ],
    [
      'a bomb: 10 MB in 10 kB',
      () => zip([workbook, { path: 'xl/worksheets/sheet1.xml', data: zeros(10 * MB) }]),
      'unpacks-too-large',
    ],
    [
      'a bomb that states a small size',
      () => zip([workbook, { path: 'xl/worksheets/sheet1.xml', data: zeros(150 * MB), claimed: 1_000 }]),
      'broken-file',
    ],
    [
      'entries that the directory does not list',
      () => zip([workbook, workbook], Buffer.from('PK\u0003\u0004 hidden from the directory')),
      'broken-file',
    ],
    [
      'an end without a directory',
      () => Buffer.concat([Buffer.from('PK\u0003\u0004'), zeros(60), zip([]).subarray(-22)]),
      'broken-file',
    ],
    ['cut off', () => zip([workbook]).subarray(0, 60), 'broken-file'],
  ])('%s', async (_case, file, key) => {
    expect(await problemOf(file())).toBe(key);
  });

  it('in less than two seconds and little memory', async () => {
    const bomb = zip([workbook, { path: 'xl/worksheets/sheet1.xml', data: zeros(150 * MB), claimed: 1_000 }]);
    const before = process.memoryUsage().rss;
    const start = performance.now();
    expect(await problemOf(bomb)).toBe('broken-file');
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * MB);
  });

  it('with any byte changed it is read or refused, and nothing else happens', async () => {
    const whole = await writeExcelFile([[{ type: String, value: 'Name' }], [{ type: String, value: 'A' }]]).toBuffer();
    for (let at = 0; at < whole.length; at += 97) {
      const damaged = Buffer.from(whole);
      damaged[at] = damaged[at]! ^ 0x55;
      expect(await problemOf(damaged)).toBeTypeOf('string');
    }
  }, 60_000);
});
