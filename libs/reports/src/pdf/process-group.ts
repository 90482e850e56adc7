import { readdir, readFile } from 'node:fs/promises';

/** Ends a process and everything it started, at once. Its group is its own, because it was started detached. */
export function killGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export interface GroupMember {
  readonly pid: number;
  readonly rssBytes: number;
}

/** The living members of a process group, on Linux; empty elsewhere. */
export async function groupMembers(groupId: number): Promise<GroupMember[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const members = await Promise.all(pids.map((pid) => memberOf(groupId, pid)));
  return members.filter((member) => member !== null);
}

async function memberOf(groupId: number, pid: string): Promise<GroupMember | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // After the command in parentheses, which may itself hold spaces: state, parent, group, … and rss as the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(fields[2]) !== groupId || fields[0] === 'Z') return null;
    return { pid: Number(pid), rssBytes: Number(fields[21]) * PAGE_BYTES };
  } catch {
    return null; // ended while we looked
  }
}

const PAGE_BYTES = 4096;
