import {
  type ASTVisitor,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLFieldMap,
  type GraphQLOutputType,
  type GraphQLType,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { MAX_PAGE } from './paging.ts';

/** What one operation may ask for. An honest screen needs a tenth of each. */
export const LIMITS = {
  tokens: 2_000,
  depth: 10,
  aliases: 20,
  rootFields: 10,
  cost: 20_000,
  bodyBytes: 1_000_000,
} as const;

/** A list that is not paged, as the meter counts it. */
const SHORT_LIST = 10;

/** Refuses operations that are too deep, alias one field many times, or could answer too many nodes. */
export const limitsRule: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(operation) {
    const meter = new Meter(context);
    meter.walk(operation.selectionSet, context.getSchema().getRootType(operation.operation), 1, 1, []);
    if (operation.selectionSet.selections.length > LIMITS.rootFields) meter.exceed('rootFields');
    if (meter.aliases > LIMITS.aliases) meter.exceed('aliases');
    if (meter.cost > LIMITS.cost) meter.exceed('cost');
    for (const limit of meter.exceeded) {
      context.reportError(new GraphQLError(`The operation exceeds the limit on ${limit} (${LIMITS[limit]}).`));
    }
  },
});

class Meter {
  aliases = 0;
  cost = 0;
  readonly exceeded = new Set<keyof typeof LIMITS>();
  private readonly context: ValidationContext;

  constructor(context: ValidationContext) {
    this.context = context;
  }

  exceed(limit: keyof typeof LIMITS) {
    this.exceeded.add(limit);
  }

  /** `times`: how often this selection is answered at most, from the page sizes above it. */
  walk(set: SelectionSetNode, parent: Parent, depth: number, times: number, fragments: readonly string[]): void {
    if (depth > LIMITS.depth) this.exceed('depth');
    if (this.exceeded.size > 0 || this.cost > LIMITS.cost || this.aliases > LIMITS.aliases) return;
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) this.field(node, parent, depth, times, fragments);
      else if (node.kind === Kind.INLINE_FRAGMENT) this.walk(node.selectionSet, parent, depth, times, fragments);
      else if (!fragments.includes(node.name.value)) {
        // Fragments that spread each other twice double the walk at each step: every spread costs.
        this.cost += 1;
        const fragment = this.context.getFragment(node.name.value);
        if (fragment) this.walk(fragment.selectionSet, parent, depth, times, [...fragments, node.name.value]);
      }
    }
  }

  private field(node: FieldNode, parent: Parent, depth: number, times: number, fragments: readonly string[]) {
    if (node.alias) this.aliases += 1;
    if (!node.selectionSet) return;
    const fields = fieldsOf(parent);
    const field = fields[node.name.value];
    const answers = times * answersOf(node, field, 'pageInfo' in fields);
    this.cost += answers;
    this.walk(node.selectionSet, field?.type, depth + 1, answers, fragments);
  }
}

type Parent = GraphQLType | null | undefined;

/** Fields below a type, whatever lists it. By its shape: `instanceof` fails where a tool loads a second copy of graphql. */
function fieldsOf(type: Parent): GraphQLFieldMap<unknown, unknown> {
  if (!type) return {};
  if ('ofType' in type) return fieldsOf(type.ofType);
  return 'getFields' in type ? (type.getFields() as GraphQLFieldMap<unknown, unknown>) : {};
}

const isList = (type: GraphQLOutputType) => String(type).startsWith('[');

/** How many a field answers at most: its page as written or by default; a variable counts as the largest page. */
function answersOf(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined, inPage: boolean): number {
  const first = node.arguments?.find((argument) => argument.name.value === 'first');
  if (first) return first.value.kind === Kind.INT ? Math.max(1, Number(first.value.value)) : MAX_PAGE;
  const page = field?.args.find((argument) => argument.name === 'first')?.defaultValue;
  if (typeof page === 'number') return page;
  return field && isList(field.type) && !inPage ? SHORT_LIST : 1;
}
