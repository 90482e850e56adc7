import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { Row } from '../kernel/row.ts';

/** What was read from a document; the text itself is in the document store, encrypted. */
@Entity({ schema: 'app', name: 'document_text' })
export class DocumentText extends Row implements Omit<Gql.DocumentText, 'pages'> {
  @Column({ type: 'uuid', name: 'document_id' })
  documentId: string;

  @Column('text')
  status: Gql.TextStatus;

  @Column('text')
  problem: string;

  @Column({ type: 'integer', name: 'page_count', nullable: true })
  pageCount: number | null;

  @Column({ type: 'integer', nullable: true })
  characters: number | null;

  @Column({ type: 'text', name: 'object_key', nullable: true })
  objectKey: string | null;

  @Column({ type: 'bytea', name: 'wrapped_key', nullable: true })
  wrappedKey: Buffer | null;

  @Column({ type: 'timestamptz', name: 'read_at', nullable: true })
  readAt: string | null;
}
