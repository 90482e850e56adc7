import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { operations, schema } from './operations.ts';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Documents from almost valid to plain noise: fields of the contract with any arguments, and what is left after damage. */
export function* fuzzedDocuments(
  count: number,
  seed: number,
): Generator<{ query: unknown; variables?: unknown; operationName?: unknown }> {
  const random = seeded(seed);
  const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(random() * list.length)]!;
  // What hashes a password is left to the tests of sign-in.
  const roots = operations.filter(
    ({ name }) => !['setUp', 'signIn', 'acceptInvitation', 'changePassword', 'signOut', 'endSession'].includes(name),
  );

  /** Half of the documents are what the contract allows, with fitting arguments; the rest is not. */
  let tidy = true;
  const seldom = (chance: number) => !tidy && random() < chance;

  const value = (depth = 0): string => {
    const plain = [
      () => `"${pick(WORDS)}"`,
      () => pick(NUMBERS),
      () => pick(['null', 'true', 'ascending', 'name', 'pdf', 'live', '$v', '"""block"""']),
    ];
    const nested = [
      () => `[${[1, 2].map(() => value(depth + 1)).join(' ')}]`,
      () => `{ ${pick(NAMES)}: ${value(depth + 1)} }`,
    ];
    return pick(depth < 3 ? [...plain, ...nested] : plain)();
  };
  const fitting = (type: GraphQLInputType): string => {
    if (isNonNullType(type)) return fitting(type.ofType);
    if (isListType(type)) return `[${fitting(type.ofType)}]`;
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (isInputObjectType(type)) return `{ ${given(Object.values(type.getFields())).join(' ')} }`;
    return type.name === 'Int' ? pick(tidy ? INTS : NUMBERS) : `"${pick(WORDS)}"`;
  };
  const given = (args: readonly { name: string; type: GraphQLInputType }[]): string[] =>
    args
      .filter(({ type }) => (tidy && isNonNullType(type)) || random() < 0.5)
      .map(({ name, type }) => `${name}: ${seldom(0.15) ? value() : fitting(type)}`);
  const selection = (type: GraphQLOutputType, depth: number): string => {
    const named = getNamedType(type);
    if (!isObjectType(named)) return seldom(0.03) ? '{ id }' : '';
    const fields = Object.values(named.getFields()).filter(() => random() < 0.4);
    const inner = depth < 5 ? fields.map((field) => fieldText(field, depth + 1)) : [];
    return `{ ${[...inner, seldom(0.2) ? pick(['id', '...F', '... on AiSystem { name }', 'nope']) : '__typename'].join(' ')} }`;
  };
  const fieldText = (field: GraphQLField<unknown, unknown>, depth: number): string => {
    const args = given(field.args);
    const directive = seldom(0.1) ? pick(['@include(if: $b)', '@skip(if: true)', '@deprecated', '@nope']) : '';
    return `${seldom(0.1) ? 'a: ' : ''}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${directive} ${selection(field.type, depth)}`;
  };

  for (let at = 0; at < count; at += 1) {
    tidy = random() < 0.5;
    const root = pick(roots);
    const type = root.kind === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
    const field = fieldText(type.getFields()[root.name]!, 0);
    if (tidy) {
      yield { query: `${root.kind} { ${field} }` };
      continue;
    }
    const head = pick([
      root.kind,
      `${root.kind} Q`,
      `${root.kind} ($v: String, $b: Boolean)`,
      `${root.kind} ($v: String = "x", $b: Boolean! = true)`,
    ]);
    const tail = pick([
      '',
      '',
      '',
      'fragment F on AiSystem { id ...F }',
      'fragment F on AiSystem { id name }',
      'query Other { session { today } }',
    ]);
    const whole = `${head} { ${field} } ${tail}`;
    yield {
      query: random() < 0.05 ? pick(NOT_TEXT) : random() < 0.6 ? damaged(whole, random) : whole,
      variables: pick([undefined, {}, { v: 'x', b: true }, { v: 1, b: 'no' }, { v: null }, 'text', []]),
      operationName: pick([undefined, undefined, undefined, 'Q', 'Other', 7]),
    };
  }
}

/** Tokens dropped, doubled, swapped, or replaced by noise. */
function damaged(text: string, random: () => number): string {
  const tokens = text.split(/(\s+|[(){}[\]:,$!])/).filter(Boolean);
  for (let cuts = 1 + Math.floor(random() * 4); cuts > 0; cuts -= 1) {
    const at = Math.floor(random() * tokens.length);
    const how = random();
    if (how < 0.3) tokens.splice(at, 1);
    else if (how < 0.5) tokens.splice(at, 0, tokens[at] ?? '');
    else if (how < 0.7) tokens.splice(at, 1, tokens[Math.floor(random() * tokens.length)] ?? '');
    else tokens.splice(at, 1, NOISE[Math.floor(random() * NOISE.length)]!);
  }
  return tokens.join('');
}

const WORDS = [
  'scribe',
  '',
  ' ',
  '2026-01-31',
  '2026-02-30',
  '019a0000-0000-7000-8000-000000000000',
  '50abc',
  'WyJhIl0',
  'bnVsbA',
  '\\u0000',
  '\\uD800',
  '%',
  "'",
  'é',
  'x'.repeat(600),
];
const INTS = ['0', '1', '-1', '5', '50', '201', '2147483647'];
const NUMBERS = ['0', '1', '-1', '5', '201', '2147483647', '2147483648', '9007199254740993', '1.5', '1e400'];
const NAMES = ['name', 'columns', 'id', '__proto__', 'constructor', 'toString'];
const NOISE = [
  '{',
  '}',
  '(',
  ')',
  '"',
  '"""',
  '@',
  '&',
  '|',
  '\u0000',
  '\uFEFF',
  '#',
  '...',
  '$',
  '!',
  '💉',
  '\\',
  '\uD800',
];
const NOT_TEXT = [null, 7, true, {}, [], ['{ session { today } }'], undefined, ''];
