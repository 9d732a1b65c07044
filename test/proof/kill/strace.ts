import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

/** Which system call of the first thread fails, how, and at which of its turns. */
export interface Strike {
  readonly call: 'fsync' | 'pwrite64';
  readonly how: 'signal=KILL' | 'error=EIO' | 'error=ENOSPC';
  readonly nth: number;
  /** Each turn from there on, as on a disk that stays full. */
  readonly onwards?: boolean;
  /** Of this file alone. */
  readonly file?: string | null;
}

export const STRACE_IS_HERE = spawnSync('strace', ['--version']).status === 0;

/** SQLite writes and syncs on the first thread alone, so that no other one has to be followed. */
export const striking = (strike: Strike, log: string): string[] => {
  const { call, how, nth, onwards = false, file = null } = strike;
  return [
    'strace',
    ...(file === null ? [] : ['-P', file]),
    ...['-o', log, '-y', '-e', 'trace=fsync,fdatasync,pwrite64'],
    ...['-e', `inject=${call}:${how}:when=${nth}${onwards ? '+' : ''}`],
  ];
};

/** Nothing is struck: what there is to strike is written down. */
export const listing = (log: string): string[] => [
  ...['strace', '-o', log, '-y', '-e', 'trace=fsync,fdatasync,pwrite64'],
];

/** The calls in the order in which they were made. */
export function callsIn(log: string): { readonly call: string; readonly file: string }[] {
  const calls = readFileSync(log, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, call, file] = /^(\w+)\(\d+<([^>]*)>/.exec(line) ?? [];
      return call === undefined || file === undefined ? [] : [{ call, file }];
    });
  rmSync(log);
  return calls;
}
