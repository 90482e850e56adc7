import { COVERAGE_STATES, GAP_REASONS } from '@attestry/domain/agreements/coverage-answer.ts';
import { EXPOSURES } from '@attestry/domain/ai-systems/phi-flow.ts';
import type { TableColumn } from '../table/columns.ts';
import type { ReportGap } from './input.ts';

export const GAP_COLUMNS: readonly TableColumn<ReportGap>[] = [
  { header: 'AI system', kind: 'text', width: 34, cell: ({ aiSystem }) => aiSystem },
  { header: 'Service', kind: 'text', width: 34, cell: ({ service }) => service },
  { header: 'Vendor', kind: 'text', width: 28, cell: ({ vendor }) => vendor },
  { header: 'State', kind: 'choice', width: 12, cell: ({ state }) => COVERAGE_STATES[state] },
  { header: 'Open on the day', kind: 'choice', width: 10, cell: ({ open }) => (open ? 'Yes' : 'No') },
  { header: 'First day', kind: 'date', width: 12, cell: ({ from }) => from },
  { header: 'Last day', kind: 'date', width: 12, cell: ({ through }) => through },
  { header: 'Days', kind: 'number', width: 8, cell: ({ days }) => days },
  {
    header: 'Reasons',
    kind: 'list',
    width: 34,
    cell: ({ reasons }) => reasons.map(({ key }) => GAP_REASONS[key]).join('; '),
  },
  { header: 'In sentences', kind: 'text', width: 60, cell: ({ reasons }) => reasons.map(({ text }) => text).join(' ') },
  {
    header: 'Citations',
    kind: 'list',
    width: 34,
    cell: ({ reasons }) => [...new Set(reasons.flatMap(({ citation }) => citation ?? []))].join('; '),
  },
  {
    header: 'Exposed in',
    kind: 'list',
    width: 34,
    cell: ({ exposures }) => exposures.map((key) => EXPOSURES[key]).join('; '),
  },
  { header: 'Identifiers', kind: 'list', width: 16, cell: ({ identifiers }) => identifiers.join('; ') },
  { header: 'ID', kind: 'text', width: 44, cell: ({ id }) => id },
];
