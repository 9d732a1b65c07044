import { isSwitchedOff } from '../../campaign/schema/columns.ts';
import { chosenHeaders } from './chosen-headers.ts';
import { CONTACT_METADATA, ORDER_KEY_METADATA } from '../../order/sending/labels.ts';
import { findAddresses, type FoundAddresses } from '../address/columns.ts';
import { DECIDES_WHEN, rankFor, ROLES, type Role } from './aliases.ts';
import { unprotectCell } from '../cells/cell-safety.ts';
import type { ColumnMap, ColumnWishes } from './column-map.ts';
import { list, masked, namedColumn, noPhone, whichOne } from './column-problems.ts';
import { compactName, plainHeader, variableName } from './header-name.ts';
import { partsOfName } from './name-columns.ts';
import { ownPhones } from './phone-columns.ts';
import { requiredBy, type RequiredVariable } from './placeholders.ts';
import type { FileProblem } from '../problem.ts';
import { findSpeaking, type SpeakingColumns } from '../refusal/columns.ts';
import { CALL_CONTACT, CALL_STATE, isFedBack, isResultColumn } from './result-columns.ts';

export type { ColumnMap, ColumnWishes };

export type ColumnsRead =
  | { readonly ok: true; readonly columns: ColumnMap }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Says what every column is. Where that would be a guess, it says what to write instead. */
export function mapColumns(headers: readonly string[], wishes: ColumnWishes): ColumnsRead {
  const fedBack = isFedBack(headers);
  const own = headers.map((header) => plainHeader(fedBack ? unprotectCell(header) : header));
  const mapper = new Mapper(own, wishes, fedBack);
  const columns = mapper.map();
  if (columns === null || mapper.problems.length > 0)
    return { ok: false, problems: mapper.problems.map(masked) };
  return { ok: true, columns };
}

/** Names that orders use for themselves. */
const OWN_METADATA = new Set([ORDER_KEY_METADATA, CONTACT_METADATA]);
const METADATA = /^meta(?:data)?[._](.+)$/i;

class Mapper {
  readonly problems: FileProblem[] = [];
  readonly #headers: readonly string[];
  readonly #wishes: ColumnWishes;
  readonly #fedBack: boolean;
  readonly #ignored: ReadonlySet<number>;
  readonly #metadata = new Map<string, number>();
  readonly #roles = new Map<Role, number>();
  readonly #otherPhones: number[] = [];
  #spoken: SpeakingColumns = { speaking: [], questions: [] };

  constructor(headers: readonly string[], wishes: ColumnWishes, fedBack: boolean) {
    this.#headers = headers;
    this.#wishes = wishes;
    this.#fedBack = fedBack;
    const { ignore } = wishes.columns;
    this.#ignored = new Set(
      ignore.flatMap((header, at) => this.#named(header, `columns.ignore[${at}]`) ?? []),
    );
  }

  map(): ColumnMap | null {
    this.#findMetadata();
    this.#findRoles();
    this.#findSpeaking();
    const places = this.#findAddresses();
    const { keyColumn } = this.#wishes.concurrency;
    const concurrencyKey =
      keyColumn === null ? null : this.#named(keyColumn, 'concurrency.key_column');
    const variables = this.#variables();
    const required = this.#required(variables);
    const phone = this.#roles.get('phone');
    if (phone === undefined) return null;
    const role = (name: Role): number | null => this.#roles.get(name) ?? null;
    return {
      headers: this.#headers,
      phone,
      otherPhones: this.#otherPhones,
      name: this.#nameColumns(),
      timezone: role('timezone'),
      ...places.main,
      addresses: places.others,
      countryHints: places.countryHints,
      maybeCountries: places.maybeCountries,
      scheduledAt: role('scheduled_at'),
      priority: role('priority'),
      externalId: role('external_id'),
      consentAt: role('consent_at'),
      consentSource: role('consent_source'),
      audience: role('audience'),
      concurrencyKey,
      ...this.#spoken,
      marked: this.#marked(),
      variables,
      metadata: this.#metadata,
      required,
      fedBack: this.#fedBack,
      callContact: this.#result(CALL_CONTACT),
      callState: this.#result(CALL_STATE),
    };
  }

  /** The column that the campaign file names. Null, with a problem noted, when there is none. */
  #named(header: string, path: string): number | null {
    const found = namedColumn(this.#headers, header, path);
    if (typeof found === 'number') return found;
    this.problems.push(found);
    return null;
  }

  #findMetadata(): void {
    for (const [at, header] of this.#wishes.columns.metadata.entries()) {
      const index = this.#named(header, `columns.metadata[${at}]`);
      if (index !== null) this.#addMetadata(this.#headers[index] ?? '', index);
    }
    for (const [index, header] of this.#headers.entries()) {
      if (this.#isOut(index) || [...this.#metadata.values()].includes(index)) continue;
      if (METADATA.test(header)) this.#addMetadata(header, index);
    }
  }

  #addMetadata(header: string, index: number): void {
    const key = variableName(METADATA.exec(header)?.[1] ?? header);
    const before = this.#metadata.get(key);
    if (before !== undefined || OWN_METADATA.has(key))
      this.problems.push({
        message:
          before === undefined
            ? `The column "${header}" would become the metadata "${key}", which every order uses for itself.`
            : `The columns "${this.#headers[before]}" and "${header}" would both become the metadata "${key}".`,
        fix: `Rename "${header}", or name it under columns.ignore.`,
      });
    else this.#metadata.set(key, index);
  }

  #findRoles(): void {
    const { columns } = this.#wishes;
    const chosen = chosenHeaders(columns);
    for (const role of ROLES) {
      const header = chosen[role];
      if (header === null || isSwitchedOff(role, header)) continue;
      const index = this.#named(header, `columns.${role}`);
      if (index !== null) this.#roles.set(role, index);
    }
    for (const [at, header] of columns.phone.entries()) {
      const index = at === 0 ? null : this.#named(header, `columns.phone[${at}]`);
      if (index !== null && index !== this.#roles.get('phone')) this.#otherPhones.push(index);
    }
    for (const role of ROLES) if (chosen[role] === null) this.#recognise(role);
  }

  #recognise(role: Role): void {
    const taken = new Set([...this.#roles.values(), ...this.#otherPhones]);
    const isFree = (index: number): boolean => !this.#isOut(index) && !taken.has(index);
    const { withNumbers = null } = this.#wishes;
    // A hint names a column that has numbers before one that has none.
    const lacks = (index: number): number =>
      role === 'phone' && withNumbers?.includes(index) === false ? 1 : 0;
    const candidates = this.#headers
      .flatMap((header, index) => {
        const rank = isFree(index) ? rankFor(role, header) : null;
        return rank === null ? [] : [{ header, index, rank }];
      })
      .sort((a, b) => lacks(a.index) - lacks(b.index) || a.rank - b.rank || a.index - b.index);
    if (role === 'phone' && candidates.length === 0)
      candidates.push(...ownPhones(this.#headers, withNumbers, isFree));
    const [first, second] = candidates;
    if (first === undefined) {
      if (role === 'phone') this.problems.push(noPhone(this.#headers, withNumbers));
      return;
    }
    const sure = second === undefined || (role !== 'phone' && first.rank === 0 && second.rank > 0);
    if (sure || !(role === 'phone' || DECIDES_WHEN.has(role))) this.#roles.set(role, first.index);
    else
      this.problems.push({
        message: `${candidates.length} columns could be the ${role}: ${list(candidates.map((one) => one.header))}.`,
        fix: whichOne(role, candidates),
      });
  }

  #findSpeaking(): void {
    const { doNotCall, consent } = this.#wishes.columns;
    const consentAt = this.#roles.get('consent_at') ?? null;
    const taken = [...this.#roles.values(), ...this.#otherPhones];
    const roles = new Set(taken.filter((index) => index !== consentAt));
    this.#spoken = findSpeaking({
      headers: this.#headers,
      doNotCall,
      consent,
      consentAt,
      named: (header, path) => this.#named(header, path),
      isOther: (index) => this.#isOut(index) || roles.has(index),
    });
  }

  #findAddresses(): FoundAddresses {
    const { columns } = this.#wishes;
    const at = (role: Role): number | null => this.#roles.get(role) ?? null;
    const keys = ['country', 'state', 'postalCode'] as const;
    const phones = this.#otherPhones;
    const taken = new Set([...this.#roles.values(), ...phones, ...this.#spokenIndexes()]);
    const found = findAddresses({
      headers: this.#headers,
      main: { country: at('country'), state: at('state'), postalCode: at('postal_code') },
      chosen: new Set(keys.filter((key) => columns[key] !== null)),
      isOther: (index) => this.#isOut(index) || taken.has(index),
    });
    const { country, state, postalCode } = found.main;
    const roles = { country, state, postal_code: postalCode };
    for (const [role, index] of Object.entries(roles))
      if (index !== null) this.#roles.set(role as Role, index);
    return found;
  }

  /** Where a plain refusal bars: also in a column of which it is asked whether it speaks of calls. */
  #marked(): readonly number[] {
    const { speaking, questions } = this.#spoken;
    const others = questions.filter(({ otherChannel }) => otherChannel);
    const spoken = new Set([...speaking, ...others].map(({ index }) => index));
    const phones = [this.#roles.get('phone'), ...this.#otherPhones];
    return this.#headers.flatMap((header, index) =>
      phones.includes(index) ||
      spoken.has(index) ||
      this.#ignored.has(index) ||
      this.#isResult(header)
        ? []
        : [index],
    );
  }

  #spokenIndexes(): ReadonlySet<number> {
    const { speaking, questions } = this.#spoken;
    return new Set([...speaking, ...questions].map(({ index }) => index));
  }

  /** Columns that take no part: ignored ones, nameless ones and, in a file that comes back, our results. */
  #isOut(index: number): boolean {
    const header = this.#headers[index] ?? '';
    return this.#ignored.has(index) || variableName(header) === '' || this.#isResult(header);
  }

  #isResult(header: string): boolean {
    return this.#fedBack && isResultColumn(header);
  }

  #result(name: string): number | null {
    const index = this.#headers.findIndex((header) => header.toLowerCase() === name);
    return index === -1 ? null : index;
  }

  #nameColumns(): readonly number[] {
    const whole = this.#roles.get('name');
    if (whole !== undefined) return [whole];
    if (isSwitchedOff('name', this.#wishes.columns.name)) return [];
    return partsOfName(this.#headers, (index) => this.#isOut(index));
  }

  #variables(): ReadonlyMap<string, number> {
    const variables = new Map<string, number>();
    const explicit = new Set<number>();
    for (const [name, header] of Object.entries(this.#wishes.columns.variables)) {
      const index = this.#named(header, `columns.variables.${name}`);
      if (index === null) continue;
      variables.set(name, index);
      explicit.add(index);
    }
    const named = new Set(variables.keys());
    const elsewhere = new Set(
      [...this.#roles].flatMap(([role, at]) => (role === 'name' ? [] : [at])),
    );
    const more = [...this.#otherPhones, ...this.#metadata.values(), ...this.#spokenIndexes()];
    for (const at of more) elsewhere.add(at);
    for (const [index, header] of this.#headers.entries()) {
      if (this.#isOut(index) || elsewhere.has(index) || explicit.has(index)) continue;
      const name = variableName(header);
      const before = variables.get(name);
      if (before === undefined) variables.set(name, index);
      else if (!named.has(name))
        this.problems.push({
          message: `The columns "${this.#headers[before]}" and "${header}" would both become the variable "${name}".`,
          fix: `Rename one of them, or name it under columns.ignore.`,
        });
    }
    return variables;
  }

  /** Every column that takes part can fill a placeholder, also one that is not sent unless it is used. */
  #required(variables: ReadonlyMap<string, number>): RequiredVariable[] {
    const columns = new Map(variables);
    const leftOut = new Map<string, string>();
    for (const [index, header] of this.#headers.entries()) {
      const name = variableName(header);
      if (this.#isResult(header))
        leftOut.set(compactName(name), `the column "${header}" is a result of an earlier run`);
      else if (this.#ignored.has(index))
        leftOut.set(compactName(name), `the column "${header}" is named under columns.ignore`);
      else if (name !== '' && !columns.has(name)) columns.set(name, index);
    }
    const found = requiredBy(this.#wishes.assistant, { columns, leftOut });
    this.problems.push(...found.problems);
    return found.required;
  }
}
