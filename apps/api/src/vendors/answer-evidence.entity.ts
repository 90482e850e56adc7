import { Column, Entity } from 'typeorm';
import { Row } from '../kernel/row.ts';

/** A document that an answer rests on. */
@Entity({ schema: 'app', name: 'answer_evidence' })
export class AnswerEvidence extends Row {
  @Column({ type: 'uuid', name: 'answer_id' })
  answerId: string;

  @Column({ type: 'uuid', name: 'vendor_evidence_id' })
  vendorEvidenceId: string;
}
