interface Ends {
  readonly upperVendor: { readonly id: string; readonly name: string };
  readonly lowerVendor: { readonly id: string; readonly name: string };
}

/** Vendors reached from the root downwards; the root is none of them, whatever circles there are. */
export function vendorsBelow(rootId: string, links: readonly Ends[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [rootId];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const { upperVendor, lowerVendor } of links)
      if (upperVendor.id === at && lowerVendor.id !== rootId && !found.has(lowerVendor.id)) {
        found.add(lowerVendor.id);
        waiting.push(lowerVendor.id);
      }
  return found;
}

/** The root's own links first, then those further below, then those above; by name within each. */
export function inOrder<Link extends Ends>(rootId: string, links: readonly Link[]): Link[] {
  const below = vendorsBelow(rootId, links);
  const rank = ({ upperVendor }: Ends) => (upperVendor.id === rootId ? 0 : below.has(upperVendor.id) ? 1 : 2);
  const names = ({ upperVendor, lowerVendor }: Ends) => `${upperVendor.name}\n${lowerVendor.name}`;
  return links.toSorted((a, b) => rank(a) - rank(b) || names(a).localeCompare(names(b), 'en'));
}
