import type { Role } from '@attestry/domain/people/roles.ts';
import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

@Entity({ schema: 'app', name: 'invitation' })
export class Invitation extends SharedRecord implements Gql.Invitation {
  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  roles: Role[];

  @Column({ type: 'bytea', name: 'token_hash', select: false })
  tokenHash: Buffer;

  @Column({ type: 'uuid', name: 'invited_by' })
  invitedBy: string;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: string;

  @Column({ type: 'timestamptz', name: 'accepted_at', nullable: true })
  acceptedAt: string | null;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt: string | null;
}
