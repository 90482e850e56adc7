/** The address as a path of this site, or `/`: `//evil`, `/\evil` and `https:` lead elsewhere (trap: open redirect). */
export function pathWithin(address: string, origin = location.origin): string {
  if (!address.startsWith('/')) return '/';
  const url = URL.canParse(address, origin) ? new URL(address, origin) : undefined;
  return url?.origin === origin ? url.pathname + url.search + url.hash : '/';
}
