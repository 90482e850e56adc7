import { describe, expect, it } from 'vitest';
import { columnsOf } from './list-columns.ts';

describe('the columns of a list of subprocessors', () => {
  it.each([
    ['a name, what for and where', ['Subprocessor', 'Purpose', 'Location'], ['name', 'purpose', 'location']],
    [
      "the vendor's own services",
      ['Entity Name', 'Relevant Widget Services', 'Purpose of Processing', 'Location of Subprocessors'],
      ['name', 'services', 'purpose', 'location'],
    ],
    [
      'a service with its provider, and what is said of PHI',
      [
        'Service',
        'Purpose',
        'Data Processed',
        'PHI/Part 2 Status',
        'Agreement Status',
        'External?',
        'Hosting/Region',
        'Notes',
      ],
      ['name', 'purpose', 'data', 'phi', 'agreement', undefined, 'location', 'notes'],
    ],
    ['a service beside a name is what it is for', ['Company', 'Service', 'Country'], ['name', 'purpose', 'location']],
    [
      "a service beside a name and a purpose is the vendor's",
      ['Vendor name', 'Service', 'Purpose'],
      ['name', 'services', 'purpose'],
    ],
    ['where data are is a place, no data', ['Name', 'Data location', 'Data'], ['name', 'location', 'data']],
    ['the purpose of data is a purpose', ['Sub-processor', 'Purpose of data processing'], ['name', 'purpose']],
    ['a second column for one field', ['Name', 'Location', 'Region'], ['name', 'location', undefined]],
    ['accents and capitals', ['SUB-PROCESSOR NAME', 'Geográphic region'], ['name', 'location']],
    ['headers we do not know', ['Third-party service provider', 'Since', 'Website'], ['name', undefined, undefined]],
  ])('%s', (_, headers, fields) => {
    expect(columnsOf(headers)).toEqual(fields);
  });

  it.each([
    ['a table of something else', ['Version', 'Date', 'Change']],
    ['only facts, nobody named', ['Purpose', 'Location']],
    ['an underlying provider is no subprocessor', ['Underlying Provider', 'Region']],
    ['no columns', []],
  ])('are not recognized in %s', (_, headers) => {
    expect(columnsOf(headers)).toBeUndefined();
  });
});
