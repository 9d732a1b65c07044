import { reasonJson, reasonTextOrNull } from '../../domain/run/text/reason-text.ts';
import { TAIL_LENGTH, tailOf } from '../../domain/phone/number/number-tails.ts';
import { readNumber, type NumberRules } from '../../domain/phone/number/number.ts';
import { maskNumber, plainText } from '../../domain/text/privacy.ts';
import type { Mode } from '../../ports/ledger/runs.ts';
import type { BarredTail } from '../../ports/ledger/tails.ts';
import type { DoNotCallPort } from '../../ports/ledger/do-not-call.ts';
import { asker } from '../terminal/asking.ts';
import { loadReference, openExistingLedger, openLedger } from '../compose/compose.ts';
import { EXIT, usage, type ExitCode } from '../terminal/failure.ts';
import { commandLine } from '../terminal/next/command-line.ts';
import { isThere, ledgerPath } from '../input/paths.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { counted, number } from '../terminal/words.ts';
import type { ListOptions } from './ignored-rows.ts';

export interface DncOptions extends ListOptions {
  readonly ledger?: string;
  readonly rehearsal?: boolean;
  readonly country?: string;
  readonly reason?: string;
  readonly json?: boolean;
  readonly lastDigits?: readonly string[];
}

/** As they are shown, with the dots before them or without. */
const LAST_DIGITS = /^…?\d{7}$/;

const IN_LOG =
  'NOTE: what was changed is still in the ledger’s log alone (the file that ends in -wal), because another command reads the ledger. Leave that file where it is; to be sure, run the same command again later.';

/** `campaign dnc <verb>` about the list of the ledger that was given. */
export const dncLine = (
  verb: 'list' | 'remove',
  { ledger, rehearsal }: Pick<DncOptions, 'ledger' | 'rehearsal'>,
  ...more: Parameters<typeof commandLine>[1][]
): string => commandLine('dnc', verb, ...more, ['--rehearsal', rehearsal], ['--ledger', ledger]);

/** The list may be begun before the first run: then the ledger is made here. */
export async function withLedger<T>(
  options: DncOptions,
  terminal: Terminal,
  work: (ledger: DoNotCallPort) => Promise<T>,
): Promise<T> {
  const mode: Mode = options.rehearsal === true ? 'rehearsal' : 'live';
  const ledger = openLedger(ledgerPath(mode, options.ledger, terminal), mode);
  try {
    terminal.say(`${mode} ledger ${ledger.path}`);
    const done = await work(ledger);
    // With a session at work, closing leaves the log as it is.
    if (!ledger.intoOwnFile()) terminal.say(IN_LOG);
    return done;
  } finally {
    ledger.close();
  }
}

export function rulesOf(options: DncOptions): NumberRules {
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
  const tails = tailsOf(options);
  if (numbers.length + tails.length === 0)
    throw usage(
      'no number is given',
      'name numbers, or --last-digits as campaign dnc list has them',
    );
  const by = asker(terminal, options.reason);
  const absent = await withLedger(options, terminal, async (ledger) => {
    const missing: string[] = [];
    for (const e164 of numbers) if (!(await ledger.unbar(e164, by))) missing.push(maskNumber(e164));
    for (const tail of tails) if (!(await ledger.unbarTail(tail, by))) missing.push(`…${tail}`);
    for (const line of await stillBarred(ledger, numbers, options)) terminal.say(line);
    return missing;
  });
  terminal.say(`${number(numbers.length + tails.length - absent.length)} removed.`);
  if (absent.length === 0) return EXIT.done;
  throw usage(`not on the list: ${absent.join(', ')}`, `see the list: ${dncLine('list', options)}`);
}

function tailsOf({ lastDigits = [] }: DncOptions): readonly string[] {
  const wrong = lastDigits.find((text) => !LAST_DIGITS.test(text));
  if (wrong === undefined) return lastDigits.map((text) => text.replace('…', ''));
  throw usage(
    `--last-digits is "${wrong}"`,
    `give ${TAIL_LENGTH} digits, as campaign dnc list has them`,
  );
}

/** A number that was taken off may still end like one of which the list has the last digits alone. */
async function stillBarred(
  ledger: DoNotCallPort,
  numbers: readonly string[],
  options: DncOptions,
): Promise<string[]> {
  const tails = new Map((await ledger.barredTails()).map((one) => [one.tail, one]));
  return numbers.flatMap((e164) => {
    const found = tails.get(tailOf(e164));
    if (found === undefined) return [];
    const { source, row, tail } = found;
    const remove = dncLine('remove', options, ['--last-digits', tail]);
    return [
      `${maskNumber(e164)} is still not called: row ${row} of ${source} may mean it. To call it: ${remove}`,
    ];
  });
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
          ? `${JSON.stringify({ number: e164, at, who, ...reasonJson(reason), source })}\n`
          : `${plainText([e164, at, who, source, reasonTextOrNull(reason) ?? ''].join('  ').trimEnd())}\n`,
      );
    }
    const tails = await ledger.barredTails();
    for (const one of tails) terminal.out(`${tailLine(one, options.json ?? false)}\n`);
    terminal.say(`${number(barred.length)} on the do-not-call list.`);
    if (tails.length > 0)
      terminal.say(
        `Of ${counted(tails.length, 'more number')} only the last digits are known: everybody whose number ends so is not called.`,
      );
    return EXIT.done;
  } finally {
    ledger.close();
  }
}

function tailLine(one: BarredTail, json: boolean): string {
  const { tail, who, reason, source, row, value } = one;
  const at = new Date(one.at).toISOString();
  if (json)
    return JSON.stringify({
      last_digits: tail,
      at,
      who,
      ...reasonJson(reason),
      source,
      row,
      value,
    });
  const from = `${source} row ${row} "${value}"`;
  return plainText(
    [`…${tail}`, at, who, from, reasonTextOrNull(reason) ?? ''].join('  ').trimEnd(),
  );
}
