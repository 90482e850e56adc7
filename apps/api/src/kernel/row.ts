import { Column, PrimaryColumn } from 'typeorm';

/** What every row of an organization has. The database fills `org_id` from the transaction; nobody types it. */
export abstract class Row {
  @PrimaryColumn({ type: 'uuid', name: 'org_id', select: false })
  orgId: string;

  @PrimaryColumn('uuid')
  id: string;
}

/** A shared record: a change names the version it was made from. */
export abstract class SharedRecord extends Row {
  @Column('integer')
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: string;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: string;
}
