import { Column, Entity } from 'typeorm';
import { Row } from '../kernel/row.ts';

/** Two vendors that somebody found to be different; the lesser id first. */
@Entity({ schema: 'app', name: 'distinct_vendors' })
export class DistinctVendors extends Row {
  @Column({ type: 'uuid', name: 'vendor_id' })
  vendorId: string;

  @Column({ type: 'uuid', name: 'other_id' })
  otherId: string;
}
