import { cellText } from '../contact/cells/cell-text.ts';
import { countryOf } from '../contact/address/country-name.ts';
import { compactName } from '../contact/columns/header-name.ts';
import type { FileRow, RowProblem } from '../contact/problem.ts';
import { stateCode, type AddressTables } from '../phone/place/address.ts';
import { jurisdictionOf } from '../phone/place/place.ts';
import { DAY_FIX, HOURS_FIX, isHoliday, isSpan, type Holiday } from './schema/holidays-schema.ts';

/** A CSV of holidays: a line for each day, with what the list form of `holidays` has. */

type StateTables = Pick<AddressTables, 'states' | 'stateNames'>;

type HolidaysRead =
  | {
      readonly ok: true;
      readonly holidays: readonly Holiday[];
      /** Headers that mean nothing here. */
      readonly unknown: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

const COLUMNS = ['date', 'country', 'state', 'hours', 'name'] as const;
type Column = (typeof COLUMNS)[number];

/** Subdivisions of the other countries are not looked up: people are known there by their country alone. */
const STATE_SHAPE = /^[A-Z0-9]{1,3}$/;

/** The first row is the header. No problem hides another. */
export function readHolidays(rows: readonly FileRow[], tables: StateTables): HolidaysRead {
  const [header = { line: 1, cells: [] }, ...days] = rows;
  const known = header.cells.map((cell) => COLUMNS.find((name) => name === compactName(cell)));
  const wrong = headerProblem(header, known);
  if (wrong !== null) return { ok: false, problems: [wrong] };
  const lines = days.map((row) => new HolidayLine(row, { headers: header.cells, known, tables }));
  const holidays = lines.map((line) => line.read());
  const problems = lines.flatMap((line) => line.problems);
  if (problems.length > 0) return { ok: false, problems };
  const unknown = header.cells.filter((_, i) => known[i] === undefined);
  return { ok: true, holidays, unknown };
}

function headerProblem(
  { line, cells }: FileRow,
  known: readonly (Column | undefined)[],
): RowProblem | null {
  const twice = known.find((name, i) => name !== undefined && known.indexOf(name) < i);
  const said = { line, column: '', value: cells.join(', ') };
  if (twice !== undefined) {
    const message = `Two columns are named ${twice}.`;
    return { ...said, code: 'holiday_header', message, fix: 'Rename one of the two.' };
  }
  if (known.includes('date')) return null;
  const message = 'No column is named date.';
  const fix =
    'Name the column of the days date; country, state, hours and name may stand beside it.';
  return { ...said, code: 'holiday_header', message, fix };
}

interface Table {
  readonly headers: readonly string[];
  readonly known: readonly (Column | undefined)[];
  readonly tables: StateTables;
}

class HolidayLine {
  readonly problems: RowProblem[] = [];
  readonly #row: FileRow;
  readonly #table: Table;

  constructor(row: FileRow, table: Table) {
    this.#row = row;
    this.#table = table;
  }

  read(): Holiday {
    const { headers } = this.#table;
    const have = this.#row.cells.length;
    if (have !== headers.length) {
      const message = `The row has ${have} ${have === 1 ? 'cell' : 'cells'}, the header ${headers.length}.`;
      const fix = 'Put a cell that contains the delimiter in quotes, or add what is missing.';
      this.#add('', { value: String(have), message, fix });
      return { on: '' };
    }
    const place = this.#place();
    const hours = this.#hours();
    const name = this.#cell('name');
    return {
      on: this.#day(),
      ...(place === null ? {} : { in: [place] }),
      ...(hours === '' ? {} : { hours }),
      ...(name === '' ? {} : { name }),
    };
  }

  #day(): string {
    const on = this.#cell('date');
    const message = on === '' ? 'No day is given.' : `"${on}" is not a day of the calendar.`;
    if (!isHoliday(on)) this.#refuse('date', message, `${capital(DAY_FIX)}.`);
    return on;
  }

  #hours(): string {
    const hours = this.#cell('hours');
    if (hours !== '' && !isSpan(hours)) {
      this.#refuse('hours', `"${hours}" is not a span of a day.`, `${capital(HOURS_FIX)}.`);
    }
    return hours;
  }

  /** `US-LA`, `FR`; null: everywhere. */
  #place(): string | null {
    const written = this.#cell('country');
    const state = this.#cell('state');
    const inState = /^([a-z]{2})-/i.exec(state)?.[1] ?? '';
    const country = countryOf(written === '' ? inState : written);
    if (country === null) {
      if (written !== '') {
        const fix = 'Write its two letters, such as FR or BR.';
        this.#refuse('country', `"${written}" is not a country name that is known here.`, fix);
      } else if (state !== '') {
        const fix = 'Write its country into a column country, or the state like US-LA.';
        this.#refuse('state', `"${state}" has no country.`, fix);
      }
      return null;
    }
    // Parts of the United States with a country code of their own are states to the rules, and have none.
    const whole = jurisdictionOf(country);
    return state === '' || whole !== country ? whole : this.#state(country, state);
  }

  #state(country: string, state: string): string | null {
    if (country === 'US' || country === 'CA') {
      const code = stateCode(state, country, this.#table.tables);
      const fix = `Write its usual two letters or its full name, like ${country === 'US' ? 'LA or Louisiana' : 'ON or Ontario'}.`;
      if (code === null) this.#refuse('state', `"${state}" is not a state of ${country}.`, fix);
      return code;
    }
    const upper = state.toUpperCase();
    const code = upper.startsWith(`${country}-`) ? upper.slice(country.length + 1) : upper;
    if (STATE_SHAPE.test(code)) return `${country}-${code}`;
    const fix = `Write its code of one to three letters or digits, like ${country}-BY, or leave it blank.`;
    this.#refuse('state', `"${state}" is not the code of a state.`, fix);
    return null;
  }

  #cell(column: Column): string {
    return cellText(this.#row.cells[this.#table.known.indexOf(column)] ?? '');
  }

  #refuse(column: Column, message: string, fix: string): void {
    const at = this.#table.known.indexOf(column);
    this.#add(this.#table.headers[at] ?? column, { value: this.#cell(column), message, fix });
  }

  #add(column: string, what: Pick<RowProblem, 'value' | 'message' | 'fix'>): void {
    this.problems.push({ line: this.#row.line, column, code: 'holiday_unusable', ...what });
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
