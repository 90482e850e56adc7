import { randomUUID } from 'node:crypto';
import type { Records } from './records.ts';
import type { Client } from './test-app.ts';

/*
 * Agreements of an organization, made as its people would, for tests that need one of each.
 */

interface Part {
  readonly id: string;
  readonly version: number;
}
export interface MadeAgreement extends Part {
  readonly vendor: { readonly id: string };
  readonly coveredServices: readonly (Part & { readonly service: { readonly id: string } })[];
  readonly conditions: readonly Part[];
  readonly documents: readonly Part[];
  readonly obligations: readonly (Part & { readonly category: string })[];
}

export const SIGNED = {
  signedByUpperOn: '2024-01-10',
  signedByUpper: 'Dana Okafor',
  signedByVendorOn: '2024-01-12',
  signedByVendor: 'Ruth Alder',
  effectiveOn: '2024-02-01',
};

const PARTS = `id version vendor { id } coveredServices { id version service { id } } conditions { id version }
  documents { id version } obligations { id version category }`;

/** A mutation of agreements, and the agreement after it with all its parts. */
export async function changed(client: Client, mutation: string, type: string, input: unknown): Promise<MadeAgreement> {
  const { made } = await client.must<{ made: MadeAgreement }>(
    `mutation ($input: ${type}!) { made: ${mutation}(input: $input) { ${PARTS} } }`,
    { input },
  );
  return made;
}

/** A draft with a new vendor and one of its services, or with what is named. */
export async function agreement(of: Records, given: Record<string, unknown> = {}): Promise<MadeAgreement> {
  const vendorId = (given.vendorId as string | undefined) ?? (await of.vendor()).id;
  const serviceIds = given.serviceIds ?? [(await of.service(vendorId)).id];
  return changed(of.officer, 'createAgreement', 'CreateAgreementInput', {
    parties: 'ce_to_ba',
    ...given,
    vendorId,
    serviceIds,
    facts: { title: `BAA ${randomUUID()}`, renewal: 'evergreen', ...(given.facts as object | undefined) },
  });
}

export const signedAgreement = (of: Records, given: Record<string, unknown> = {}): Promise<MadeAgreement> =>
  agreement(of, { signatures: SIGNED, ...given });

/** Ended on 30 June 2025: its obligations are open. */
export async function endedAgreement(of: Records, given: Record<string, unknown> = {}): Promise<MadeAgreement> {
  const { id, version } = await signedAgreement(of, given);
  const end = { id, version, endsOn: '2025-06-30', reason: 'Moved to another product' };
  return changed(of.officer, 'endAgreement', 'EndAgreementInput', end);
}

export async function withCondition(of: Records): Promise<MadeAgreement> {
  const { id: agreementId } = await signedAgreement(of);
  const condition = { agreementId, condition: 'Only with zero data retention' };
  return changed(of.officer, 'addCondition', 'AddConditionInput', condition);
}

export async function withDocument(of: Records): Promise<MadeAgreement> {
  const { id: agreementId } = await signedAgreement(of);
  const filed = { agreementId, documentId: await of.evidence(), kind: 'signed', title: 'Signed agreement' };
  return changed(of.officer, 'fileAgreementDocument', 'FileAgreementDocumentInput', filed);
}

/** What a refused mutation answers: its code, then the fields or the reasons that it names; nothing where it is not refused. */
export async function refusal(client: Client, mutation: string, type: string, input: unknown): Promise<string[]> {
  const { errors } = await client.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`, { input });
  const { code, fields, reasons } = (errors?.[0]?.extensions ?? {}) as {
    code?: string;
    fields?: { path: string }[];
    reasons?: { key: string }[];
  };
  return [code ?? [], fields?.map(({ path }) => path) ?? [], reasons?.map(({ key }) => key) ?? []].flat();
}

/** Today and days around it, in UTC: tests keep away from midnight by asking for days that are further off than one. */
export const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
