import type { Answer } from '@attestry/domain/vendors/evidence.ts';
import { Column, Entity } from 'typeorm';
import { SharedRecord } from '../kernel/row.ts';

/** What is said of a vendor to one question of the questionnaire. */
@Entity({ schema: 'app', name: 'due_diligence_answer' })
export class DueDiligenceAnswer extends SharedRecord {
  @Column({ type: 'uuid', name: 'vendor_id' })
  vendorId: string;

  /** Id in the questionnaire. */
  @Column('text')
  question: string;

  @Column('text')
  answer: Answer;

  @Column('text')
  explanation: string;

  @Column({ type: 'date', name: 'answered_on' })
  answeredOn: string;
}
