import type { Role } from '@attestry/domain/people/roles.ts';
import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

@Entity({ schema: 'app', name: 'member' })
export class Member extends SharedRecord implements Gql.Member {
  @Column({ type: 'uuid', name: 'account_id' })
  accountId: string;

  @Column('text')
  name: string;

  @Column('text')
  email: string;

  @Column('text', { array: true })
  roles: Role[];

  @Column({ type: 'timestamptz', name: 'deactivated_at', nullable: true })
  deactivatedAt: string | null;
}
