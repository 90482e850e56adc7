/** Places that exist on one machine or in one company only: nothing in the repository may depend on them. */
const strange = [
  { what: 'a path of one machine', pattern: /(?<![\w.~-])\/wor[k]\/|(?<![\w.-])[A-Z]:\\Users\\/ },
  {
    what: 'a package registry',
    pattern: /\b(?:registry|npm|artifactory|nexus|verdaccio)\.[a-z0-9-]+\.(?:org|com|net|io|dev|local|internal)\b/,
  },
];

/** One line for each mention of such a place, and for each package the lock file would fetch from a fixed address. */
export function strangersIn(tree, root) {
  const found = [];
  for (const [file, text] of tree) {
    if (file.endsWith('package-lock.json')) found.push(...fixedAddresses(file, text));
    text.split('\n').forEach((line, index) => {
      const match = strange.find(({ pattern }) => pattern.test(line)) ?? (line.includes(`${root}/`) && strange[0]);
      if (match) found.push(`${file}:${index + 1} names ${match.what}`);
    });
  }
  return found;
}

function fixedAddresses(file, text) {
  return Object.entries(JSON.parse(text).packages)
    .filter(([, { resolved, link }]) => resolved && !link)
    .map(([place, { resolved }]) => `${file}: ${place} is fetched from ${resolved}`);
}
