import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small table of ours: a BOM, a cell over two lines, one that begins with `=`, one that no day can be read from. */
export const MADE_UP = [
  ['System', 'Purpose', 'Dept', 'Owner', 'Vendor', 'PHI?', 'Status', 'Next review'],
  [
    'Sepsis early warning',
    'Warns of sepsis\nsix hours ahead',
    'Emergency medicine',
    'R. Abara',
    '',
    'Yes',
    'Live',
    '2027-01-31',
  ],
  [
    'Denial letter drafting',
    'Drafts letters to payers',
    'Revenue cycle',
    'J. Whitfield',
    'Claimwright',
    'Yes',
    'Pilot',
    '3/4/2027',
  ],
  ['Bed demand forecast', '=SUM(A1:A9) is not a formula here', 'Operations', '', '', 'No', 'Live', 'next spring'],
  ['Visit notes', 'Writes the note of a visit', 'Primary care', 'R. Abara', 'Scribewell', 'Yes', 'Live', ''],
  ['', 'A row that says nothing of its name', 'Nursing', '', '', '', '', ''],
];

/** The same table a quarter later: two rows say something else, one is new. */
export const A_QUARTER_LATER = [
  ...MADE_UP.slice(0, 2),
  [
    'Denial letter drafting',
    'Drafts letters to payers',
    'Revenue cycle',
    'J. Whitfield',
    'Claimwright',
    'Yes',
    'Live',
    '3/4/2027',
  ],
  MADE_UP[3]!,
  ['Visit notes', 'Writes the note of a visit', 'Primary care', 'S. Petrov', 'Scribewell', 'Yes', 'Live', ''],
  ['Fall risk score', 'Scores the risk of falling', 'Nursing', '', '', 'unknown', 'Proposed', ''],
];

/** Writes a table as a CSV file and answers its path. */
export async function csvFile(name: string, rows: readonly (readonly string[])[]): Promise<string> {
  const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
  const path = join(await mkdtemp(join(tmpdir(), 'attestry-table-')), name);
  await writeFile(path, `\uFEFF${text}\r\n`);
  return path;
}
