import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Mode } from '../../ports/ledger/runs.ts';
import { copyLedger, LedgerError, realClock, reserveTarget } from '../compose/compose.ts';
import { EXIT, usage, type ExitCode } from '../terminal/failure.ts';
import { commandLine } from '../terminal/next/command-line.ts';
import { isThere, ledgerPath, shown } from '../input/paths.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { counted, number } from '../terminal/words.ts';

export interface BackupOptions {
  readonly output: string;
  readonly force?: boolean;
  readonly rehearsal?: boolean;
  readonly ledger?: string;
}

const KIB = 1024;

/** `campaign backup`: the copy has its name only once it is complete, checked and on the disk. */
export async function backupCommand(options: BackupOptions, terminal: Terminal): Promise<ExitCode> {
  const mode: Mode = options.rehearsal === true ? 'rehearsal' : 'live';
  const ledger = ledgerPath(mode, options.ledger, terminal);
  if (!isThere(ledger)) throw new LedgerError('missing', `there is no ${mode} ledger at ${ledger}`);
  const path = targetOf(options, ledger, terminal);
  terminal.say(`${mode} ledger ${ledger}`);
  const target = await reserveTarget(path, options.force ?? false);
  try {
    const { bytes, runs, people, orders } = copyLedger(ledger, target.temporary, {
      mode,
      now: realClock().now(),
    });
    await target.commit();
    const held = `${counted(runs, 'run')}, ${counted(people, 'person', 'people')}, ${counted(orders, 'order')}`;
    const where = shown(path, terminal.cwd);
    terminal.say(`${where}: ${number(Math.ceil(bytes / KIB))} KiB, ${held}, read back and sound.`);
    terminal.say(
      `It is a ${mode} ledger of this moment: calls made later are not in it. Look at it with: ${commandLine('doctor', ['--ledger', where])}`,
    );
    return EXIT.done;
  } finally {
    await target.abandon();
  }
}

/** A copy must never take the place of the ledger it is of, whatever `--force` says. */
function targetOf(options: BackupOptions, ledger: string, terminal: Terminal): string {
  const path = resolve(terminal.cwd, options.output);
  const own = ['', '-wal', '-shm'].map((suffix) => realpathSync(ledger) + suffix);
  const meant = isThere(path) ? realpathSync(path) : path;
  if (!own.includes(meant) && options.output !== '-') return path;
  throw usage(
    options.output === '-'
      ? 'a ledger cannot be written to stdout'
      : `${path} is the ledger itself`,
    'name another file with -o, such as ledger-backup.db',
  );
}
