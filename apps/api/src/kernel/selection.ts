import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Names of the fields asked for at a path below this field, e.g. `nodes`; fragments are looked through. */
export function selectedFields(info: GraphQLResolveInfo, path: readonly string[] = []): Set<string> {
  let nodes: readonly FieldNode[] = info.fieldNodes;
  for (const name of path)
    nodes = nodes.flatMap((node) => fieldsOf(node, info)).filter((field) => field.name.value === name);
  return new Set(nodes.flatMap((node) => fieldsOf(node, info)).map((field) => field.name.value));
}

function fieldsOf(node: FieldNode, info: GraphQLResolveInfo): FieldNode[] {
  return node.selectionSet ? expand(node.selectionSet, info) : [];
}

function expand(set: SelectionSetNode, info: GraphQLResolveInfo): FieldNode[] {
  return set.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    const inner = node.kind === Kind.INLINE_FRAGMENT ? node : info.fragments[node.name.value];
    return inner ? expand(inner.selectionSet, info) : [];
  });
}
