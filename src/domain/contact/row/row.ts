import { formatGroup } from '../../run/calling-group.ts';
import type { Place } from '../../phone/place/place.ts';
import { unprotectCell } from '../cells/cell-safety.ts';
import { isOnRecord, type Consent } from '../consent.ts';
import type { FedBack, NewContact } from '../contact.ts';
import { fitted } from '../cells/fitted-cells.ts';
import type { FileRow, RowProblem } from '../problem.ts';
import { answersIn } from '../refusal/in-row.ts';
import { meantNumbers } from '../refusal/meant-numbers.ts';
import { unknownAnswers } from '../refusal/unknown.ts';
import { audienceIn } from './row-audience.ts';
import { RowCells } from './row-cells.ts';
import type { RowContext } from './row-context.ts';
import { consentIn, notBeforeIn, SCHEDULED_PAST } from './row-dates.ts';
import { countriesIn, evidenceIn, numberIn, numbersIn, placeIn } from './row-place.ts';
import { readValues } from './variables.ts';

export type { NewContact, RowContext, RowProblem };

export type RowReading =
  | {
      readonly kind: 'contact';
      readonly line: number;
      readonly cells: readonly string[];
      readonly contact: NewContact;
      /** What is odd about the row, and keeps nobody from being called. */
      readonly warnings: readonly RowProblem[];
    }
  | {
      readonly kind: 'problem';
      readonly line: number;
      readonly cells: readonly string[];
      readonly problems: readonly RowProblem[];
      readonly fedBack: FedBack | null;
      /**
       * Set when the row is in order but comes too late to join: its `scheduled_at` is past. A person who has
       * joined already goes on with it.
       */
      readonly ifJoined: NewContact | null;
      /** That the row says that its person is not to be called: it bars them, though the row cannot be used. */
      readonly refusal: RowRefusal | null;
    };

/** Who is not to be called, and why, as a reason that is stored. */
export interface RowRefusal {
  readonly e164: string;
  /** The numbers in the other phone columns of the row. */
  readonly otherNumbers: readonly string[];
  readonly reason: string;
}

/** Whom the row says not to call, whether or not the row itself can be used; null: nobody. */
export function refusalOf(reading: RowReading): RowRefusal | null {
  if (reading.kind === 'problem') return reading.refusal;
  const { e164, otherNumbers, refusal: reason } = reading.contact;
  return reason === null ? null : { e164, otherNumbers, reason };
}

/**
 * Reads one row: a contact, or everything that is wrong with it. No problem hides another, except that in a
 * row with too many or too few cells nobody may be able to say which cell is what.
 */
export function readRow(row: FileRow, context: RowContext): RowReading {
  const { columns } = context;
  const own = columns.fedBack ? row.cells.map(unprotectCell) : row.cells;
  const fit = fitted({ ...row, cells: own }, columns);
  const cells = fit?.cells ?? own;
  const reader = new RowReader(new RowCells({ line: row.line, cells }, columns), context);
  if (fit?.found != null) reader.row.warnRow(String(own.length), fit.found);
  const contact = fit === null ? reader.misfit() : reader.read();
  const { problems, warnings } = reader.row;
  const common = { line: row.line, cells };
  if (contact !== null && problems.length === 0)
    return { kind: 'contact', ...common, contact, warnings };
  const late = problems.every((one) => one.code === SCHEDULED_PAST);
  const { refusal } = reader;
  const fedBack = reader.fedBack();
  return {
    kind: 'problem',
    ...common,
    problems,
    fedBack,
    ifJoined: late ? contact : null,
    refusal,
  };
}

class RowReader {
  readonly row: RowCells;
  refusal: RowRefusal | null = null;
  readonly #context: RowContext;

  constructor(row: RowCells, context: RowContext) {
    this.row = row;
    this.#context = context;
  }

  misfit(): null {
    const have = this.row.cells.length;
    const want = this.row.columns.headers.length;
    this.row.problems.push({
      line: this.row.line,
      column: '',
      value: String(have),
      code: have < want ? 'too_few_cells' : 'too_many_cells',
      message: `The row has ${have} ${have === 1 ? 'cell' : 'cells'}, the header ${want}.`,
      fix:
        have < want
          ? 'Add the missing delimiters, so that every cell stands under its header.'
          : 'Put a cell that contains the delimiter in quotes, or remove the delimiters at the end.',
    });
    return null;
  }

  read(): NewContact | null {
    const { row } = this;
    const { columns } = row;
    const context = this.#context;
    const countries = countriesIn(row, context.campaign.defaultCountry);
    const number = numberIn(row, countries, context);
    const answers = answersIn(row.cells, columns);
    for (const { index, found } of unknownAnswers(row, answers)) row.problem(index, found);
    if (answers.refusal !== null) {
      const readable = numbersIn(row, countries, { number, context });
      const meant = number === null ? meantNumbers(row, countries, context) : [];
      const [e164, ...otherNumbers] = new Set([...readable, ...meant]);
      if (e164 !== undefined) this.refusal = { e164, otherNumbers, reason: answers.refusal };
    }
    const { problems, warnings, ...values } = readValues(row, columns);
    row.problems.push(...problems);
    row.warnings.push(...warnings);
    const priority = this.#priority();
    const evidence = evidenceIn(row, countries);
    const place = number === null ? null : placeIn(row, { number, evidence }, context);
    const zones = place?.zones ?? [];
    const notBefore = notBeforeIn(row, zones, context);
    const consent = consentIn(row, zones, { context, answers });
    if (number === null || place === null) return null;
    return {
      e164: number.e164,
      phoneColumn: number.at,
      otherNumbers: number.others,
      name: this.#name(),
      region: number.region,
      numberType: number.type,
      fictional: number.fictional,
      completed: number.completed,
      evidence,
      zones,
      zoneSource: place.used.join('+'),
      placeNote: place.doubts.map(({ text }) => text).join(' ') || null,
      group: this.#group(place, consent),
      ...values,
      priority,
      externalId: row.text(columns.externalId),
      notBefore,
      concurrencyKey: row.text(columns.concurrencyKey),
      consent,
      refusal: answers.refusal,
      fedBack: this.fedBack(),
    };
  }

  fedBack(): FedBack | null {
    const { callContact, callState, headers } = this.row.columns;
    if (this.row.cells.length !== headers.length) return null;
    const contact = this.row.text(callContact) ?? '';
    const state = this.row.text(callState) ?? '';
    return contact === '' && state === '' ? null : { contact, state };
  }

  #group(place: Place, consent: Consent | null): string {
    const { reference, now } = this.#context;
    const lifts = reference.law?.liftsHoursIn(place.jurisdictions) === true;
    return formatGroup({
      ...place,
      audience: audienceIn(this.row),
      consented: lifts && isOnRecord(consent?.at ?? null, now),
    });
  }

  #name(): string | null {
    const name = this.row.columns.name
      .map((index) => this.row.text(index) ?? '')
      .filter((part) => part !== '')
      .join(' ')
      .replaceAll('\n', ' ');
    return name === '' ? null : name;
  }

  #priority(): number {
    const { priority: index } = this.row.columns;
    const text = this.row.text(index);
    if (text === null || index === null) return 0;
    if (/^[+-]?\d{1,6}$/.test(text)) return Number(text);
    this.row.problem(index, {
      code: 'priority_unreadable',
      message: `"${text}" is not a whole number of at most six digits.`,
      fix: 'Write a number, higher for sooner, or leave the cell blank.',
    });
    return 0;
  }
}
