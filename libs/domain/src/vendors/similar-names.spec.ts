import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NameIndex } from './name-index.ts';
import { alike, candidatesFor, likelyPairs } from './similar-names.ts';

describe('two names are likely of one vendor', () => {
  it.each([
    ['Lumen Voice', 'Lumen Voice ', 'same', 'The same name.'],
    ['Github Copilot', 'GitHub Copilot', 'capitals', 'The same but for capital letters.'],
    ['Microsoft CoPilot', 'Microsoft Copilot', 'capitals', 'The same but for capital letters.'],
    ['OpenAI', 'Open AI', 'punctuation', 'The same but for spaces and punctuation.'],
    ['SplunkCloud', 'Splunk-Cloud', 'punctuation', 'The same but for spaces and punctuation.'],
    ['Café Health', 'Cafe Health', 'punctuation', 'The same but for spaces and punctuation.'],
    ['Médica Voice', 'Voice Medica', 'order', 'The same words in another order.'],
    ['Lumen Voice', 'Lumen Voice, Inc.', 'legal-form', 'The same but for “Inc.”.'],
    ['Lumen Voice L.L.C.', 'Lumen Voice Corp', 'legal-form', 'The same but for “L.L.C.” and “Corp”.'],
    ['The Lumen Voice Company', 'Lumen Voice', 'legal-form', 'The same but for “Company”.'],
    ['Microsoft 365 Copilot', 'MS 365 Copilot', 'short-form', 'The same, with “MS” written out.'],
    ['Microsoft365 Copilot', 'M365 Copilot', 'short-form', 'The same, with “Microsoft365” and “M365” written out.'],
    ['AWS', 'Amazon Web Services', 'short-form', 'The same, with “AWS” written out.'],
    ['AWS', 'Amazon Web Services, Inc.', 'legal-form', 'The same but for “Inc.”, with “AWS” written out.'],
    ['Bank of Harbour', 'Bank Harbour', 'small-words', 'The same but for small words.'],
    ['Microsoft Copilot 365', 'Microsoft 365 Copilot', 'order', 'The same words in another order.'],
    [
      'Copilot for MS 365',
      'M365 Copilot',
      'order',
      'The same words in another order, with “MS” and “M365” written out.',
    ],
    ['Plantir Foundry', 'Palantir Foundry', 'one-letter', 'They differ in one letter.'],
    ['Googel Maps', 'Google Maps', 'one-letter', 'They differ in one letter.'],
    ['Splunk Clowd, Inc.', 'Splunk Cloud', 'one-letter', 'They differ in one letter.'],
    ['Microsoft M365 Copilot AI', 'Microsoft 365 Copilot', 'general-words', 'The same but for “AI”.'],
    ['Palo Alto', 'Palo Alto Networks', 'general-words', 'The same but for “Networks”.'],
    ['Microsoft teams (Recording)', 'Microsoft Teams', 'parentheses', 'The same but for what stands in parentheses.'],
    ['IBM', 'International Business Machines', 'initials', 'IBM may be the initials of the other.'],
    ['Palantir', 'Palantir Foundry', 'begins', 'One begins with the whole name of the other.'],
  ])('%s, %s: %s', (name, other, key, text) => {
    expect(alike(name, other)?.reason).toEqual({ key, text, fact: 'name' });
    expect(alike(other, name)).toMatchObject({ likeness: alike(name, other)!.likeness, reason: { key } });
  });

  it.each([
    ['two companies that sound alike', 'Palantir', 'Palo Alto'],
    ['two products, told apart by a number', 'Microsoft Copilot', 'Microsoft 365 Copilot'],
    ['two versions', 'Dragon Professional 15', 'Dragon Professional 16'],
    ['a digit that slipped', 'Route53 Care', 'Route54 Care'],
    ['short names one letter apart', 'Epic', 'Epik'],
    ['two letters apart', 'Purvue', 'Purview'],
    ['different general words', 'Cedar Health', 'Cedar Software'],
    ['only a general word in common', 'Health Cloud', 'Cloud Systems'],
    ['only a legal form in common', 'Lumen Inc', 'Nimbus Inc'],
    ['a short word that another name begins with', 'Open', 'Open StreetMap'],
    ['two initials', 'GM', 'General Motors'],
  ])('but not %s: %s, %s', (_, name, other) => {
    expect(alike(name, other)).toBeUndefined();
  });

  it('compares a name of nothing but a legal form or small words as it is', () => {
    expect(alike('Company', 'Limited')).toBeUndefined();
    expect(alike('The', 'Of')).toBeUndefined();
    expect(alike('株式会社', '—')).toBeUndefined();
  });
});

const named = (...names: string[]) => names.map((name, at) => ({ id: String(at).padStart(6, '0'), name }));

describe('among many', () => {
  it('candidates for a name come best first', () => {
    const vendors = named('Microsoft', 'Palo Alto', 'Microsoft Corporation', 'MS 365 Copilot', 'Microsoft Azure');
    expect(candidatesFor('microsoft', vendors).map(({ vendor, reason }) => [vendor.name, reason.key])).toEqual([
      ['Microsoft', 'capitals'],
      ['Microsoft Corporation', 'legal-form'],
      ['MS 365 Copilot', 'begins'],
      ['Microsoft Azure', 'begins'],
    ]);
    expect(candidatesFor('Palantir', vendors)).toEqual([]);
  });

  it('each pair comes once, most alike first', () => {
    const vendors = named('Palantir Foundry', 'GitHub', 'Palantir', 'Github', 'Plantir Foundry');
    expect(likelyPairs(vendors).map(({ vendor, other, reason }) => [vendor.name, other.name, reason.key])).toEqual([
      ['GitHub', 'Github', 'capitals'],
      ['Palantir Foundry', 'Plantir Foundry', 'one-letter'],
      ['Palantir Foundry', 'Palantir', 'begins'],
    ]);
  });

  it('finds every pair that comparing each with each finds', () => {
    const vendors = named(
      ...['Lumen Voice', 'Nimbus', 'Cedar Health', 'MS Copilot', 'IBM', 'Palo Alto (Firewall)'].flatMap((name) => [
        name,
        `${name}, Inc.`,
        name.toUpperCase(),
        `${name} AI`,
        `${name}s`,
        `The ${name}`,
        name.split(' ').reverse().join(' '),
        name.replace('MS', 'Microsoft').replace('IBM', 'Integrated Billing Machines'),
        name.replace(' (Firewall)', ''),
      ]),
    );
    const each = vendors.flatMap((vendor, at) =>
      vendors
        .slice(at + 1)
        .filter((other) => alike(vendor.name, other.name))
        .map((other) => `${vendor.id} ${other.id}`),
    );
    expect(each.length).toBeGreaterThan(100);
    expect(
      likelyPairs(vendors)
        .map(({ vendor, other }) => `${vendor.id} ${other.id}`)
        .sort(),
    ).toEqual(each.sort());
  });

  it.each([
    ['of two words', 2_000, (at: number) => `${words[at % 97]} ${words[at % 89]} ${at % 83} Inc.`],
    ['that only a number tells apart', 0, (at: number) => `Vendor ${String(at).padStart(5, '0')}`],
    ['that are all the same', 160_000, () => 'Microsoft Corporation'],
  ])('4,000 names %s are compared with few others each', (_, most, nameOf) => {
    const names = Array.from({ length: 4_000 }, (__, at) => ({ name: nameOf(at) }));
    expect(new NameIndex(names).pairs().length).toBeLessThanOrEqual(most);
  });
});

const words = Array.from({ length: 97 }, (_, at) => {
  const letters = 'bcdfglmnprstv';
  return `${letters[at % 13]}a${letters[(at * 7) % 13]}e${letters[(at * 5 + 3) % 13]}o${letters[at % 11]}`;
});

const inventory = new URL(
  '../../../../../shared/data/inventories/2025_consolidated_COTS_AI_use_cases.csv',
  import.meta.url,
);
describe.skipIf(!existsSync(inventory))('product names of the federal inventory (needs ../shared/data)', () => {
  const products = [...new Set(readFileSync(inventory, 'utf8').split('\n').flatMap(productOf))].sort();
  const pairs = () =>
    likelyPairs(products.map((name) => ({ id: name, name }))).map(({ vendor, other }) => [vendor.name, other.name]);

  it('are brought together where they are written differently', () => {
    expect(pairs()).toEqual(
      expect.arrayContaining([
        ['GitHub Copilot', 'Github Copilot'],
        ['Copilot for MS 365', 'M365 Copilot'],
        ['Microsoft CoPilot', 'Microsoft Copilot'],
        ['M365 Copilot', 'Microsoft 365 Copilot'],
      ]),
    );
  });

  it('are kept apart where they are not', () => {
    const found = pairs().map((pair) => pair.join(' / '));
    expect(found.filter((pair) => pair.includes('Palantir') && pair.includes('Palo Alto'))).toEqual([]);
    expect(found).not.toContain('Microsoft 365 Copilot / Microsoft Copilot');
  });
});

/** The fourth column of a line; the few that are quoted are left out. */
const productOf = (line: string): string[] => {
  const product = line.includes('"') ? '' : (line.split(',')[3]?.trim() ?? '');
  return product ? [product] : [];
};
