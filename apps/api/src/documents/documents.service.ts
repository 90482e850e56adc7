import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type * as Gql from '../generated/contract.ts';
import { notFound } from '../kernel/failure.ts';
import { SETTINGS } from '../kernel/kernel.module.ts';
import { byId, insert } from '../kernel/rows.ts';
import type { Settings } from '../kernel/settings.ts';
import type { Transaction } from '../kernel/transaction.ts';
import { Document } from './document.entity.ts';
import { DocumentStore, type StoredFile } from './document-store.ts';
import { newKey, unwrap, wrap } from './encryption.ts';

/** A file of the store, with its key as the database has it. */
interface Sealed {
  readonly objectKey: string;
  readonly wrappedKey: Buffer;
}

/** Keeps files: bytes in the store, the fact and the wrapped key in the database. */
@Injectable()
export class Documents {
  readonly store: DocumentStore;
  private readonly rootKey: Buffer;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.store = new DocumentStore(join(settings.ATTESTRY_DATA_DIR, 'documents'));
    this.rootKey = Buffer.from(settings.ROOT_KEY, 'base64');
  }

  /** Records a file that is in the store already; the caller removes the file when the transaction fails. */
  async record(
    tx: Transaction,
    orgId: string,
    file: StoredFile,
    about: { name: string; mediaType: string; purpose: Gql.DocumentPurpose; from: string },
  ): Promise<Document> {
    return insert(tx, Document, {
      sha256: file.sha256,
      size: String(file.size),
      mediaType: about.mediaType,
      name: about.name,
      purpose: about.purpose,
      objectKey: file.objectKey,
      wrappedKey: await this.wrapped(tx, orgId, file),
      receivedFrom: about.from,
    });
  }

  async find(tx: Transaction, id: string): Promise<Document> {
    const document = await byId(tx, Document, id);
    if (!document) throw notFound('document');
    return document;
  }

  async open(tx: Transaction, orgId: string, file: Sealed): Promise<Readable> {
    return this.store.read(file.objectKey, await this.keyOf(tx, orgId, file));
  }

  /** What opens a file of the store. */
  async keyOf(tx: Transaction, orgId: string, { objectKey, wrappedKey }: Sealed): Promise<Buffer> {
    return unwrap(wrappedKey, await this.organizationKey(tx, orgId), objectKey);
  }

  async wrapped(tx: Transaction, orgId: string, { key, objectKey }: StoredFile): Promise<Buffer> {
    return wrap(key, await this.organizationKey(tx, orgId), objectKey);
  }

  /** The organization's key, made at its first document. */
  private async organizationKey(tx: Transaction, orgId: string): Promise<Buffer> {
    const read = () => tx.query<{ wrapped: Buffer }>('SELECT wrapped FROM app.organization_key');
    let [row] = await read();
    if (!row) {
      await tx.query('INSERT INTO app.organization_key (wrapped) VALUES ($1) ON CONFLICT DO NOTHING', [
        wrap(newKey(), this.rootKey, orgId),
      ]);
      [row] = await read();
    }
    return unwrap(row!.wrapped, this.rootKey, orgId);
  }
}
