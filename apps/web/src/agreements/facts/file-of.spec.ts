import { describe, expect, it } from 'vitest';
import { type FiledDocument, fileOf } from './file-of.ts';

const filed = (id: string, facts: Partial<FiledDocument> = {}): FiledDocument => ({
  id,
  kind: 'draft',
  isLatest: true,
  withdrawnAt: null,
  createdAt: `2026-01-0${id}T00:00:00.000Z`,
  ...facts,
});

describe('the file of an agreement', () => {
  it.each<[string, FiledDocument[], string | undefined]>([
    ['none', [], undefined],
    ['the signed one, though a later note came', [filed('1', { kind: 'signed' }), filed('2', { kind: 'other' })], '1'],
    ['the newest signed one', [filed('1', { kind: 'signed' }), filed('2', { kind: 'signed' })], '2'],
    ['a draft while nothing is signed', [filed('1'), filed('2')], '2'],
    ['not what was replaced', [filed('1', { kind: 'signed', isLatest: false }), filed('2')], '2'],
    ['not what was withdrawn', [filed('1', { kind: 'signed', withdrawnAt: '2026-02-01T00:00:00Z' })], undefined],
  ])('%s', (_, documents, id) => {
    expect(fileOf(documents)?.id).toBe(id);
  });
});
