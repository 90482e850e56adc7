import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

/** From `since` on the condition is met, or not, or nobody knows; until the next line. */
@Entity({ schema: 'app', name: 'condition_status' })
export class ConditionStatus extends SharedRecord implements Omit<Gql.ConditionStatus, 'document'> {
  @Column({ type: 'uuid', name: 'condition_id' })
  conditionId: string;

  @Column('date')
  since: string;

  @Column('text')
  met: Gql.ConditionMet;

  @Column('text')
  note: string;

  @Column({ type: 'uuid', name: 'document_id', nullable: true })
  documentId: string | null;
}
