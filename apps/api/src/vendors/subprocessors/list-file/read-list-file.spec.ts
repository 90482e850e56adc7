import type { FormatKey } from '@attestry/domain/documents/formats.ts';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { zip } from '../../../../test/archive.ts';
import { docxParts } from '../../../../test/files.ts';
import { readListFile } from './read-list-file.ts';

type Bytes = string | Buffer | Promise<Buffer>;
const read = async (bytes: Bytes, format: FormatKey) =>
  readListFile(new Uint8Array(Buffer.from((await bytes) as string)), 'The list', format);
const linesOf = async (bytes: Bytes, format: FormatKey) => {
  const reading = await read(bytes, format);
  if (!reading.ok) throw new Error(reading.because.text);
  return reading;
};

interface Cell {
  value: string;
  type: typeof String;
  columnSpan?: number;
}
const sheet = (rows: (string | Cell | null)[][]) =>
  writeExcelFile(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { value: cell, type: String } : cell))),
  ).toBuffer() as Promise<Buffer>;

/** A Word document of one heading, one table and one sentence. `cell` may have properties, as merged ones do. */
function word(rows: (string | { text: string; properties: string })[][]): Buffer {
  const cells = rows.map((row) =>
    row.map((cell) => {
      const { text, properties } = typeof cell === 'string' ? { text: cell, properties: '' } : cell;
      return `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    }),
  );
  const table = `<w:tbl>${cells.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`;
  const dated = '<w:p><w:r><w:t>Effective date: March 1, 2026</w:t></w:r></w:p>';
  const parts = docxParts([]);
  const body = parts.find(({ path }) => path === 'word/document.xml')!;
  return zip([
    ...parts.filter((part) => part !== body),
    { ...body, data: String(body.data).replace('<w:body>', `<w:body>${dated}${table}`) },
  ]);
}

const HEAD = ['Subprocessor', 'Purpose', 'Location'];
const NIMBUS = ['Nimbus Cloud & Sons', 'Hosting', 'Ohio'];
const EXPECTED = [{ name: 'Nimbus Cloud & Sons', purpose: 'Hosting', location: 'Ohio' }];

describe('a list of subprocessors is read from', () => {
  it.each<[string, Bytes, FormatKey]>([
    [
      'Markdown',
      '# List\n\n|Subprocessor|Purpose|Location|\n|:-|-|-|\n|Nimbus Cloud &amp; Sons|Hosting|Ohio|\n',
      'markdown',
    ],
    [
      'Markdown with links, bold words, code, escapes and windows line ends',
      '| Subprocessor | Purpose | Location |\r\n| --- | --- | --- |\r\n| [Nimbus **Cloud**](https://n.example) \\& Sons | `Hosting` | Ohio |\r\n',
      'markdown',
    ],
    [
      'Markdown within a quotation',
      '> |Subprocessor|Purpose|Location|\n> |-|-|-|\n> |Nimbus Cloud & Sons|Hosting|Ohio|\n',
      'markdown',
    ],
    [
      'a text file that holds such a table',
      '|Subprocessor|Purpose|Location|\n|-|-|-|\n|Nimbus Cloud & Sons|Hosting|Ohio|',
      'text',
    ],
    [
      'HTML within Markdown',
      'Ours:\n\n<table><tr><th>Subprocessor<th>Purpose<th>Location<tr><td>Nimbus Cloud &amp; Sons<td>Hosting<td>Ohio</table>\n',
      'markdown',
    ],
    ['CSV', `${HEAD}\n\n${NIMBUS}\n`, 'csv'],
    ['CSV with semicolons', `${HEAD.join(';')}\n${NIMBUS.join(';')};;\n`, 'csv'],
    ['a workbook', sheet([HEAD, NIMBUS]), 'xlsx'],
    [
      'a web page, whose layout is a table too',
      '<!doctype html><table><tr><td><h2>List</h2><table><thead><tr><th>Subprocessor</th><th>Purpose</th><th>Location</th></tr></thead><tbody><tr><td><a href="x">Nimbus</a>\n Cloud &amp; <b>Sons</b></td><td><p>Hosting</p></td><td colspan="1">Ohio</td></tr></tbody></table></td></tr></table>',
      'html',
    ],
    ['a Word document', word([HEAD, ['Nimbus Cloud &amp; Sons', 'Hosting', 'Ohio']]), 'docx'],
  ])('%s', async (_, bytes, format) => {
    expect((await linesOf(bytes, format)).entries).toMatchObject(EXPECTED);
  });

  it('a Word document with the date that stands in it', async () => {
    expect((await linesOf(word([HEAD, NIMBUS.map((text) => text.replace('&', 'and'))]), 'docx')).listedOn).toBe(
      '2026-03-01',
    );
  });

  it('front matter, for its date and not as a heading', async () => {
    const markdown = `---\ntitle: List\nlast_updated: 2026-01-31\n---\n\n|Entity|X|\n|---|---|\n|Nimbus|1|\n`;
    const { listedOn, warnings } = await linesOf(markdown, 'markdown');
    expect(listedOn).toBe('2026-01-31');
    expect(warnings).toEqual(['The table: “X” is kept in the notes.']);
  });

  it('names the table by the heading above it, or its caption', async () => {
    const markdown = `## Vendors\n\n|Entity|X|\n|-|-|\n|Nimbus|1|\n\n<table><caption>More</caption><tr><th>Entity<th>Y<tr><td>Parrot<td>2</table>`;
    const { warnings } = await linesOf(markdown, 'markdown');
    expect(warnings.slice(0, 2)).toEqual([
      'The table “Vendors”: “X” is kept in the notes.',
      'The table “More”: “Y” is kept in the notes.',
    ]);
  });
});

describe('a list of subprocessors is refused with its reason:', () => {
  const span = (text: string, columnSpan: number): Cell => ({ value: text, type: String, columnSpan });
  it.each<[string, Bytes, FormatKey, string, string]>([
    ['no table', '# Subprocessors\n\n- Nimbus\n- Parrot\n', 'markdown', 'no-table', 'No table was found'],
    ['an empty header row', '| | |\n|-|-|\n|Nimbus|Hosting|\n', 'markdown', 'empty-header', 'empty header row'],
    ['an empty header row of a CSV', ',,\nNimbus,Hosting,Ohio\n', 'csv', 'empty-header', 'empty header row'],
    ['an empty first row of a workbook', sheet([['', '', ''], NIMBUS]), 'xlsx', 'empty-header', 'empty header row'],
    [
      'an empty header cell',
      '|Entity| |Location|\n|-|-|-|\n|Nimbus|x|Ohio|\n',
      'markdown',
      'empty-header',
      'no header above column 2',
    ],
    [
      'a merged cell of a workbook',
      sheet([HEAD, [span('Infrastructure', 3), null, null], NIMBUS]),
      'xlsx',
      'merged',
      '(A2:C2)',
    ],
    [
      'a cell over two rows of a web page',
      '<table><tr><th>Entity<th>Purpose<tr><td rowspan="2">Nimbus<td>Hosting<tr><td>Backup</table>',
      'html',
      'merged',
      'in row 2',
    ],
    [
      'a cell over two columns of a Word document',
      word([HEAD, ['Nimbus', { text: 'Hosting', properties: '<w:gridSpan w:val="2"/>' }]]),
      'docx',
      'merged',
      'in row 2',
    ],
    [
      'a row that is too short',
      '|Entity|Purpose|\n|-|-|\n|Nimbus|\n',
      'markdown',
      'ragged-row',
      'row 2 has 1 cell where the header has 2',
    ],
    [
      'a row that is too long',
      '|Entity|Purpose|\n|-|-|\n|Nimbus|a|b|\n',
      'markdown',
      'ragged-row',
      'row 2 has 3 cells',
    ],
    ['a row of a CSV that is too short', 'Entity,Purpose\nNimbus\n', 'csv', 'ragged-row', 'row 2 has 1 cell'],
    ['headers that name nobody', 'Region,Notes\nOhio,x\n', 'csv', 'nobody-named', 'none of its columns'],
    [
      'a date that does not exist',
      'Updated: 2026-02-30\n\n|Entity|\n|-|\n|Nimbus|\n',
      'markdown',
      'no-such-date',
      '2026-02-30',
    ],
    [
      'more than 1,000 rows',
      `Entity\n${Array.from({ length: 1_001 }, (_, at) => `Vendor ${at}`).join('\n')}`,
      'csv',
      'too-many',
      'more than 1,000 rows',
    ],
  ])('%s', async (_, bytes, format, key, text) => {
    const reading = await read(bytes, format);
    expect(reading).toMatchObject({ ok: false, because: { key } });
    expect(!reading.ok && reading.because.text).toContain(text);
  });

  it.each<[string, Bytes, FormatKey, string]>([
    ['a format without tables', '%PDF', 'pdf', 'The list is a PDF, from which no table is read.'],
    ['what is no workbook', 'PK', 'xlsx', 'damaged'],
    ['what is no Word document', 'PK', 'docx', 'cannot be read as a Word document'],
    ['elements within elements, without end', '<table><tr><td>'.repeat(40_000), 'html', 'nested too deeply'],
    ['UTF-16 that is cut off', Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8]), 'markdown', 'UTF-16'],
  ])('%s', async (_, bytes, format, text) => {
    await expect(read(bytes, format)).rejects.toMatchObject({
      name: 'TableProblem',
      message: expect.stringContaining(text),
    });
  });
});

it('nothing in a list runs or is taken for something else than words', async () => {
  const markdown =
    '|Entity|Purpose|\n|-|-|\n|Nimbus <script>alert(1)</script>|<img src=x onerror=alert(1)> ![p](http://x.example/p.png)Host|\n';
  const [line] = (await linesOf(markdown, 'markdown')).entries;
  expect(line).toMatchObject({ name: 'Nimbus alert(1)', purpose: 'Host' });
});
