import { ACCESS_AND_LOGGING } from './questions/access-and-logging.ts';
import { AI } from './questions/ai.ts';
import { DATA_HANDLING } from './questions/data-handling.ts';
import { INDEPENDENT_ASSESSMENTS } from './questions/independent-assessments.ts';
import { OPERATIONAL_CONTROLS } from './questions/operational-controls.ts';
import type { AreaQuestion } from './questions/question.ts';
import { SECURITY_POSTURE } from './questions/security-posture.ts';

/*
 * What is asked of a vendor before PHI reaches it, and again at each review. The law asks for satisfactory assurance
 * (45 CFR 164.308(b)(1), 164.502(e)), not for these questions: each says the duty that stands behind it, or `policy`.
 */

export const AREAS = {
  security_posture: 'Security posture',
  operational_controls: 'Operational controls',
  data_handling: 'Data handling',
  access_and_logging: 'Access controls and audit logging',
  independent_assessments: 'Independent assessments',
  ai: 'AI',
} as const;
export type Area = keyof typeof AREAS;

export interface Question extends AreaQuestion {
  readonly area: Area;
}

const BY_AREA: Readonly<Record<Area, readonly AreaQuestion[]>> = {
  security_posture: SECURITY_POSTURE,
  operational_controls: OPERATIONAL_CONTROLS,
  data_handling: DATA_HANDLING,
  access_and_logging: ACCESS_AND_LOGGING,
  independent_assessments: INDEPENDENT_ASSESSMENTS,
  ai: AI,
};

export const QUESTIONS: readonly Question[] = Object.entries(BY_AREA).flatMap(([area, questions]) =>
  questions.map((question) => ({ area: area as Area, ...question })),
);

const BY_ID = new Map(QUESTIONS.map((question) => [question.id, question]));
export const questionOf = (id: string): Question | undefined => BY_ID.get(id);
