/** The address as a path of this site, or `/`: `//evil`, `/\evil` and `https:` lead elsewhere (trap: open redirect). */
export function pathWithin(address: string, origin = location.origin): string {
  if (!address.startsWith('/')) return '/';
  const url = URL.canParse(address, origin) ? new URL(address, origin) : undefined;
  // `/.//evil` is of this origin, and its path leads elsewhere.
  const within = url?.origin === origin && !url.pathname.startsWith('//');
  return within ? url.pathname + url.search + url.hash : '/';
}
