import { resolve } from 'node:path';
import { refusalsIn } from '../../app/order/refused.ts';
import { readRows } from '../../app/people/rows.ts';
import type { NewContact } from '../../domain/contact/contact.ts';
import type { RowReading } from '../../domain/contact/row/row.ts';
import { dialledIdentity } from '../../domain/phone/number/identity.ts';
import { readNumber, validityOf } from '../../domain/phone/number/number.ts';
import { locate, type Place } from '../../domain/phone/place/place.ts';
import { maskNumber } from '../../domain/text/privacy.ts';
import { realClock, type Reference } from '../compose/compose.ts';
import { usage } from '../terminal/failure.ts';
import { shown } from '../input/paths.ts';
import { readInputOrDefaults, type InputOrDefaults } from '../input/reading.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** A person of a contact file, and the campaign that the file goes with, where there is one. */
interface PersonInFile {
  readonly contact: NewContact;
  readonly place: Place;
  readonly line: number;
  readonly input: InputOrDefaults;
}

/** `7`, `row 7`, `leads.csv:7`: the row as a spreadsheet shows it. */
const ROW = /^(?:.+:|(?:row|line) ?)?(?<line>\d{1,7})$/i;

/** Reads the file as a run would, up to the person who is meant by a row or by a number. */
export async function findInFile(
  who: string,
  from: { file: string; campaign: string | undefined; encoding: string | undefined },
  on: { reference: Reference; terminal: Terminal },
): Promise<PersonInFile> {
  const { reference, terminal } = on;
  const input = await readInputOrDefaults(from.file, from.campaign, {
    ...{ ...on, ignoreLines: 'all', encoding: from.encoding },
  });
  const { source, columns, campaign } = input;
  const wanted = wantedOf(who, input, reference);
  const context = { columns, campaign, reference, now: realClock().now() };
  for await (const reading of readRows(source, context, null)) {
    if (!wanted(reading)) continue;
    const found = contactOf(reading);
    const refusals = await refusalsIn(source, context);
    const refusal = refusals.get(dialledIdentity(found.e164)) ?? null;
    const contact = { ...found, refusal };
    return { contact, place: placeOf(contact, input, reference), line: reading.line, input };
  }
  const where = shown(resolve(terminal.cwd, from.file), terminal.cwd);
  const line = ROW.exec(who.trim())?.groups?.['line'];
  throw usage(
    line === undefined
      ? `nobody in ${where} has the number ${maskNumber(who.trim())}`
      : `row ${line} of ${where} is blank or not there`,
    'name a row as your spreadsheet shows it, the header being row 1, or a number in the file',
  );
}

function wantedOf(
  who: string,
  input: InputOrDefaults,
  reference: Reference,
): (row: RowReading) => boolean {
  const line = ROW.exec(who.trim())?.groups?.['line'];
  if (line !== undefined) return (row) => row.line === Number(line);
  const { defaultCountry } = input.campaign;
  const tables = reference.numbers;
  const number = readNumber(who, { defaultCountry, extract: false, tables });
  if (number.kind !== 'ok')
    throw usage(`"${who}" is not a row or a number: ${number.message}`, number.fix);
  const identity = dialledIdentity(number.e164);
  return (row) => row.kind === 'contact' && dialledIdentity(row.contact.e164) === identity;
}

function contactOf(reading: RowReading): NewContact {
  if (reading.kind === 'contact') return reading.contact;
  if (reading.ifJoined !== null) return reading.ifJoined;
  const problems = reading.problems.map(({ column, message, fix }) => {
    const where = column === '' ? '' : `${column}: `;
    return `  ${where}${message}${fix === null ? '' : ` ${fix}`}`;
  });
  throw usage(
    [`nobody on row ${reading.line} can be called:`, ...problems].join('\n'),
    'fix the row, and see the others with: campaign check',
  );
}

/** A row keeps the names of its evidence alone; which clock is of which is found the way the row was read. */
function placeOf(
  { e164, region, numberType, evidence }: NewContact,
  { campaign }: InputOrDefaults,
  { places, rules }: Reference,
): Place {
  const number = { e164, region, type: numberType, validity: validityOf(e164) };
  const place = locate(number, evidence, { ...places, rules, choices: campaign.where });
  if ('problem' in place) throw new Error(`a row that was located is nowhere: ${place.problem}`);
  return place;
}

export const nameOf = ({ contact, line, input }: PersonInFile, terminal: Terminal): string =>
  `${shown(input.source.path, terminal.cwd)}:${line} ${maskNumber(contact.e164)}`;
