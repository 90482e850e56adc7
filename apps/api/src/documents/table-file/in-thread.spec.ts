import { PassThrough, Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { inThread, LIMITS } from './in-thread.ts';
import { TableProblem } from './table-problem.ts';

const scan = (content: Uint8Array | string, limits = LIMITS) =>
  inThread('scan-ai-systems', Readable.from([Buffer.from(content)]), ['systems.csv'], limits);
const problemOf = async (reading: Promise<unknown>): Promise<TableProblem> => {
  const error = await reading.then(
    () => new Error('was read'),
    (reason) => reason,
  );
  if (!(error instanceof TableProblem)) throw error;
  return error;
};

describe('a table is read in a thread', () => {
  it('and scanned: columns, samples, values to filter by, a mapping', async () => {
    const found = await scan('Name,PHI,Name\nScribe,yes,x\nTriage,no,\nToo,many,cells,here\n');
    expect(found).toMatchObject({ rowCount: 3, mapping: { name: { columns: ['Name'] } } });
    expect(found.columns[1]).toEqual({
      name: 'PHI',
      samples: ['yes', 'no'],
      values: [
        { value: 'yes', count: 1 },
        { value: 'no', count: 1 },
      ],
    });
    expect(found.warnings).toHaveLength(1);
  });

  it('and converted row by row', async () => {
    const { mapping } = await scan('Name,PHI\nScribe,yes\n');
    const source = Readable.from([Buffer.from('Name,PHI\nScribe,yes\nTriage,no\nragged\n')]);
    const filter = { column: 'PHI', anyOf: ['yes'] };
    const { rows, leftOut } = await inThread('ai-system-rows', source, ['systems.csv', mapping, filter]);
    expect(rows.map(({ rowNumber, name, messages }) => [rowNumber, name, messages.map(({ text }) => text)])).toEqual([
      [2, 'Scribe', []],
      [4, '', ['Row 4 has 1 cells where the header has 2.']],
    ]);
    expect(leftOut).toBe(1);
  });

  it('and what is wrong arrives with its key, message, row and limit', async () => {
    expect(await problemOf(scan(`name,note\nA,"${'x'.repeat(3_000_000)}`))).toMatchObject({
      key: 'row-too-long',
      message: expect.stringMatching(/^Row 2 has more than 2,000,000 bytes/),
      row: 2,
      limit: 2_000_000,
    });
  });

  it('two at once; the others wait, and hear of a source that breaks meanwhile', async () => {
    const slow = [new PassThrough(), new PassThrough()];
    const first = slow.map((source) => inThread('scan-ai-systems', source, ['slow.csv']));
    const broken = new PassThrough();
    const second = inThread('scan-ai-systems', broken, ['broken.csv']).catch((error: Error) => error.message);
    let third: number | undefined;
    const waits = scan('a,b\n1,2\n').then(({ rowCount }) => (third = rowCount));
    broken.destroy(new Error('the disk is gone'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(third).toBeUndefined();
    for (const source of slow) source.end('a,b\n1,2\n');
    expect(await Promise.all(first)).toHaveLength(2);
    expect(await second).toBe('the disk is gone');
    expect(await waits).toBe(1);
  });
});

describe('a large Excel file', () => {
  let file: Uint8Array;
  beforeAll(async () => {
    const row = (n: number) =>
      Array.from({ length: 20 }, (_, at) => ({
        type: String,
        value: n === 0 ? `Column ${at}` : `Row ${n}, cell ${at}`,
      }));
    file = await writeExcelFile(Array.from({ length: 20_001 }, (_, n) => row(n))).toBuffer();
  });

  it('leaves the event loop of the process that asks for it free', async () => {
    const before = performance.eventLoopUtilization();
    expect(await scan(file)).toMatchObject({ rowCount: 20_000 });
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  });

  it('beyond the memory it may use is refused, and the process goes on', async () => {
    expect(await problemOf(scan(file, { ...LIMITS, heapMegabytes: 16 }))).toMatchObject({
      key: 'too-much-memory',
      message: 'systems.csv needs more than 16 MB of memory. Split it into smaller files, or save it as CSV.',
      limit: 16,
    });
    expect(await scan('a,b\n1,2\n')).toMatchObject({ rowCount: 1 });
  });

  it('beyond the time it may take is refused, and the process goes on', async () => {
    expect(await problemOf(scan(file, { ...LIMITS, seconds: 0.3 }))).toMatchObject({
      key: 'too-slow',
      message: 'systems.csv could not be read within 0.3 seconds. Split it into smaller files, or save it as CSV.',
      limit: 0.3,
    });
    expect(await scan('a,b\n1,2\n')).toMatchObject({ rowCount: 1 });
  });
});
