import { expect, it } from 'vitest';
import { defaultDataDirectory } from './default-data-directory.ts';

const user = { platform: 'linux' as const, isRoot: false, home: '/home/ann' };

it.each([
  [{}, { ...user, isRoot: true }, '/var/lib/attestry'],
  [{}, user, '/home/ann/.local/share/attestry'],
  [{ XDG_DATA_HOME: '/data' }, user, '/data/attestry'],
  [{}, { ...user, platform: 'darwin' as const }, '/home/ann/Library/Application Support/attestry'],
])('%j %j → %s', (env, machine, expected) => expect(defaultDataDirectory(env, machine)).toBe(expected));
