import { closeSync, readFileSync } from 'node:fs';
import { isatty } from 'node:tty';

const IGNORED_SIGNALS = /^SigIgn:\s*([0-9a-f]+)$/m;
/** The lowest bit is the first signal, SIGHUP. */
const HANGUP = 1n;

/**
 * Whether the one who started this process wants it to outlive its terminal, as `nohup` does. Node takes such a wish
 * back when it starts, so it is read from what is left of it: the variable `_`, in which bash and zsh name the command
 * that they start, and, on Linux, what the parent ignores, from which a script under `nohup` has it.
 */
export const outlivesTerminal = (
  env: Readonly<Record<string, string | undefined>>,
  parent: string | null,
): boolean => {
  if (/(?:^|\/)nohup$/.test(env['_'] ?? '')) return true;
  const ignored = IGNORED_SIGNALS.exec(parent ?? '')?.[1];
  return ignored !== undefined && (BigInt(`0x${ignored}`) & HANGUP) === HANGUP;
};

/** What Linux tells of the parent; null elsewhere. */
export function parentStatus(): string | null {
  try {
    return readFileSync(`/proc/${process.ppid}/status`, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Node restores the settings of its terminal when it ends, and aborts when the terminal is gone, whatever the exit code
 * was to be. It passes over a descriptor that is closed.
 */
export function outliveTerminal(): void {
  const terminals = [0, 1, 2].filter((fd) => isatty(fd));
  process.on('exit', () => {
    for (const fd of terminals) if (!isatty(fd)) closeSync(fd);
  });
}
