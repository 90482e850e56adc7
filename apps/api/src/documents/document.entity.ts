import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { Row } from '../kernel/row.ts';

/** A file, addressed by what it contains; its bytes are in the document store, encrypted. */
@Entity({ schema: 'app', name: 'document' })
export class Document extends Row implements Omit<Gql.Document, 'size' | 'receivedFrom' | 'text'> {
  /** Why it is kept, which decides who may read it. */
  @Column('text')
  purpose: Gql.DocumentPurpose;

  /** Hexadecimal SHA-256 of the plain bytes. */
  @Column('text')
  sha256: string;

  @Column('int8')
  size: string;

  @Column({ type: 'text', name: 'media_type' })
  mediaType: string;

  @Column('text')
  name: string;

  @Column({ type: 'text', name: 'object_key' })
  objectKey: string;

  @Column({ type: 'bytea', name: 'wrapped_key' })
  wrappedKey: Buffer;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt: string;

  @Column({ type: 'uuid', name: 'received_from', nullable: true })
  receivedFrom: string | null;
}
