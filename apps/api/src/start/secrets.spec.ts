import { createPrivateKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { logKeyFileIn, secretsIn } from './secrets.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'attestry-test-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

it('are made once, for the owner only', () => {
  const first = secretsIn(dataDir);
  expect(secretsIn(dataDir)).toEqual(first);
  expect(Buffer.from(first.rootKey, 'base64')).toHaveLength(32);
  expect(new Set(Object.values(first.databasePasswords)).size).toBe(4);
  for (const file of [join(dataDir, 'secrets.json'), logKeyFileIn(dataDir)]) {
    expect(statSync(file).mode & 0o777).toBe(0o600);
  }
  expect(createPrivateKey(readFileSync(logKeyFileIn(dataDir))).asymmetricKeyType).toBe('ed25519');
});

it('are never made anew for data that exists', () => {
  mkdirSync(join(dataDir, 'postgres'));
  expect(() => secretsIn(dataDir)).toThrow(/secrets\.json is missing although data exists/);
});

it('are incomplete without the key of the log', () => {
  secretsIn(dataDir);
  rmSync(logKeyFileIn(dataDir));
  expect(() => secretsIn(dataDir)).toThrow(/log-ed25519\.pem is missing/);
});
