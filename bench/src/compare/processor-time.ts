import { readdir, readFile } from 'node:fs/promises';

/** Linux counts processor time for programs in hundredths of a second (USER_HZ). */
const msPerTick = 10;

export interface ProcessStat {
  parent: number;
  /** Processor time of all threads of the process. */
  ownMs: number;
  /** Processor time of its children that have ended. */
  endedChildrenMs: number;
}

/**
 * Reads a line of /proc/<pid>/stat; see proc_pid_stat(5). The name in brackets may contain spaces and
 * brackets.
 */
export function parseStat(line: string): ProcessStat {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const ticks = (index: number): number => Number(fields[index] ?? Number.NaN) * msPerTick;
  return { parent: Number(fields[1]), ownMs: ticks(11) + ticks(12), endedChildrenMs: ticks(13) + ticks(14) };
}

/** Throws when the process does not exist or the system has no /proc. */
export async function processStat(pid: number): Promise<ProcessStat> {
  return parseStat(await readFile(`/proc/${pid}/stat`, 'utf8'));
}

/** Processor time of a process and all its children, including those that have ended. */
export async function familyMs(pid: number): Promise<number> {
  const { ownMs, endedChildrenMs } = await processStat(pid);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  // A process may end while the list is read.
  const stats = await Promise.all(pids.map((child) => processStat(child).catch(() => null)));
  const children = stats.filter((stat) => stat !== null && stat.parent === pid);
  return ownMs + endedChildrenMs + children.reduce((sum, stat) => sum + (stat?.ownMs ?? 0), 0);
}
