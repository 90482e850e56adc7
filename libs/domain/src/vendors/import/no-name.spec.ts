import { expect, it } from 'vitest';
import { isNoName } from './no-name.ts';

it.each([
  '',
  ' ',
  '-',
  '—',
  '?',
  '...',
  'Various',
  'VARIOUS',
  'N/A',
  'n.a.',
  'NA',
  'None',
  'Unknown',
  'TBD',
  'Multiple vendors',
  'Not applicable',
  'Other',
  'No',
])('“%s” names nothing', (text) => {
  expect(isNoName(text)).toBe(true);
});

it.each([
  'Copilot',
  'X',
  'NoNA Health',
  'Various Technologies Inc.',
  'Box',
  '3M',
  '北京',
  'Yes Software',
  'All Scripts',
])('“%s” names something', (text) => {
  expect(isNoName(text)).toBe(false);
});
