import type { Client } from './test-app.ts';
import { until } from './worker.ts';

export interface Import {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly status: string;
  readonly problem: string;
  readonly mapping: Record<string, unknown>;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly leftOut: number;
  readonly remarked: number;
  readonly records: readonly {
    entity: string;
    created: number;
    updated: number;
    unchanged: number;
    rejected: number;
  }[];
}

export interface ImportedRow {
  readonly rowNumber: number;
  readonly outcome: string;
  readonly name: string;
  readonly messages: readonly { severity: string; column: string | null; text: string }[];
  readonly records: readonly {
    readonly entity: string;
    readonly name: string;
    readonly outcome: string;
    readonly recordId: string | null;
    readonly changes: readonly { fact: string; before: unknown; after: unknown }[];
  }[];
}

const IMPORT = `id version kind status problem mapping rowCount created updated unchanged rejected leftOut remarked
  columns { name values { value count } } records { entity created updated unchanged rejected }`;
const ROWS = `rowNumber outcome name messages { severity column text }
  records { entity name outcome recordId changes { fact before after } }`;

type Content = string | Uint8Array<ArrayBuffer>;

/** Imports of one kind as somebody does them, for tests; a worker has to run. */
export function importsOf(who: Client, kind: 'ai_system' | 'vendor') {
  const upload = async (content: Content, by = who, name = 'table.csv') => {
    const form = new FormData();
    form.set('file', new Blob([content]), name);
    const response = await by.fetch(`/imports?kind=${kind}`, { method: 'POST', body: form });
    const body = (await response.json()) as { id?: string; errors?: { message: string }[] };
    return { status: response.status, body };
  };
  const read = async (id: string) =>
    (await who.must<{ dataImport: Import }>(`query ($id: ID!) { dataImport(id: $id) { ${IMPORT} } }`, { id }))
      .dataImport;
  const step = async (
    name: 'checkImport' | 'applyImport' | 'undoImport',
    present: Import,
    more: Record<string, unknown> = {},
  ) => {
    const type = name === 'checkImport' ? 'CheckImportInput' : 'ImportStepInput';
    await who.must(`mutation ($input: ${type}!) { ${name}(input: $input) { id } }`, {
      input: { id: present.id, version: present.version, ...more },
    });
    return until(async () => {
      const now = await read(present.id);
      return !['checking', 'applying', 'undoing'].includes(now.status) && now;
    });
  };
  /** Checked as the columns were suggested, or with this mapping. */
  const check = async (content: Content, choice: { mapping?: object; filter?: object } = {}) => {
    const { status, body } = await upload(content);
    if (status !== 201) throw new Error(JSON.stringify(body));
    const uploaded = await read(body.id!);
    const checked = await step('checkImport', uploaded, { mapping: uploaded.mapping, ...choice });
    if (checked.status !== 'checked') throw new Error(checked.problem);
    return checked;
  };
  const importAll = async (content: Content, choice?: { mapping?: object; filter?: object }) => {
    const checked = await check(content, choice);
    const applied = await step('applyImport', checked);
    if (applied.status !== 'applied') throw new Error(applied.problem);
    return { checked, applied };
  };
  const rows = async (id: string, args = '') => {
    const found: ImportedRow[] = [];
    let after: string | null = null;
    do {
      const { dataImport }: { dataImport: { rows: Page } } = await who.must(
        `query ($id: ID!, $after: String) { dataImport(id: $id) { rows(first: 100, after: $after ${args}) {
          pageInfo { endCursor hasNextPage } nodes { ${ROWS} } } } }`,
        { id, after },
      );
      found.push(...dataImport.rows.nodes);
      after = dataImport.rows.pageInfo.hasNextPage ? dataImport.rows.pageInfo.endCursor : null;
    } while (after);
    return found;
  };
  return { upload, read, step, check, importAll, rows };
}

interface Page {
  readonly nodes: ImportedRow[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}
