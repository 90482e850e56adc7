import type { ReturnCategory, ReturnOutcome } from '@attestry/domain/agreements/return-or-destroy.ts';
import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

@Entity({ schema: 'app', name: 'return_obligation' })
export class ReturnObligation extends SharedRecord implements Omit<Gql.ReturnObligation, 'certificate' | 'standing'> {
  @Column({ type: 'uuid', name: 'agreement_id' })
  agreementId: string;

  @Column('text')
  category: ReturnCategory;

  @Column({ type: 'date', name: 'due_on' })
  dueOn: string;

  @Column({ type: 'text', nullable: true })
  outcome: ReturnOutcome | null;

  @Column({ type: 'date', name: 'done_on', nullable: true })
  doneOn: string | null;

  @Column('text')
  method: string;

  @Column({ type: 'uuid', name: 'certificate_id', nullable: true })
  certificateId: string | null;

  @Column({ type: 'date', name: 'infeasible_since', nullable: true })
  infeasibleSince: string | null;

  @Column({ type: 'text', name: 'infeasible_reason' })
  infeasibleReason: string;

  @Column('text')
  protections: string;

  @Column({ type: 'date', name: 'rechecked_on', nullable: true })
  recheckedOn: string | null;
}
