import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from './start-error.ts';

export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then a user that is already there lends its name; none is created. */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const user = ['postgres', 'nobody'].map((name) => users.find((u) => u.name === name && u.uid > 0)).find(Boolean);
  if (!user) {
    throw new StartError(
      'PostgreSQL does not run as root, and neither "postgres" nor "nobody" exists: start as a user.',
    );
  }
  return user;
}

/** The first directory on the way to `path` that `user` may not enter. */
export function closedTo(user: SystemUser, path: string): string | undefined {
  const ways: string[] = [];
  for (let way = path; ways[0] !== way; way = dirname(way)) ways.unshift(way);
  return ways.find((way) => !mayEnter(user, way));
}

function mayEnter(user: SystemUser, path: string): boolean {
  const { uid, gid, mode } = statSync(path);
  const execute = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return (mode & execute) !== 0;
}
