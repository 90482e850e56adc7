import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

/** A service that an agreement lists. The vendor of both, so that the list refers to services of its own vendor only. */
@Entity({ schema: 'app', name: 'covered_service' })
export class CoveredService extends SharedRecord implements Omit<Gql.CoveredService, 'service'> {
  @Column({ type: 'uuid', name: 'agreement_id' })
  agreementId: string;

  @Column({ type: 'uuid', name: 'vendor_id' })
  vendorId: string;

  @Column({ type: 'uuid', name: 'service_id' })
  serviceId: string;

  @Column({ type: 'date', name: 'listed_from', nullable: true })
  listedFrom: string | null;

  @Column({ type: 'date', name: 'listed_through', nullable: true })
  listedThrough: string | null;

  @Column({ type: 'text', name: 'scope_note' })
  scopeNote: string;
}
