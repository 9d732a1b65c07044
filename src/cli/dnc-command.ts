import { basename, resolve } from 'node:path';
import { readNumber, type NumberRules } from '../domain/phone/number.ts';
import { maskNumber, plainText } from '../domain/privacy.ts';
import type { Ledger, Mode } from '../ports/ledger.ts';
import { asker } from './asking.ts';
import { loadReference, openExistingLedger, openLedger } from './compose.ts';
import { EXIT, usage, type ExitCode } from './failure.ts';
import { readNumberList } from './number-list.ts';
import { isThere, ledgerPath, shown } from './paths.ts';
import type { Terminal } from './terminal.ts';
import { number } from './words.ts';

export interface DncOptions {
  readonly ledger?: string;
  readonly rehearsal?: boolean;
  readonly country?: string;
  readonly reason?: string;
  readonly json?: boolean;
}

/** Numbers of one transaction: a session waits for its turn to write no longer than this takes. */
const BATCH = 1_000;
/** At most so many bad lines are printed; the rest are counted. */
const SHOWN = 10;

/** The list may be begun before the first run: then the ledger is made here. */
async function withLedger<T>(
  options: DncOptions,
  terminal: Terminal,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const mode: Mode = options.rehearsal === true ? 'rehearsal' : 'live';
  const ledger = openLedger(ledgerPath(mode, options.ledger, terminal), mode);
  try {
    terminal.say(`${mode} ledger ${ledger.path}`);
    return await work(ledger);
  } finally {
    ledger.close();
  }
}

function rulesOf(options: DncOptions): NumberRules {
  const { numbers: tables, places } = loadReference();
  const country = options.country?.toUpperCase() ?? null;
  if (country !== null && !Object.hasOwn(places.regions, country)) {
    throw usage(`--country is "${options.country ?? ''}"`, 'give two letters, such as US or GB');
  }
  return { defaultCountry: country, extract: false, tables };
}

/** All of them or none: one that was mistyped must not go unnoticed among many. */
function readAll(texts: readonly string[], options: DncOptions): readonly string[] {
  const rules = rulesOf(options);
  const problems: string[] = [];
  const numbers = texts.flatMap((text) => {
    const reading = readNumber(text, rules);
    if (reading.kind === 'ok') return [reading.e164];
    problems.push(
      `  "${text}": ${reading.message}${reading.fix === null ? '' : ` ${reading.fix}`}`,
    );
    return [];
  });
  if (problems.length === 0) return [...new Set(numbers)];
  throw usage(
    ['nothing was changed, because of:', ...problems].join('\n'),
    'write numbers like +12125550123, or name their --country',
  );
}

export async function addNumbers(
  texts: readonly string[],
  options: DncOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const numbers = readAll(texts, options);
  const by = { ...asker(terminal, options.reason), source: 'campaign dnc add' };
  const { added, known } = await withLedger(options, terminal, (ledger) => ledger.bar(numbers, by));
  terminal.say(`${number(added)} added, ${number(known)} on the list already.`);
  terminal.say('People who are waiting for a call are left out from now on. A live call goes on.');
  return EXIT.done;
}

export async function removeNumbers(
  texts: readonly string[],
  options: DncOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const numbers = readAll(texts, options);
  const by = asker(terminal, options.reason);
  const absent = await withLedger(options, terminal, async (ledger) => {
    const missing: string[] = [];
    for (const e164 of numbers) if (!(await ledger.unbar(e164, by))) missing.push(e164);
    return missing;
  });
  terminal.say(`${number(numbers.length - absent.length)} removed.`);
  if (absent.length === 0) return EXIT.done;
  throw usage(
    `not on the list: ${absent.map(maskNumber).join(', ')}`,
    'see the list: campaign dnc list',
  );
}

/** Every good line is taken: a bad one must not keep the others off the list. */
export async function importNumbers(
  file: string,
  options: DncOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const path = resolve(terminal.cwd, file);
  const rules = rulesOf(options);
  const by = { ...asker(terminal, options.reason), source: basename(path) };
  const sum = { added: 0, known: 0, bad: 0 };
  await withLedger(options, terminal, async (ledger) => {
    let batch = new Set<string>();
    const send = async (): Promise<void> => {
      const { added, known } = await ledger.bar([...batch], by);
      sum.added += added;
      sum.known += known;
      batch = new Set();
    };
    for await (const { line, value, reading } of readNumberList(path, rules)) {
      if (reading.kind === 'ok') batch.add(reading.e164);
      else {
        sum.bad += 1;
        if (sum.bad <= SHOWN) {
          terminal.say(`row ${line} "${value}": ${reading.message}`);
          if (reading.fix !== null) terminal.say(`    ${reading.fix}`);
        }
      }
      if (batch.size >= BATCH) await send();
    }
    if (batch.size > 0) await send();
  });
  const where = shown(path, terminal.cwd);
  terminal.say(`${where}: ${number(sum.added)} added, ${number(sum.known)} on the list already.`);
  if (sum.bad === 0) return EXIT.done;
  throw usage(
    `not on the list, because they are no numbers: ${number(sum.bad)} of the lines of ${where}`,
    'fix them and import the file again: what is on the list already stays as it is',
  );
}

export async function listNumbers(options: DncOptions, terminal: Terminal): Promise<ExitCode> {
  const mode: Mode = options.rehearsal === true ? 'rehearsal' : 'live';
  const path = ledgerPath(mode, options.ledger, terminal);
  if (!isThere(path)) {
    terminal.say(`There is no ${mode} ledger at ${path}, so nobody is on its list.`);
    return EXIT.done;
  }
  const ledger = openExistingLedger(path, mode);
  try {
    terminal.say(`${mode} ledger ${path}`);
    const barred = await ledger.barred();
    for (const one of barred) {
      const at = new Date(one.at).toISOString();
      const { e164, who, reason, source } = one;
      terminal.out(
        options.json === true
          ? `${JSON.stringify({ number: e164, at, who, reason, source })}\n`
          : `${plainText([e164, at, who, source, reason ?? ''].join('  ').trimEnd())}\n`,
      );
    }
    terminal.say(`${number(barred.length)} on the do-not-call list.`);
    return EXIT.done;
  } finally {
    ledger.close();
  }
}
