import { networkInterfaces } from 'node:os';

export interface Running {
  readonly port: number;
  readonly host: string;
  readonly baseUrl?: string;
  readonly dataDir: string;
  readonly setUpLink: string;
}

export function banner({ port, host, baseUrl, dataDir, setUpLink }: Running, addresses = localAddresses()): string {
  const urls = [...(baseUrl ? [baseUrl] : []), ...listeningUrls(host, port, addresses)];
  const lines = [
    'Attestry is running.',
    '',
    ...urls.map((url) => `  ${url}`),
    '',
    ...(setUpLink ? ['Set it up with this link. It works once:', '', `  ${setUpLink}`, ''] : []),
    `Data: ${dataDir}`,
    'Ctrl-C stops everything.',
  ];
  return lines.join('\n');
}

function listeningUrls(host: string, port: number, addresses: readonly string[]): string[] {
  const everywhere = host === '::' || host === '0.0.0.0';
  const hosts = everywhere ? ['localhost', ...addresses] : [host.includes(':') ? `[${host}]` : host];
  return hosts.map((name) => `http://${name}:${port}`);
}

function localAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map(({ address }) => address);
}
