import type { ListEntry } from './subprocessors.ts';

/*
 * What the columns of a list of subprocessors say, told by their headers as vendors write them. A header that says
 * nothing to us is kept with its values in the notes: nothing that a vendor published is thrown away.
 */

export type ListField = keyof ListEntry;
/** For each column the field it fills, or undefined where it goes to the notes under its own header. */
export type ListColumns = readonly (ListField | undefined)[];

/** Undefined where no column names the subprocessors. */
export function columnsOf(headers: readonly string[]): ListColumns | undefined {
  const plain = headers.map(plainHeader);
  const name = [SUBPROCESSOR, PRODUCT]
    .map((names) => plain.findIndex((header) => names.test(header)))
    .find((at) => at >= 0);
  if (name === undefined) return undefined;
  const taken = new Set<ListField>(['name']);
  const columns = plain.map((header, at): ListField | undefined => {
    if (at === name) return 'name';
    const field = FIELDS.find(([field, says]) => !taken.has(field) && says.test(header))?.[0];
    if (field) taken.add(field);
    return field;
  });
  // "Service" beside a name is what it does for the vendor, unless another column says that already.
  const bare = plain.findIndex((header, at) => columns[at] === undefined && /^services?$/.test(header));
  const free = (['purpose', 'services'] as const).find((field) => !taken.has(field));
  return bare >= 0 && free ? columns.with(bare, free) : columns;
}

const plainHeader = (header: string): string =>
  header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const COMPANY = 'entity|company|organi[sz]ation|vendor|provider|supplier|party|processor|affiliate|third party';
const SUBPROCESSOR = new RegExp(
  [
    `^(name of )?(the )?((authori[sz]ed|third party|current) )?(sub ?processors?|sub ?contractors?)( (legal )?(entity )?(name|entity))?$`,
    `^(legal )?(${COMPANY})( (legal )?name)?s?$`,
    `^(third party )?(service )?(provider|vendor)s?( name)?$`,
    `^(legal |full )?names?( of .*)?$`,
  ].join('|'),
);
/** Where nothing else is named: "Service", with its provider in another column. */
const PRODUCT = /^(service|product|tool|application|solution)( name)?$/;

/** The first that fits; of two columns for one field the second goes to the notes. */
const FIELDS: readonly (readonly [ListField, RegExp])[] = [
  ['phi', /\b(phi|hipaa|protected health|part 2)\b/],
  ['agreement', /\b(agreements?|baa|dpa|contracts?|terms)\b/],
  ['location', /\b(locations?|regions?|country|countries|hosting|hosted|jurisdictions?|geograph\w*|residency|where)\b/],
  [
    'services',
    /\b(relevant|applicable|affected|our)\b.*\b(services?|products?|features?|offerings?)\b|^(products?|offerings?|plans?|features?|used (in|for|by|with) .*|appli(es|cable) to)$/,
  ],
  [
    'purpose',
    /\b(purposes?|functions?|roles?|activit\w*|description|nature|subject matter|services? (provided|performed)|use)\b/,
  ],
  ['data', /\b(data|information|categories)\b/],
  ['notes', /^(notes?|comments?|remarks?|details|additional .*)$/],
];
