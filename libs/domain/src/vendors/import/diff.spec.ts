import { describe, expect, it } from 'vitest';
import { type ServiceFacts, UNKNOWN_SERVICE, UNKNOWN_VENDOR, type VendorFacts } from '../facts.ts';
import type { SaidOfService, SaidOfVendor } from './convert.ts';
import { changesOfService, changesOfVendor } from './diff.ts';

const service: ServiceFacts = { ...UNKNOWN_SERVICE, name: 'Chat', description: 'Drafts\nOurs', phi: 'no' };

describe('a service that was imported before', () => {
  it.each<[string, Omit<SaidOfService, 'name'>, Omit<SaidOfService, 'name'>, object[]]>([
    ['the same table', { phi: 'no' }, { phi: 'no' }, []],
    ['the table changed', { phi: 'no' }, { phi: 'yes' }, [{ fact: 'phi', before: 'no', after: 'yes' }]],
    ['a person corrected it, the table says as before', { phi: 'yes' }, { phi: 'yes' }, []],
    ['the table is silent now', { phi: 'no' }, {}, []],
    [
      'a new use case joins the others',
      { description: 'Drafts' },
      { description: 'Drafts\nSearch' },
      [{ fact: 'description', before: 'Drafts\nOurs', after: 'Drafts\nOurs\nSearch' }],
    ],
    ['a use case that a person took out stays out', { description: 'Gone' }, { description: 'Gone\nDrafts' }, []],
    ['another file names fewer', { description: 'Drafts\nOurs' }, { description: 'Drafts' }, []],
  ])('%s', (_case, last, now, changes) => {
    expect(changesOfService(service, { name: 'Chat', ...last }, { name: 'chat', ...now })).toEqual({
      changes,
      remarks: [],
    });
  });
});

const vendor: VendorFacts = {
  ...UNKNOWN_VENDOR,
  name: 'Lumen',
  owner: 'Ana Lim',
  contacts: [{ name: 'Bo', role: 'CEO', email: 'Bo@lumen.example', phone: '' }],
};

describe('a vendor that people entered', () => {
  it.each<[string, Omit<SaidOfVendor, 'name'>, object[], string[]]>([
    ['what is blank is filled', { tier: 'high' }, [{ fact: 'tier', before: 'unknown', after: 'high' }], []],
    [
      'what differs stays, and is said',
      { owner: 'Sam' },
      [],
      ['Relationship owner: “Sam” in the file, “Ana Lim” on record, which stays.'],
    ],
    ['what is the same is not said', { owner: 'Ana Lim', contactEmails: ['bo@lumen.example'] }, [], []],
    [
      'a contact joins the others',
      { contactEmails: ['baa@lumen.example'] },
      [
        {
          fact: 'contacts',
          before: vendor.contacts,
          after: [...vendor.contacts, { name: 'baa@lumen.example', role: '', email: 'baa@lumen.example', phone: '' }],
        },
      ],
      [],
    ],
  ])('%s', (_case, now, changes, remarks) => {
    expect(changesOfVendor(vendor, undefined, { name: 'LUMEN', ...now })).toEqual({ changes, remarks });
  });

  it('a contact that a person took out is not added again', () => {
    const said = { name: 'Lumen', contactEmails: ['baa@lumen.example'] };
    expect(changesOfVendor(vendor, said, said).changes).toEqual([]);
  });
});
