import { checkHead, type ReportHead } from '../head.ts';
import { startFingerprint } from '../table/fingerprint.ts';

/** A register as JSON, in pieces; its count and fingerprint stand at the end. */
export function* registerJson(
  head: ReportHead,
  schema: { readonly name: string; readonly version: number },
  rows: Iterable<unknown>,
): Generator<string> {
  checkHead(head);
  const { asOf, generatedAt, preparedBy, scope } = head;
  const { name, kind, timeZone } = head.organization;
  const fingerprint = startFingerprint(head);
  const opening = { schema, organization: { name, kind, timeZone }, asOf, generatedAt, preparedBy, scope };
  yield `${JSON.stringify(opening).slice(0, -1)},"rows":[`;
  let count = 0;
  for (const row of rows) {
    fingerprint.add(row);
    yield `${count === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`;
    count += 1;
  }
  yield `\n],"count":${count},"fingerprint":${JSON.stringify({ algorithm: 'SHA-256', value: fingerprint.hex() })}}\n`;
}
