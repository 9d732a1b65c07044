import type { Campaign } from '../campaign/campaign.ts';
import type { NumberReading, NumberTables } from '../phone/number.ts';
import {
  groupOf,
  locate,
  type Evidence,
  type LocateProblem,
  type Place,
  type PlaceTables,
} from '../phone/place.ts';
import type { ZoneRules } from '../time/zone-rules.ts';
import { cellText } from './cell-text.ts';
import { unprotectCell } from './cell-safety.ts';
import type { ColumnMap } from './columns.ts';
import { consentDoubt, readConsent, type Consent } from './consent.ts';
import type { FedBack, NewContact } from './contact.ts';
import { countryOf } from './country-name.ts';
import { numberInRow } from './number-in-row.ts';
import { placeFix } from './place-fix.ts';
import type { FileRow, RowProblem } from './problem.ts';
import { latestMoment } from './scheduled.ts';
import { readValues } from './variables.ts';

export type { FedBack, FileRow, NewContact, RowProblem };

export interface RowContext {
  readonly columns: ColumnMap;
  readonly campaign: Pick<Campaign, 'defaultCountry' | 'extract' | 'scheduledAt'> &
    Partial<Pick<Campaign, 'where' | 'consent'>>;
  readonly reference: {
    readonly rules: ZoneRules;
    readonly numbers: NumberTables;
    readonly places: PlaceTables;
  };
  readonly now: number;
}

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
    };

/** What makes a row too late to join, and nothing else wrong with it. */
export const SCHEDULED_PAST = 'scheduled_past';

/**
 * Reads one row: a contact, or everything that is wrong with it. No problem hides another, except that in a
 * row with too many or too few cells nobody can say which cell is what.
 */
export function readRow(row: FileRow, context: RowContext): RowReading {
  const { columns } = context;
  const cells = columns.fedBack ? row.cells.map(unprotectCell) : row.cells;
  const reader = new RowReader({ line: row.line, cells }, context);
  const contact = cells.length === columns.headers.length ? reader.read() : reader.misfit();
  const { problems } = reader;
  const common = { line: row.line, cells };
  if (contact !== null && problems.length === 0) {
    return { kind: 'contact', ...common, contact, warnings: reader.warnings };
  }
  const late = problems.every((one) => one.code === SCHEDULED_PAST);
  const fedBack = reader.fedBack();
  return { kind: 'problem', ...common, problems, fedBack, ifJoined: late ? contact : null };
}

type Ok = Extract<NumberReading, { kind: 'ok' }>;

class RowReader {
  readonly problems: RowProblem[] = [];
  readonly warnings: RowProblem[] = [];
  readonly #row: { readonly line: number; readonly cells: readonly string[] };
  readonly #context: RowContext;
  readonly #columns: ColumnMap;

  constructor(row: { line: number; cells: readonly string[] }, context: RowContext) {
    this.#row = row;
    this.#context = context;
    this.#columns = context.columns;
  }

  misfit(): null {
    const have = this.#row.cells.length;
    const want = this.#columns.headers.length;
    this.problems.push({
      line: this.#row.line,
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
    const country = this.#country();
    const number = this.#number(country);
    const { problems, ...values } = readValues(this.#row, this.#columns);
    this.problems.push(...problems);
    const priority = this.#priority();
    const evidence: Evidence = {
      timezone: this.#optional(this.#columns.timezone),
      postalCode: this.#optional(this.#columns.postalCode),
      state: this.#optional(this.#columns.state),
      country,
    };
    const place = number === null ? null : this.#place(number, evidence);
    const notBefore = this.#notBefore(place?.zones ?? []);
    if (number === null || place === null) return null;
    return {
      e164: number.e164,
      name: this.#name(),
      region: number.region,
      numberType: number.type,
      fictional: number.fictional,
      completed: number.completed,
      evidence,
      zones: place.zones,
      zoneSource: place.used.join('+'),
      placeNote: place.doubts.map(({ text }) => text).join(' ') || null,
      group: groupOf(place),
      ...values,
      priority,
      externalId: this.#optional(this.#columns.externalId),
      notBefore,
      concurrencyKey: this.#optional(this.#columns.concurrencyKey),
      consent: this.#consent(place.zones),
      fedBack: this.fedBack(),
    };
  }

  fedBack(): FedBack | null {
    const { callContact, callState, headers } = this.#columns;
    if (this.#row.cells.length !== headers.length) return null;
    const contact = this.#optional(callContact) ?? '';
    const state = this.#optional(callState) ?? '';
    return contact === '' && state === '' ? null : { contact, state };
  }

  #cell(index: number): string {
    return this.#row.cells[index] ?? '';
  }

  #optional(index: number | null): string | null {
    const text = index === null ? '' : cellText(this.#cell(index));
    return text === '' ? null : text;
  }

  #problem(index: number, code: string, what: { message: string; fix: string | null }): void {
    this.problems.push(this.#said(index, code, what));
  }

  #said(index: number, code: string, what: { message: string; fix: string | null }): RowProblem {
    const column = this.#columns.headers[index] ?? '';
    const { message, fix } = what;
    return { line: this.#row.line, column, value: this.#cell(index), code, message, fix };
  }

  #country(): string | null {
    const index = this.#columns.country;
    const text = this.#optional(index);
    if (text === null || index === null) return null;
    const country = countryOf(text);
    if (country === null)
      this.#problem(index, 'country_unknown', {
        message: `"${text}" is not a country that is known by this name.`,
        fix: 'Write its two-letter code, such as GB or BR, or name the column under columns.ignore.',
      });
    return country;
  }

  #number(country: string | null): Ok | null {
    const { campaign, reference } = this.#context;
    const index = this.#columns.phone;
    const unreadable = country === null && this.#optional(this.#columns.country) !== null;
    const reading = numberInRow(this.#cell(index), {
      country,
      // With a country that cannot be read, completing by the default would be a guess.
      defaultCountry: unreadable ? null : campaign.defaultCountry,
      rules: { extract: campaign.extract, tables: reference.numbers },
    });
    if (reading.kind === 'ok') return reading;
    this.#problem(index, reading.code, reading);
    return null;
  }

  #place(number: Ok, evidence: Evidence): Place | null {
    const { reference, campaign } = this.#context;
    const { rules, places } = reference;
    const columns = {
      timezone: this.#columns.timezone,
      postal_code: this.#columns.postalCode,
      state: this.#columns.state,
      country: this.#columns.country,
      phone: this.#columns.phone,
    };
    const fixOf = (column: LocateProblem['column']): string =>
      placeFix(column, this.#cell(columns[column] ?? -1), rules);
    const found = locate(number, evidence, { ...places, rules, choices: campaign.where });
    if (!('problem' in found)) {
      for (const { kind, column, text, fix } of found.doubts) {
        const read = column === 'postal_code' || column === 'state' ? column : null;
        const remedy = kind === 'unknown' && read !== null ? fixOf(read) : (fix ?? null);
        const what = { message: text, fix: remedy };
        this.warnings.push(
          this.#said(columns[column] ?? this.#columns.phone, `place_${kind}`, what),
        );
      }
      return found;
    }
    const { column, problem } = found;
    const at = columns[column] ?? this.#columns.phone;
    this.#problem(at, `${column}_unusable`, { message: problem, fix: fixOf(column) });
    return null;
  }

  #name(): string | null {
    const parts = this.#columns.name.map((index) => cellText(this.#cell(index)));
    const name = parts
      .filter((part) => part !== '')
      .join(' ')
      .replaceAll('\n', ' ');
    return name === '' ? null : name;
  }

  #priority(): number {
    const index = this.#columns.priority;
    const text = this.#optional(index);
    if (text === null || index === null) return 0;
    if (/^[+-]?\d{1,6}$/.test(text)) return Number(text);
    this.#problem(index, 'priority_unreadable', {
      message: `"${text}" is not a whole number of at most six digits.`,
      fix: 'Write a number, higher for sooner, or leave the cell blank.',
    });
    return 0;
  }

  #consent(zones: readonly string[]): Consent | null {
    const { campaign, reference, now } = this.#context;
    const { consentAt, consentSource } = this.#columns;
    const cells = { at: this.#optional(consentAt), source: this.#optional(consentSource) };
    const consent = readConsent(cells, reference.rules, zones);
    if (consent === null || consentAt === null) return consent;
    const doubt = consentDoubt(consent, campaign.consent ?? null, now);
    if (doubt !== null) this.warnings.push(this.#said(consentAt, doubt.code, doubt));
    return consent;
  }

  #notBefore(zones: readonly string[]): number | null {
    const { campaign, reference, now } = this.#context;
    const index = this.#columns.scheduledAt;
    const own = this.#optional(index);
    const text = own ?? campaign.scheduledAt;
    if (text === null) return null;
    const moment = latestMoment(text, reference.rules, zones);
    if (own === null || index === null) return moment.ok ? moment.at : null;
    if (!moment.ok)
      this.#problem(index, 'scheduled_unreadable', {
        message: `${moment.problem}.`,
        fix: 'Write a date as YYYY-MM-DD, with a time as YYYY-MM-DDTHH:MM.',
      });
    else if (moment.at <= now)
      this.#problem(index, SCHEDULED_PAST, {
        message: `"${own}" is past already.`,
        fix: 'Write a later moment, or clear the cell to call as soon as it is allowed.',
      });
    return moment.ok ? moment.at : null;
  }
}
