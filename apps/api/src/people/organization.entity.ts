import type { OrganizationKind } from '@attestry/domain/people/commands.ts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type * as Gql from '../generated/contract.ts';

@Entity({ schema: 'app', name: 'organization' })
export class Organization implements Gql.Organization {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('text')
  name: string;

  @Column('text')
  kind: OrganizationKind;

  @Column({ type: 'text', name: 'time_zone' })
  timeZone: string;

  @Column('text')
  paper: Gql.Paper;
}
