import type { SaveView } from '@attestry/domain/people/saved-view.ts';
import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { Row } from '../kernel/row.ts';

@Entity({ schema: 'app', name: 'saved_view' })
export class SavedView extends Row implements Gql.SavedView {
  @Column({ type: 'uuid', name: 'member_id' })
  memberId: string;

  @Column('text')
  register: SaveView['register'];

  @Column('text')
  name: string;

  @Column('text')
  query: string;
}
