import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client, TestApp } from './test-app.ts';

interface Refused {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly fields?: readonly { path: string; message: string }[] };
}

/** `POST /documents` as a browser sends it. */
export async function upload(who: Client, bytes: Uint8Array | string, name: string, field = 'file') {
  const form = new FormData();
  form.set(field, new Blob([bytes as never]), name);
  const response = await who.fetch('/documents', { method: 'POST', body: form });
  const { id, errors } = (await response.json()) as { id: string; errors?: readonly Refused[] };
  return { status: response.status, id, refused: errors?.[0] };
}

/** What uploads leave behind: rows, events and files. */
export async function traces(app: TestApp) {
  const [rows] = await app.sql(
    `SELECT (SELECT count(*) FROM app.document)::int AS documents, (SELECT count(*) FROM app.document_text)::int AS texts,
      (SELECT count(*) FROM app.background_task)::int AS tasks, (SELECT count(*) FROM audit.event)::int AS events`,
  );
  const { documents, texts, tasks, events } = rows as Record<'documents' | 'texts' | 'tasks' | 'events', number>;
  return { documents, texts, tasks, events, files: (await storedFiles(app)).length };
}

/** Paths of the files in the document store. */
export async function storedFiles({ dataDir }: TestApp): Promise<string[]> {
  const root = join(dataDir, 'documents');
  const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
