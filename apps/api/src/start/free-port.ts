import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

/** `preferred` when nobody listens there on loopback, else any that is free. */
export async function freePort(preferred = 0): Promise<number> {
  const port = await tryListen(preferred, '127.0.0.1').catch(() => undefined);
  return port ?? tryListen(0, '127.0.0.1');
}

/** The address to listen on, once it is sure that we can. Without `host`: every address of the machine. */
export async function listeningHost(port: number, host: string | undefined): Promise<string> {
  try {
    const wanted = host ?? '::';
    await tryListen(port, wanted);
    return wanted;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!host && (code === 'EAFNOSUPPORT' || code === 'EADDRNOTAVAIL')) return listeningHost(port, '0.0.0.0');
    throw refusal(code, port, host);
  }
}

function refusal(code: string | undefined, port: number, host: string | undefined): StartError {
  if (code === 'EADDRINUSE')
    return new StartError(`Port ${port} is in use by another program: set PORT= to a free one.`);
  if (code === 'EACCES')
    return new StartError(`Port ${port} needs more rights than this user has: set PORT= to 1024 or above.`);
  return new StartError(`Cannot listen on ${host ?? 'this machine'} port ${port} (${code}): check HOST= and PORT=.`);
}

function tryListen(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
