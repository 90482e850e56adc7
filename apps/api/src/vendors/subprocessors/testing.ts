import { Records } from '../../../test/records.ts';
import type { Client, TestApp } from '../../../test/test-app.ts';

const ENTRY = 'name services purpose data location phi agreement notes vendorId';
export const DIFFERENCE = `difference { added { ${ENTRY} } removed { name } changed { name services facts { fact before after } } }`;
const LIST = `id listedOn source document { id name } entries { ${ENTRY} } ${DIFFERENCE} objectBy { on reason { key text } }`;
const LINK = `id version phi assurance evidence startsOn endsOn purpose data location agreementId
  upperVendor { id name } upperService { id name } lowerVendor { id name } lowerService { id } evidenceDocument { id }
  agreement { id title } standing { state reason { key text citation } }`;

export const READ = `query ($vendorId: ID!, $documentId: ID!) { read: readSubprocessorList(vendorId: $vendorId, documentId: $documentId) {
  listedOn warnings entries { entry { ${ENTRY} } candidates { id name } } ${DIFFERENCE} } }`;
export const RECORD = `mutation ($input: RecordSubprocessorListInput!) { list: recordSubprocessorList(input: $input) { ${LIST} } }`;
export const ADD = `mutation ($input: AddSubprocessorInput!) { link: addSubprocessor(input: $input) { id version phi assurance } }`;
export const UPDATE = `mutation ($input: UpdateSubprocessorInput!) { link: updateSubprocessor(input: $input) { id version } }`;
export const GRAPH = `query ($vendorId: ID!, $on: Date, $asOf: Date) { graph: subprocessorGraph(vendorId: $vendorId, on: $on, asOf: $asOf) {
  nodes { id name } links { ${LINK} } complete } }`;

export interface Line {
  name: string;
  services: string;
  purpose: string;
  location: string;
  vendorId: string | null;
}
export interface List {
  id: string;
  listedOn: string;
  entries: Line[];
  difference: { added: Line[]; removed: { name: string }[]; changed: unknown[] } | null;
  objectBy: { on: string; reason: { key: string; text: string } } | null;
}
export interface Link {
  id: string;
  version: number;
  location: string;
  startsOn: string | null;
  endsOn: string | null;
  upperService: { id: string } | null;
  lowerVendor: { id: string; name: string };
  standing: { state: string; reason: { text: string } };
}
interface Chain {
  nodes: { id: string; name: string }[];
  links: Link[];
  complete: boolean;
}

export const line = (name: string, more: Record<string, string> = {}) => ({ name, ...more });

/** What the keepers of an organization do with subprocessors. */
export class Keeper {
  readonly records: Records;
  readonly app: TestApp;
  readonly officer: Client;

  constructor(app: TestApp, officer: Client) {
    this.app = app;
    this.officer = officer;
    this.records = new Records(app, officer);
  }

  async vendor(name: string): Promise<string> {
    return (await this.records.vendor({ name })).id;
  }

  async record(vendorId: string, listedOn: string, entries: object[], more: object = {}): Promise<List> {
    return (await this.officer.must<{ list: List }>(RECORD, { input: { vendorId, listedOn, entries, ...more } })).list;
  }

  async add(upperVendorId: string, lowerVendorId: string, facts: object = {}, more: object = {}) {
    const input = { upperVendorId, lowerVendorId, facts, ...more };
    return (await this.officer.must<{ link: { id: string; version: number } }>(ADD, { input })).link;
  }

  async graph(vendorId: string, on?: string, asOf?: string): Promise<Chain> {
    return (await this.officer.must<{ graph: Chain }>(GRAPH, { vendorId, on, asOf })).graph;
  }

  /** The fields that are wrong, or the code of another failure. */
  async problemsOf(document: string, variables: Record<string, unknown>) {
    const { errors } = await this.officer.ask(document, variables);
    return (errors?.[0]?.extensions.fields ?? errors?.[0]?.extensions.code) as { path: string; message: string }[];
  }

  /** In effect since 2024, of this organization with the vendor, or of another vendor with it. */
  async agreement(vendorId: string, objectionDays: number, upperVendorId?: string): Promise<string> {
    const { made } = await this.officer.must<{ made: { id: string } }>(
      `mutation ($input: CreateAgreementInput!) { made: createAgreement(input: $input) { id } }`,
      {
        input: {
          vendorId,
          upperVendorId,
          serviceIds: [],
          parties: upperVendorId ? 'ba_to_subcontractor' : 'ce_to_ba',
          facts: { title: 'BAA of 2024', renewal: 'evergreen', objectionDays },
          signatures: { signedByUpperOn: '2024-01-01', signedByVendorOn: '2024-01-01', effectiveOn: '2024-01-01' },
        },
      },
    );
    return made.id;
  }

  async rows() {
    const [row] = await this.app.sql(
      `SELECT (SELECT count(*) FROM app.subprocessor_list WHERE org_id = $1)::int AS lists,
        (SELECT count(*) FROM app.subprocessor_entry WHERE org_id = $1)::int AS entries,
        (SELECT count(*) FROM app.subprocessor_link WHERE org_id = $1)::int AS links,
        (SELECT count(*) FROM app.vendor WHERE org_id = $1)::int AS vendors`,
      [this.officer.orgId],
    );
    return row!;
  }
}
