import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

@Entity({ schema: 'app', name: 'agreement_condition' })
export class AgreementCondition
  extends SharedRecord
  implements Omit<Gql.AgreementCondition, 'service' | 'statuses' | 'met'>
{
  @Column({ type: 'uuid', name: 'agreement_id' })
  agreementId: string;

  @Column({ type: 'uuid', name: 'service_id', nullable: true })
  serviceId: string | null;

  @Column('text')
  condition: string;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: string | null;

  @Column({ type: 'text', name: 'withdrawn_reason' })
  withdrawnReason: string;
}
