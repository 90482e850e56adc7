import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const env = (more: Record<string, string>) => ({ ATTESTRY_DATA_DIR: '/data', ...more });
const errorsOf = (more: Record<string, string>) => readSettings(env(more)).errors ?? [];

const complete = {
  PORT: '8080',
  HOST: '127.0.0.1',
  BASE_URL: 'https://attestry.example.org',
  DATABASE_URL: 'postgresql://owner:k7Jw2mQx@db:5432/attestry',
  APP_DATABASE_URL: 'postgresql://app_rw:k7Jw2mQx@db:5432/attestry',
  SEAL_DATABASE_URL: 'postgresql://app_seal:k7Jw2mQx@db:5432/attestry',
  READONLY_DATABASE_URL: 'postgresql://app_readonly:k7Jw2mQx@db:5432/attestry',
  SMTP_URL: 'smtps://mailer:k7Jw2mQx@mail:465',
  SMTP_FROM: 'attestry@example.org',
  ROOT_KEY: Buffer.alloc(32, 7).toString('base64'),
};

describe('settings', () => {
  it('needs none', () => {
    const { settings } = readSettings(env({}));
    expect(settings).toMatchObject({ PORT: 4400, ATTESTRY_DATA_DIR: '/data' });
    expect(settings?.DATABASE_URL).toBeUndefined();
  });

  it('takes all', () => expect(readSettings(env(complete)).errors).toBeUndefined());

  it('takes an empty variable for one that is not set', () =>
    expect(errorsOf({ PORT: '', SMTP_URL: ' ' })).toEqual([]));

  it.each([
    ['ATTESTRY_DATA_DIR', 'relative/path'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '44oo'],
    ['HOST', 'a b'],
    ['BASE_URL', 'attestry.example.org'],
    ['BASE_URL', 'https://example.org/attestry'],
    ['DATABASE_URL', 'mysql://db/attestry'],
    ['DATABASE_URL', 'postgresql://db:5432'],
    ['APP_DATABASE_URL', 'db'],
    ['SEAL_DATABASE_URL', 'db'],
    ['READONLY_DATABASE_URL', 'db'],
    ['SMTP_URL', 'mail:465'],
    ['SMTP_FROM', 'attestry'],
    ['ROOT_KEY', 'c2hvcnQ='],
  ])('names %s when it is %s', (name, value) => {
    const errors = errorsOf({ ...complete, [name]: value });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(new RegExp(`^${name} must`));
  });

  it.each(['SMTP_URL', 'SMTP_FROM', 'DATABASE_URL', 'APP_DATABASE_URL', 'SEAL_DATABASE_URL', 'READONLY_DATABASE_URL'])(
    'names %s when what goes with it is set',
    (name) => {
      expect(errorsOf({ ...complete, [name]: '' })).toEqual([expect.stringMatching(new RegExp(`^${name} is missing`))]);
    },
  );

  it.each([
    ['DATABASE_URL', 'postgresql://owner:changeme@db:5432/attestry'],
    ['APP_DATABASE_URL', 'postgresql://app_rw:postgres@db:5432/attestry'],
    ['SEAL_DATABASE_URL', 'postgresql://app_seal:change%2Dme@db:5432/attestry'],
    ['READONLY_DATABASE_URL', 'postgresql://app_readonly:secret@db:5432/attestry'],
    ['SMTP_URL', 'smtps://mailer:Change-Me!@mail:465'],
  ])('refuses a placeholder in %s (%s)', (name, value) => {
    const errors = errorsOf({ ...complete, [name]: value });
    expect(errors).toEqual([expect.stringMatching(new RegExp(`^${name} holds the placeholder`))]);
  });

  it.each(['REDIS_URL', 'S3_BUCKET', 'OIDC_ISSUER'])('says that %s would be ignored', (name) => {
    expect(errorsOf({ [name]: 'x' })).toEqual([expect.stringMatching(new RegExp(`^${name} is not supported`))]);
  });

  it('reports all errors at once', () => {
    const errors = errorsOf({ PORT: 'x', BASE_URL: 'x', SMTP_URL: 'smtp://m:secret@mail' });
    for (const name of ['PORT', 'BASE_URL', 'SMTP_FROM', 'SMTP_URL']) {
      expect(errors.filter((error) => error.startsWith(`${name} `))).toHaveLength(1);
    }
  });

  it('never repeats the value of a secret that is not a placeholder', () => {
    expect(errorsOf({ DATABASE_URL: 'oops://owner:k7Jw2mQx@db' }).join()).not.toContain('k7Jw2mQx');
  });
});

describe('NAME_FILE', () => {
  it('reads the value from the file', () => {
    const { settings } = readSettings(env({ BASE_URL_FILE: '/run/url' }), () => 'https://attestry.example.org\n');
    expect(settings?.BASE_URL).toBe('https://attestry.example.org');
  });

  it('is an error when it cannot be read', () => {
    expect(errorsOf({ SMTP_URL_FILE: '/does/not/exist' })).toEqual([
      'SMTP_URL_FILE cannot be read (ENOENT): /does/not/exist',
    ]);
  });

  it('is an error beside NAME', () => {
    const { errors } = readSettings(env({ PORT: '1', PORT_FILE: '/run/port' }), () => '2');
    expect(errors).toEqual(['PORT and PORT_FILE are both set: keep one']);
  });
});
