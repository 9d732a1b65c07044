import { readNumber } from '../../domain/phone/number/number.ts';
import { maskNumber } from '../../domain/text/privacy.ts';
import type { Lookup } from '../../ports/ledger/person.ts';
import { givenFor } from '../terminal/asking.ts';
import { warnOfOtherRules } from '../input/data-findings.ts';
import { EXIT, usage, type ExitCode } from '../terminal/failure.ts';
import { lookAt, type Looked, type LookOptions } from '../input/look.ts';
import { personJson } from './person-json.ts';
import { personLines } from './person-lines.ts';
import { dncLine } from '../lists/dnc-command.ts';
import { aboutRun } from '../terminal/next/given.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { nowOf, schedulesOf, sentenceFor } from '../control/waits.ts';

export interface ShowOptions extends LookOptions {
  readonly country?: string;
  readonly json?: boolean;
}

/** `campaign show`: numbers are shown in full, because they were asked for by name (I9). */
export async function showCommand(
  who: string,
  what: { run: string | undefined; options: ShowOptions },
  terminal: Terminal,
): Promise<ExitCode> {
  const { options } = what;
  const looked = await lookAt(what.run, options, terminal);
  const { ledger, run, reference } = looked;
  try {
    warnOfOtherRules(run, reference, terminal);
    const contactId = await findPerson(who, looked, options);
    const person = await ledger.person(run.id, contactId);
    if (person === null) throw new Error(`contact ${contactId} is gone from run ${run.id}`);
    if (options.json === true) {
      terminal.out(`${JSON.stringify(personJson(person, looked, reference.rules))}\n`);
    } else {
      for (const line of personLines(person, looked, reference.rules)) terminal.out(`${line}\n`);
      if (person.contact.state === 'pending') {
        const at = await nowOf(ledger, run);
        const sentence = sentenceFor(person.contact.group, schedulesOf(looked), at);
        terminal.out(
          `${'may ring'.padEnd(12)}${sentence} (asked for ${new Date(at).toISOString()})\n`,
        );
      }
    }
    return EXIT.done;
  } finally {
    ledger.close();
  }
}

/** `7`, `leads.csv:7` or `row 7` is a row; a word that begins with a letter is a `call_contact`. */
const ROW = /^(?:(?<file>.+):|(?:row|line) ?)?(?<line>\d{1,7})$/;
const CONTACT = /^[a-z][a-z0-9-]*$/i;

function lookupOf(who: string, { campaign, reference }: Looked, options: ShowOptions): Lookup {
  const text = who.trim();
  const row = ROW.exec(text)?.groups;
  if (row?.['line'] !== undefined) {
    return { by: 'row', line: Number(row['line']), file: row['file'] ?? null };
  }
  if (CONTACT.test(text)) return { by: 'contact', id: text };
  const defaultCountry = options.country?.toUpperCase() ?? campaign.defaultCountry;
  const reading = readNumber(text, { defaultCountry, extract: false, tables: reference.numbers });
  if (reading.kind === 'ok') return { by: 'number', e164: reading.e164 };
  throw usage(
    `"${who}" is not a row, a call_contact or a number: ${reading.message}`,
    reading.fix ?? 'write a number like +12125550123',
  );
}

async function findPerson(who: string, looked: Looked, options: ShowOptions): Promise<string> {
  const { ledger, run } = looked;
  const lookup = lookupOf(who, looked, options);
  const found = await ledger.lookUp(run.id, lookup);
  const [first, ...others] = found;
  if (first === undefined) throw nobody(lookup, looked, options);
  if (others.some((other) => other.contactId !== first.contactId)) {
    const rows = found.map((one) => `${one.file ?? ''}:${one.line ?? ''}`).join(', ');
    throw usage(`row ${who} is in several files of run ${run.id}`, `name one of: ${rows}`);
  }
  return first.contactId;
}

function nobody(lookup: Lookup, { run }: Looked, options: ShowOptions): Error {
  const table = aboutRun('export', givenFor(run, options), ['-o', '-']);
  switch (lookup.by) {
    case 'row':
      return usage(
        `nobody in run ${run.id} comes from row ${lookup.line}: it is not in its files, or it has problems`,
        `rows with problems are in: ${table}`,
      );
    case 'contact':
      return usage(
        `there is no contact "${lookup.id}" in run ${run.id}`,
        `take a call_contact from: ${table}`,
      );
    case 'number':
      return usage(
        `nobody in run ${run.id} has the number ${maskNumber(lookup.e164)}`,
        `name another run, or look at the list: ${dncLine('list', options)}`,
      );
  }
}
