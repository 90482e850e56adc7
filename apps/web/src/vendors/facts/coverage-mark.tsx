import { COVERAGE_STATES, type CoverageState } from '@attestry/domain/agreements/coverage-answer.ts';
import { type Standing, Status } from '../../ui/status.tsx';

/** Covered or not, as a word with its mark; unknown is hatched and never green. */
export const CoverageMark = ({ state }: { state: CoverageState }) => (
  <Status standing={STANDINGS[state]}>{COVERAGE_STATES[state]}</Status>
);

const STANDINGS: Readonly<Record<CoverageState, Standing>> = {
  covered: 'order',
  uncovered: 'gap',
  unknown: 'unknown',
  not_needed: 'plain',
};
