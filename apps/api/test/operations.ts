import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { typeDefs } from '../src/kernel/graphql.module.ts';
import { LIMITS, limitsRule } from '../src/kernel/limits.ts';
import type { Client } from './test-app.ts';

/** An operation of the contract with every argument as a variable and everything it can answer selected. */
export interface Operation {
  readonly name: string;
  readonly kind: 'query' | 'mutation';
  readonly args: readonly GraphQLArgument[];
  readonly document: string;
}

export const schema = buildSchema(typeDefs);

export const operations: readonly Operation[] = [
  ...fieldsOf('query', schema.getQueryType()!.getFields()),
  ...fieldsOf('mutation', schema.getMutationType()!.getFields()),
];

export const operation = (name: string): Operation => operations.find((one) => one.name === name)!;

/** What came over the wire, and the code of the first failure in it. */
export async function answerOf(client: Client, { document }: Operation, variables: Record<string, unknown>) {
  const response = await client.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document, variables }),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text);
  return { status: response.status, text, data, errors, code: (errors?.[0]?.extensions.code ?? 'OK') as string };
}

/** A value deep in the arguments of an operation: `input.facts.name` and its type. */
export interface Leaf {
  readonly path: readonly string[];
  readonly type: string;
  readonly isList: boolean;
  readonly isRequired: boolean;
}

export const leavesOf = ({ args }: Pick<Operation, 'args'>): Leaf[] =>
  args.flatMap((arg) => leaves(arg.type, [arg.name], arg.defaultValue !== undefined));

/** A leaf that names a record: of another organization's it must say what it says of a missing one. */
export const isReference = ({ path, type }: Leaf): boolean =>
  type === 'ID' || ['entityId', 'actor'].includes(path.at(-1)!);

/** The arguments with the leaf at `path` replaced; what lies between is made where it is missing. */
export function withLeaf(
  args: Record<string, unknown>,
  [head, ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const below = (args[head!] ?? {}) as Record<string, unknown>;
  return { ...args, [head!]: rest.length === 0 ? value : withLeaf(below, rest, value) };
}

export const leafAt = (args: Record<string, unknown>, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], args);

function fieldsOf(kind: Operation['kind'], fields: Record<string, GraphQLField<unknown, unknown>>): Operation[] {
  return Object.values(fields)
    .filter(({ name }) => name !== '_')
    .map(({ name, args, type }) => {
      const variables = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
      const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const asked = (depth: number) =>
        `${kind} ${variables && `(${variables})`} { answer: ${name}${given && `(${given})`} ${selection(type, depth)} }`;
      // Records lead to each other without end: as deep as one operation may ask.
      const deepest = [9, 8, 7, 6, 5, 4, 3, 2, 1].find((depth) => isWithinLimits(asked(depth)))!;
      return { name, kind, args, document: asked(deepest) };
    });
}

function isWithinLimits(document: string): boolean {
  try {
    return validate(schema, parse(document, { maxTokens: LIMITS.tokens }), [limitsRule]).length === 0;
  } catch {
    return false;
  }
}

/** Every field down to `depth`; a type is not asked for below itself. */
function selection(type: GraphQLOutputType, depth: number, above: readonly string[] = []): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const path = [...above, named.name];
  const fields = Object.values(named.getFields())
    .filter((field) => {
      const inner = getNamedType(field.type);
      return !isObjectType(inner) || (depth > 1 && !path.includes(inner.name));
    })
    .map(({ name, args, type: inner }) => {
      const page = args.some((arg) => arg.name === 'first') ? '(first: 2)' : '';
      return `${name}${page} ${selection(inner, depth - 1, path)}`;
    });
  return `{ ${fields.length > 0 ? fields.join(' ') : '__typename'} }`;
}

function leaves(type: GraphQLInputType, path: readonly string[], hasDefault: boolean): Leaf[] {
  const named = getNamedType(type);
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isInputObjectType(named))
    return Object.values(named.getFields()).flatMap((field) =>
      leaves(field.type, [...path, field.name], field.defaultValue !== undefined),
    );
  return isLeafType(named)
    ? [{ path, type: named.name, isList: isListType(nullable), isRequired: isNonNullType(type) && !hasDefault }]
    : [];
}
