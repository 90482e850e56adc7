import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

@Entity({ schema: 'app', name: 'amendment' })
export class Amendment extends SharedRecord implements Omit<Gql.Amendment, 'document'> {
  @Column({ type: 'uuid', name: 'agreement_id' })
  agreementId: string;

  @Column({ type: 'date', name: 'effective_on' })
  effectiveOn: string;

  @Column('text')
  description: string;

  @Column({ type: 'uuid', name: 'document_id', nullable: true })
  documentId: string | null;
}
