import { isBlank, cellText } from '../contact/cells/cell-text.ts';
import type { ColumnMap } from '../contact/columns/columns.ts';
import type { NewContact } from '../contact/contact.ts';
import type { RowReading } from '../contact/row/row.ts';

/** What has to be known of a list in order to ask about it. */
export interface ListFacts {
  readonly rows: number;
  /** Rows whose number has no country code, and no country beside it. */
  readonly countryless: number;
  /** The country that most other numbers are of; null: nobody can say. */
  readonly likelyCountry: string | null;
  /** People whom the law lets nobody call without a consent, and whose row has none. */
  readonly withoutConsent: number;
  /** What can stand between {{ }}, with the rows whose cell is blank. */
  readonly variables: ReadonlyMap<string, number>;
}

/** Looks through a list once, row by row, before there is a campaign for it. */
export class ListSurvey {
  readonly #columns: ColumnMap;
  readonly #lacksConsent: (contact: NewContact) => boolean;
  readonly #blanks = new Map<string, number>();
  readonly #regions = new Map<string, number>();
  #rows = 0;
  #contacts = 0;
  #countryless = 0;
  #withoutConsent = 0;

  constructor(columns: ColumnMap, lacksConsent: (contact: NewContact) => boolean) {
    this.#columns = columns;
    this.#lacksConsent = lacksConsent;
    for (const variable of columns.variables.keys()) this.#blanks.set(variable, 0);
  }

  add(reading: RowReading): void {
    this.#rows += 1;
    for (const [variable, index] of this.#columns.variables) {
      if (isBlank(cellText(reading.cells[index] ?? '')))
        this.#blanks.set(variable, (this.#blanks.get(variable) ?? 0) + 1);
    }
    if (reading.kind === 'problem') {
      if (reading.problems.some(({ code }) => code === 'number_no_country')) this.#countryless += 1;
      return;
    }
    const { contact } = reading;
    this.#contacts += 1;
    if (contact.region !== null)
      this.#regions.set(contact.region, (this.#regions.get(contact.region) ?? 0) + 1);
    if (this.#lacksConsent(contact)) this.#withoutConsent += 1;
  }

  facts(): ListFacts {
    const [most] = [...this.#regions].sort(([, a], [, b]) => b - a);
    return {
      rows: this.#rows,
      countryless: this.#countryless,
      likelyCountry: most !== undefined && most[1] * 2 > this.#contacts ? most[0] : null,
      withoutConsent: this.#withoutConsent,
      variables: this.#blanks,
    };
  }
}
