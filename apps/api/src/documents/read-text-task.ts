import { type FormatKey, formatOf } from '@attestry/domain/documents/formats.ts';
import { wholeText } from '@attestry/domain/documents/text-pages.ts';
import { Inject, Injectable } from '@nestjs/common';
import { byId, columns, update } from '../kernel/rows.ts';
import { handleTask, type TaskRun } from '../kernel/task-runner.ts';
import type { Transaction } from '../kernel/transaction.ts';
import { Document } from './document.entity.ts';
import { DocumentProblem } from './document-problem.ts';
import type { StoredFile } from './document-store.ts';
import { DocumentText } from './document-text.entity.ts';
import { Documents } from './documents.service.ts';
import { inThread } from './in-thread.ts';
import { StoredText } from './stored-text.ts';
import type { TextRead } from './text/text-read.ts';

const COMMAND = 'document.read-text';

/** What a document without text says of itself. */
const NO_TEXT: Partial<Record<FormatKey, string>> = {
  pdf: 'This PDF holds pictures of pages, no text: it can be looked at, but not searched or quoted. Upload the original file, or one with text recognition, where there is one.',
  png: 'This is a picture; the words in it are not read.',
  jpeg: 'This is a picture; the words in it are not read.',
};
const PICTURES: readonly (FormatKey | undefined)[] = ['png', 'jpeg'];

interface Waiting {
  readonly document: Document;
  readonly key: Buffer;
}

/** Reads a document's text in the background. What was read is recorded once, however often the task runs. */
@Injectable()
export class ReadTextTask {
  constructor(
    @Inject(Documents) private readonly documents: Documents,
    @Inject(StoredText) private readonly stored: StoredText,
  ) {
    handleTask(COMMAND, (run) => this.run(run));
  }

  private async run(run: TaskRun): Promise<void> {
    const waiting = await run.transaction(COMMAND, (tx) => this.waiting(tx, run));
    if (!waiting) return;
    try {
      await this.read(run, waiting);
    } catch (error) {
      if (run.isPassing(error) || run.signal.aborted) throw error;
      const said = error instanceof DocumentProblem;
      const { name } = waiting.document;
      const problem = said ? error.message : `${name} could not be read. The file is kept as it was received.`;
      await this.end(run, { status: 'unreadable', problem });
      if (!said) throw error;
    }
  }

  private async waiting(tx: Transaction, { subjectId, orgId }: TaskRun): Promise<Waiting | undefined> {
    const document = await byId<Document>(tx, Document, subjectId);
    const text = await textOf(tx, subjectId);
    if (!document || text?.status !== 'waiting') return undefined;
    return { document, key: await this.documents.keyOf(tx, orgId, document) };
  }

  private async read(run: TaskRun, { document, key }: Waiting): Promise<void> {
    const { store } = this.documents;
    const format = formatOf(document.mediaType);
    const noText = (format && NO_TEXT[format]) ?? 'This document holds no text.';
    if (!format || PICTURES.includes(format)) return void (await this.end(run, { status: 'no_text', problem: noText }));
    await store.check(document.objectKey, key);
    const { signal } = run;
    const read = await inThread('text', store.locate(document, key), [document.name, format], { signal });
    if (read.pages.length > 0) await this.keep(run, read);
    else await this.end(run, { status: 'no_text', problem: noText, pageCount: read.pageCount });
  }

  private async keep(run: TaskRun, { pages, pageCount }: TextRead): Promise<void> {
    const file = await this.stored.write(pages);
    const result = { status: 'read' as const, pageCount, characters: wholeText(pages).length };
    const recorded = await this.end(run, result, file).catch(async (error) => {
      await this.documents.store.remove(file.objectKey);
      throw error;
    });
    if (!recorded) await this.documents.store.remove(file.objectKey);
  }

  /** False where another run of the task was faster. */
  private async end(run: TaskRun, result: Partial<DocumentText>, file?: StoredFile): Promise<boolean> {
    return run.transaction(COMMAND, async (tx) => {
      const present = await textOf(tx, run.subjectId, 'lock');
      if (present?.status !== 'waiting') return false;
      const sealed = file && {
        objectKey: file.objectKey,
        wrappedKey: await this.documents.wrapped(tx, run.orgId, file),
      };
      const readAt = new Date().toISOString();
      await update<DocumentText>(tx, DocumentText, { id: present.id }, { ...result, ...sealed, readAt });
      return true;
    });
  }
}

async function textOf(tx: Transaction, documentId: string, lock?: 'lock'): Promise<DocumentText | undefined> {
  const [text] = await tx.query<DocumentText>(
    `SELECT ${columns(DocumentText)} FROM app.document_text WHERE document_id = $1 ${lock ? 'FOR UPDATE' : ''}`,
    [documentId],
  );
  return text;
}
