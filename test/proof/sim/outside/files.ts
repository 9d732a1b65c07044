import type { NewContact } from '../../../../src/domain/contact/contact.ts';
import { storeReason } from '../../../../src/domain/run/reason.ts';
import type { RowToFeed } from '../../../../src/ports/ledger/intake.ts';
import { aContact, aRow } from '../../../app/world/setup.ts';
import { Dice } from '../draw/dice.ts';
import type { Plan, RunPlan } from '../draw/draw-run.ts';
import type { FileRow, FileVersion } from './versions.ts';

/** Numbers that no first file has, one range for each run. */
const NEWCOMERS_FROM = [30, 65] as const;
const LAST_NUMBER = 99;

export const peopleIn = ({ rows }: FileVersion): Set<string> =>
  new Set(rows.flatMap(({ contact }) => (contact === null ? [] : [contact.e164])));

export const refusingIn = ({ rows }: FileVersion): Set<string> =>
  new Set(rows.flatMap(({ refuses }) => (refuses === null ? [] : [refuses])));

const REFUSED = storeReason({ code: 'row_refused', column: 'Do Not Call', value: '1' });

export function rowsToFeed({ rows }: FileVersion): RowToFeed[] {
  return rows.map(({ contact, refuses }, i) => ({
    ...aRow(i + 2, contact),
    skip: contact !== null && refuses === contact.e164 ? REFUSED : null,
    refusal: refuses === null ? null : { e164: refuses, otherNumbers: [], reason: REFUSED },
  }));
}

/** Draws the changes that somebody makes to a file. */
class Editor {
  readonly #dice: Dice;
  readonly #like: NewContact;
  #next: number;

  constructor(dice: Dice, like: NewContact, first: number) {
    this.#dice = dice;
    this.#like = like;
    this.#next = first;
  }

  first(contacts: readonly NewContact[]): FileRow[] {
    const rows = contacts.map((contact): FileRow => {
      // A row that is corrected later: until then its number cannot be read.
      if (this.#dice.happens(0.08)) return { contact: null, refuses: null };
      return { contact, refuses: this.#dice.happens(0.1) ? contact.e164 : null };
    });
    return [...rows, ...this.#repeated(contacts)];
  }

  /** The same people in rows below, some of which refuse. */
  #repeated(contacts: readonly NewContact[]): FileRow[] {
    return contacts
      .filter(() => this.#dice.happens(0.1))
      .map(({ e164 }) => ({ contact: null, refuses: this.#dice.happens(0.7) ? e164 : null }));
  }

  change(rows: readonly FileRow[]): FileRow[] {
    const changed = rows.flatMap((row) => this.#changed(row));
    const added = Array.from({ length: this.#dice.whole(0, 3) }, () => this.#somebody());
    const people = changed.flatMap(({ contact }) => (contact === null ? [] : [contact]));
    return [...changed, ...added, ...(this.#dice.happens(0.4) ? this.#repeated(people) : [])];
  }

  #changed(row: FileRow): FileRow[] {
    const dice = this.#dice;
    const { contact } = row;
    if (dice.happens(0.75)) return [row];
    if (contact === null) return dice.happens(0.5) ? [this.#somebody()] : [];
    const what = dice.pick(['removed', 'another number', 'refuses', 'refuses', 'agrees', 'cells']);
    switch (what) {
      case 'removed':
        return [];
      case 'another number':
        return [this.#somebody()];
      case 'cells':
        return [{ ...row, contact: { ...contact, variables: { first_name: 'Somebody else' } } }];
      default:
        return [{ ...row, refuses: what === 'refuses' ? contact.e164 : null }];
    }
  }

  #somebody(): FileRow {
    const { zones, group } = this.#like;
    this.#next += 1;
    if (this.#next > LAST_NUMBER) return { contact: null, refuses: null };
    return { contact: aContact(this.#next, { zones, group }), refuses: null };
  }
}

function drawVersions(dice: Dice, run: RunPlan, nth: number): RunPlan {
  const [like] = run.contacts;
  if (like === undefined) return run;
  const editor = new Editor(dice, like, NEWCOMERS_FROM[nth] ?? 90);
  let rows = editor.first(run.contacts);
  const files: FileVersion[] = [{ from: 0, rows }];
  for (let from = 1; from <= run.chapters.length; from++) {
    if (files.length > 4 || !dice.happens(0.6)) continue;
    rows = editor.change(rows);
    files.push({ from, rows });
  }
  // Somebody who cannot be read in the first file, and is in no later one, is no contact of the run.
  const everybody = new Map<string, NewContact>();
  for (const { contact } of files.flatMap((file) => file.rows))
    if (contact !== null) everybody.set(contact.e164, contact);
  if (everybody.size === 0) return run;
  return { ...run, files, contacts: [...everybody.values()] };
}

/** For some: contact files that are changed between the sessions, and rows by which people refuse. */
export function withFiles(plan: Plan): Plan {
  const dice = new Dice(`files ${plan.seed}`);
  if (!dice.happens(0.4)) return plan;
  return { ...plan, runs: plan.runs.map((run, nth) => drawVersions(dice, run, nth)) };
}
