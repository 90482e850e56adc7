import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { publicKeyFrom } from './checkpoint.ts';
import { openSealPool } from './sealer.ts';
import { type Verification, verifyLog } from './verify-log.ts';

type Env = Readonly<Record<string, string | undefined>>;

const usage = `attestry verify-log [--key FILE] [--checkpoints FILE]

Recomputes the sealed log and compares it with everything that was signed, and with the records.
  --key          public (or private) key of the log, PEM; default: LOG_KEY_FILE, then the installation's own
  --checkpoints  signed checkpoints kept outside the database; default: checkpoints.log in the data directory
Needs SEAL_DATABASE_URL, APP_DATABASE_URL and ATTESTRY_DATA_DIR.
Ends with 0 when nothing is wrong, 1 when something is (each finding on a line), 2 when it could not look.`;

export async function runVerifyLog(
  args: readonly string[],
  env: Env,
  print: (line: string) => void = console.log,
): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { key: { type: 'string' }, checkpoints: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      print(usage);
      return 0;
    }
    const dataDir = env.ATTESTRY_DATA_DIR;
    const keyFile = values.key ?? env.LOG_KEY_FILE ?? (dataDir && join(dataDir, 'keys', 'log-ed25519.pem'));
    const checkpointsFile = values.checkpoints ?? (dataDir && join(dataDir, 'checkpoints.log'));
    const { SEAL_DATABASE_URL: seal, APP_DATABASE_URL: app } = env;
    if (!seal || !app || !keyFile)
      throw new Error('SEAL_DATABASE_URL, APP_DATABASE_URL and ATTESTRY_DATA_DIR (or --key) must be set.');
    const verification = await verified({ seal, app, keyFile, checkpointsFile });
    for (const line of report(verification)) print(line);
    return verification.findings.length === 0 ? 0 : 1;
  } catch (error) {
    print(`The log could not be verified: ${(error as Error).message || (error as NodeJS.ErrnoException).code}`);
    return 2;
  }
}

interface Sources {
  readonly seal: string;
  readonly app: string;
  readonly keyFile: string;
  readonly checkpointsFile: string | undefined;
}

async function verified({ seal, app, keyFile, checkpointsFile }: Sources): Promise<Verification> {
  const publicKey = publicKeyFrom(readFileSync(keyFile, 'utf8'));
  const pools = {
    seal: openSealPool(seal),
    app: new pg.Pool({ connectionString: app, max: 1, options: '-c timezone=UTC' }),
  };
  pools.app.on('error', () => {});
  try {
    return await verifyLog(pools, { publicKey, checkpointsFile });
  } finally {
    await Promise.all([pools.seal.end(), pools.app.end()]);
  }
}

function* report({ organizations, events, findings }: Verification): Generator<string> {
  for (const { organization, problem } of findings) {
    yield organization === undefined ? `The installation: ${problem}.` : `Organization ${organization}: ${problem}.`;
  }
  const looked = `${events} events of ${organizations} organizations`;
  yield findings.length === 0
    ? `Verified ${looked}: nothing is wrong.`
    : `Verified ${looked}: ${findings.length} findings.`;
}
