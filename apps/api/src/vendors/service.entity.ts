import type { ServiceFacts } from '@attestry/domain/vendors/facts.ts';
import type { YesNoUnknown } from '@attestry/domain/yes-no-unknown.ts';
import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

@Entity({ schema: 'app', name: 'service' })
export class Service extends SharedRecord implements ServiceFacts, Omit<Gql.Service, 'vendor'> {
  @Column({ type: 'uuid', name: 'vendor_id' })
  vendorId: string;

  @Column('text')
  name: string;

  @Column('text')
  description: string;

  @Column('text')
  phi: YesNoUnknown;

  @Column('text')
  ai: YesNoUnknown;

  @Column('text')
  regions: string;

  @Column('text')
  models: string;

  @Column({ type: 'text', name: 'data_retention' })
  dataRetention: string;

  @Column('text')
  notes: string;

  @Column({ type: 'date', name: 'removed_on', nullable: true })
  removedOn: string | null;

  @Column({ type: 'text', name: 'removed_reason' })
  removedReason: string;

  @Column({ type: 'text', name: 'import_key', nullable: true })
  importKey: string | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: string | null;
}
