import { Readable } from 'node:stream';
import { MAX_CELL, MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS } from '@attestry/domain/import/limits.ts';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';
import type { TableRow } from './rows.ts';
import { TableProblem } from './table-problem.ts';

async function read(source: Parameters<typeof readTable>[0]) {
  const { headers, warnings, rows } = await readTable(source, { name: 'systems.csv' });
  const found: TableRow[] = [];
  for await (const row of rows) found.push(row);
  return { headers, warnings, rows: found };
}
const text = (content: string, encoding: BufferEncoding = 'utf8') => read(Buffer.from(content, encoding));
const problemOf = async (reading: Promise<unknown>): Promise<TableProblem> => {
  const error = await reading.then(
    () => new Error('was read'),
    (reason) => reason,
  );
  if (!(error instanceof TableProblem)) throw error;
  return error;
};

const SMALL = 'name;note\r\nZoë;"a;b\r\nc"\r\n';
const SMALL_ROWS = { headers: ['name', 'note'], rows: [{ number: 2, cells: ['Zoë', 'a;b\r\nc'] }] };
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

describe('a table is read', () => {
  it.each<[string, Buffer]>([
    ['as UTF-8', Buffer.from(SMALL)],
    ['as UTF-8 with a byte order mark', Buffer.from(`\ufeff${SMALL}`)],
    ['as UTF-16 LE with a mark', Buffer.from(`\ufeff${SMALL}`, 'utf16le')],
    ['as UTF-16 BE with a mark', swapped(Buffer.from(`\ufeff${SMALL}`, 'utf16le'))],
    ['as UTF-16 LE without', Buffer.from(SMALL, 'utf16le')],
    ['as UTF-16 BE without', swapped(Buffer.from(SMALL, 'utf16le'))],
    ['as Latin-1', Buffer.from(SMALL, 'latin1')],
    ['with tabs', Buffer.from(SMALL.replace(';', '\t').replace('Zoë;', 'Zoë\t'))],
    ['with commas', Buffer.from(SMALL.replace(';', ',').replace('Zoë;', 'Zoë,'))],
    ['with the delimiter named by Excel', Buffer.from(`sep=;\r\n${SMALL}`)],
    ['with line feeds only', Buffer.from(SMALL.replaceAll('\r\n', '\n').replace('b\nc', 'b\r\nc'))],
  ])('%s', async (_case, bytes) => {
    expect(await read(bytes)).toMatchObject(SMALL_ROWS);
  });

  it('the same whatever the size of the chunks it comes in', async () => {
    const bytes = Buffer.from(`\ufeffname,note\n${'Zoë 👩‍⚕️ 漢字,"x\ny"\n'.repeat(20)}`);
    const whole = await read(bytes);
    for (const size of [1, 2, 3, 7, 64]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      expect(await read(Readable.from(chunks))).toEqual(whole);
    }
    expect(whole.rows[19]).toEqual({ number: 21, cells: ['Zoë 👩‍⚕️ 漢字', 'x\ny'] });
  });

  it('as Latin-1 also when the first accent comes late', async () => {
    const { rows } = await text(`name\n${'plain\n'.repeat(15_000)}Zo\u00eb\n`, 'latin1');
    expect(rows.at(-1)).toEqual({ number: 15_002, cells: ['Zoë'] });
  });

  it('as Windows-1252 where Latin-1 has control characters', async () => {
    const { rows } = await read(Buffer.concat([Buffer.from('name\nit'), Buffer.from([0x92]), Buffer.from('s\n')]));
    expect(rows[0]?.cells).toEqual(['it’s']);
  });

  it('with formulas as the text they are', async () => {
    const { rows } = await text('name,note\n"=HYPERLINK(""http://x"",""y"")",+1\n@SUM(A1),-2\n');
    expect(rows.map((row) => row.cells)).toEqual([
      ['=HYPERLINK("http://x","y")', '+1'],
      ['@SUM(A1)', '-2'],
    ]);
  });

  it('with the row numbers a spreadsheet shows, blank rows counted and left out', async () => {
    const { rows } = await text('\nname,note\n\na,1\n,\n"b\nb",2\n\n');
    expect(rows.map((row) => row.number)).toEqual([4, 6]);
  });

  it('when it begins with letters that also begin an image or a program', async () => {
    for (const first of ['BMI', 'MZ', 'GIF', 'ID3', 'II', 'PK'])
      expect((await text(`${first},name\n1,a\n`)).headers).toEqual([first, 'name']);
  });

  it('with quotation marks inside a cell that has none around it', async () => {
    expect((await text('name,note\n5" monitor,x\n')).rows[0]?.cells).toEqual(['5" monitor', 'x']);
  });
});

describe('columns', () => {
  it('of one name are told apart, and the person is told', async () => {
    const { headers, warnings } = await text('name,note,note,,note (2),note\na,1,2,3,4,5\n');
    expect(headers).toEqual(['name', 'note', 'note (3)', 'Column D', 'note (2)', 'note (4)']);
    expect(warnings).toEqual([
      'Two columns are called “note”; column C is read as “note (3)”.',
      'Two columns are called “note”; column F is read as “note (4)”.',
    ]);
  });

  it('without header and content at the end are dropped', async () => {
    expect(await text('name,note,,\na,b,,\n')).toMatchObject({
      headers: ['name', 'note'],
      rows: [{ cells: ['a', 'b'] }],
    });
  });
});

describe('a row that cannot be used is named, and the others are read', () => {
  it.each<[string, string, string, RegExp]>([
    ['too few cells', 'a', 'ragged-row', /^Row 3 has 1 cells where the header has 2\.$/],
    ['too many cells', 'a,b,c', 'ragged-row', /^Row 3 has 3 cells/],
    ['a NUL', 'a,b\u0000', 'not-storable', /^Row 3, column B “note”: .*NUL/],
    [
      'a long cell',
      `a,${'x'.repeat(MAX_CELL + 1)}`,
      'cell-too-long',
      /^Row 3, column B “note”: 100,001 characters; at most 100,000/,
    ],
  ])('%s', async (_case, row, key, message) => {
    const { rows } = await text(`name,note\ngood,1\n${row}\nlast,2\n`);
    expect(rows.map((found) => found.problem?.key)).toEqual([undefined, key, undefined]);
    expect(rows[1]?.problem).toMatchObject({ row: 3, message: expect.stringMatching(message) });
    expect(rows[1]?.cells).toEqual([]);
  });

  it('a cell of the longest length is read', async () => {
    expect((await text(`name\n${'x'.repeat(MAX_CELL)}\n`)).rows[0]?.problem).toBeUndefined();
  });
});

describe('what is no table is refused, with the reason', () => {
  it.each<[string, Buffer | string, string, RegExp]>([
    ['nothing', '', 'empty', /is empty/],
    ['a byte order mark alone', '\ufeff', 'empty', /no header/],
    ['blank lines', '\n\n , \n', 'empty', /no header/],
    ['a header alone', 'name,note\n', 'no-rows', /no rows/],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'not-a-table', /a PDF file/],
    ['a web page', '\ufeff<html><table>', 'not-a-table', /a web page/],
    ['JSON', '{"name": 1}', 'not-a-table', /a JSON file/],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'not-a-table', /old Excel/],
    [
      'an image',
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
      'not-a-table',
      /PNG file/,
    ],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * i * 31 + i * 7) % 256)),
      'not-a-table',
      /binary/,
    ],
    ['zero bytes', Buffer.alloc(5_000), 'not-a-table', /binary/],
    ['a damaged ZIP', Buffer.from('504b030400000000', 'hex'), 'broken-file', /damaged/],
    ['a header with a NUL', 'na\u0000me,x\n1,2\n', 'no-header', /^Row 1 is no header: column A/],
    ['prose', `${'word '.repeat(300)}\nmore\n`, 'no-header', /longer than 1,000/],
    ['a quotation mark never closed', 'name,note\na,1\n"b,2\nc,3\n', 'unclosed-quote', /^Row 3: /],
    ['too many columns', `${'c,'.repeat(MAX_COLUMNS)}c\n`, 'too-many-columns', /501 columns; at most 500/],
    [
      'damaged UTF-8',
      Buffer.concat([Buffer.from('name\nZoë\n'), Buffer.from([0xff, 0xfe]), Buffer.from('\n')]),
      'encoding',
      /^Near line 3: not valid UTF-8/,
    ],
  ])('%s', async (_case, content, key, message) => {
    const problem = await problemOf(read(Buffer.from(content as string)));
    expect(problem).toMatchObject({ key, message: expect.stringMatching(message) });
  });

  it('a file that is not there', async () => {
    await expect(readTable('/nowhere/x.csv', { name: 'x.csv' })).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('memory is bounded: reading stops soon after the limit', () => {
  /** An endless upload that counts what was taken from it. */
  function endless(beginning: string, chunk: string) {
    const taken = { bytes: 0 };
    function* chunks() {
      yield Buffer.from(beginning);
      for (const part = Buffer.from(chunk); ; taken.bytes += part.length) yield part;
    }
    return { stream: Readable.from(chunks(), { highWaterMark: 1 }), taken };
  }
  const MB = 1024 * 1024;

  it('in a cell that does not end', async () => {
    const { stream, taken } = endless('name,note\na,1\nb,"', 'x'.repeat(MB / 16));
    const problem = await problemOf(read(stream));
    expect(problem).toMatchObject({
      key: 'row-too-long',
      row: 3,
      message: expect.stringMatching(/^Row 3 has more than 2,000,000 bytes/),
    });
    expect(taken.bytes).toBeLessThan(4 * MB);
    expect(stream.destroyed).toBe(true);
  });

  it('after the most rows', async () => {
    const { stream, taken } = endless('name,note\n', 'a,1\n'.repeat(2_000));
    const { rows } = await readTable(stream, { name: 'x.csv' });
    let seen = 0;
    const problem = await problemOf(
      (async () => {
        for await (const _row of rows) seen++;
      })(),
    );
    expect(problem).toMatchObject({
      key: 'too-many-rows',
      limit: MAX_ROWS,
      message: expect.stringMatching(/more than 20,000 rows/),
    });
    expect(seen).toBe(MAX_ROWS);
    expect(taken.bytes).toBeLessThan(2 * MB);
    expect(stream.destroyed).toBe(true);
  });

  it('in blank rows without end', async () => {
    for (const beginning of ['name,note\n', '']) {
      const { stream, taken } = endless(beginning, '\n'.repeat(MB / 16));
      expect((await problemOf(read(stream))).key).toBe(beginning ? 'too-many-rows' : 'empty');
      expect(taken.bytes).toBeLessThan(2 * MB);
    }
  });

  it('after the largest file', async () => {
    const { stream, taken } = endless('name,note\n', `a,"${'x'.repeat(90_000)}"\n`);
    expect(await problemOf(read(stream))).toMatchObject({ key: 'too-large', limit: MAX_FILE_BYTES });
    expect(taken.bytes).toBeLessThan(MAX_FILE_BYTES + 4 * MB);
  });

  it('when nobody reads the rows', async () => {
    const { stream } = endless('name,note\n', 'a,1\n');
    await (await readTable(stream, { name: 'x.csv' })).close();
    expect(stream.destroyed).toBe(true);
  });
});
