import type { VendorDueDiligenceQuery } from '../../generated/graphql.ts';

type VendorRead = NonNullable<VendorDueDiligenceQuery['vendor']>;
export type DueDiligenceRead = VendorRead['dueDiligence'];
export type AreaRead = DueDiligenceRead['areas'][number];
export type QuestionRead = AreaRead['questions'][number];
export type EvidenceRead = VendorRead['evidence'][number];
