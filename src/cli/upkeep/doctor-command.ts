import { plainText } from '../../domain/text/privacy.ts';
import type { Mode } from '../../ports/ledger/runs.ts';
import {
  examineDriver,
  examineLedger,
  LedgerError,
  loadReference,
  placeOf,
  realClock,
} from '../compose/compose.ts';
import { dataFindings } from '../input/data-findings.ts';
import { LEDGER_HINTS, ledgerHint } from '../terminal/explain.ts';
import { EXIT, type ExitCode } from '../terminal/failure.ts';
import { broken, fine, note, type Finding } from '../input/finding.ts';
import { healthFindings, placeFindings } from './ledger-findings.ts';
import { isThere, ledgerPath, lockPath, sandboxPath } from '../input/paths.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { counted } from '../terminal/words.ts';

export interface DoctorOptions {
  readonly ledger?: string;
  readonly json?: boolean;
}

/** `campaign doctor`: looks at everything and changes nothing. */
export function doctorCommand(options: DoctorOptions, terminal: Terminal): ExitCode {
  const now = realClock().now();
  const findings = [
    ...dataFindings(loadReference(), now),
    driverFinding(),
    ...ledgerFindings('live', options, terminal),
    ...ledgerFindings('rehearsal', options, terminal),
  ];
  const exit = exitOf(findings);
  if (options.json === true) {
    const facts = { schema_version: 1, exit_code: exit, checks: findings.map(checkJson) };
    terminal.out(`${JSON.stringify(facts)}\n`);
    return exit;
  }
  const width = Math.max(...findings.map(({ area }) => area.length));
  for (const { level, area, text, fix } of findings) {
    terminal.out(`${level.padEnd(9)}  ${area.padEnd(width)}  ${plainText(text)}\n`);
    if (fix !== null) terminal.out(`${' '.repeat(13 + width)}try: ${plainText(fix)}\n`);
  }
  terminal.say(ending(findings));
  return exit;
}

/** `mend` is the first name of `fix`, and stays for the programs that read it. */
const checkJson = (finding: Finding): object => ({ ...finding, mend: finding.fix });

function driverFinding(): Finding {
  const driver = examineDriver();
  if (driver instanceof LedgerError) return broken('SQLite', driver.message, ledgerHint(driver));
  return fine('SQLite', `${driver.sqlite}, by ${driver.driver} for Node ${process.versions.node}`);
}

function ledgerFindings(mode: Mode, options: DoctorOptions, terminal: Terminal): Finding[] {
  const area = `${mode} ledger`;
  const path = ledgerPath(mode, options.ledger, terminal);
  const place = placeFindings(
    area,
    placeOf(path, [`${path}-wal`, `${path}-shm`, sandboxPath(path)]),
  );
  if (!isThere(path)) return [note(area, `there is none yet at ${path}`), ...place];
  if (examineDriver() instanceof LedgerError) {
    return [note(area, `${path} was not examined, because SQLite does not load`), ...place];
  }
  const health = examineLedger(path, (runId, kept) =>
    lockPath(path, kept === 'rehearsal' ? 'rehearsal' : runId),
  );
  if (health instanceof LedgerError) {
    return [broken(area, health.message, ledgerHint(health)), ...place];
  }
  if (health.mode !== mode) {
    const text = `${path} is the ledger of a ${health.mode} run`;
    return [broken(area, text, LEDGER_HINTS.other_mode), ...place];
  }
  return [...healthFindings(area, health, { mode, ledger: options.ledger }), ...place];
}

function exitOf(findings: readonly Finding[]): ExitCode {
  if (findings.some(({ level }) => level === 'broken')) return EXIT.ledger;
  return findings.some(({ level }) => level === 'attention') ? EXIT.stopped : EXIT.done;
}

function ending(findings: readonly Finding[]): string {
  const bad = findings.filter(({ level }) => level === 'broken' || level === 'attention').length;
  return bad === 0 ? 'All is well.' : `${counted(bad, 'thing needs', 'things need')} attention.`;
}
