import { formatGroup } from '../../src/domain/run/calling-group.ts';
import { loadReference, type Reference } from '../../src/adapters/reference/load.ts';
import { readNumber } from '../../src/domain/phone/number/number.ts';
import { locate } from '../../src/domain/phone/place/place.ts';
import { Schedules } from '../../src/domain/schedule/schedules.ts';
import { someNumbers } from '../domain/phone/number/some-numbers.ts';

const NOTHING = { timezone: null, postalCode: null, state: null, country: null };
const NOON = Date.UTC(2026, 11, 1, 12);
const ROUNDS = 7;
/** Groups are worked out again while a session runs: by then the code is warm. */
const GROUP_ROUNDS = 25;

export interface Measured {
  readonly numbers: number;
  readonly groups: number;
  /** Of processor time, so that a busy computer says much the same as an idle one. */
  readonly numbersPerSecond: number;
  /** How often as long as `JSON.parse` of the same rows takes. */
  readonly numbersToFloor: number;
  readonly groupsMs: number;
  readonly groupsToFloor: number;
}

/** Processor time in milliseconds. */
function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** So many numbers that can be called: half of them North American, the rest from everywhere. */
function callable(count: number, { numbers: tables }: Reference): string[] {
  const rules = { defaultCountry: null, extract: false, tables };
  const american: string[] = [];
  const elsewhere: string[] = [];
  for (let seed = 1; american.length + elsewhere.length < count; seed += 1) {
    for (const number of someNumbers({ seed, each: 12 })) {
      if (readNumber(number, rules).kind === 'ok' && !number.startsWith('+1'))
        elsewhere.push(number);
    }
    for (let nth = 0; american.length < elsewhere.length; nth += 1) {
      const number = `+1${String(2_002_000_000 + (((nth + seed) * 7_919_933) % 7_997_999_999))}`;
      if (readNumber(number, rules).kind === 'ok') american.push(number);
    }
  }
  return [...american, ...elsewhere].slice(0, count);
}

/** Number to validity, type and zones, and all calling groups, beside a floor measured in the same rounds. */
export function measure(count: number): Measured {
  const reference = loadReference();
  const tables = { ...reference.places, rules: reference.rules };
  const numbers = callable(count, reference);
  const rows = numbers.map((phone) => JSON.stringify({ phone, first_name: 'Ana', city: 'Here' }));
  const rules = { defaultCountry: null, extract: false, tables: reference.numbers };
  const groups = new Set<string>();
  const each: { floor: number; numbers: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const floor = cpu(() => {
      for (const row of rows) JSON.parse(row);
    });
    const read = cpu(() => {
      for (const number of numbers) {
        const reading = readNumber(number, rules);
        if (reading.kind !== 'ok') throw new Error(`${number} cannot be called`);
        const place = locate(reading, NOTHING, tables);
        if (!('problem' in place)) groups.add(formatGroup(place));
      }
    });
    each.push({ floor, numbers: read });
  }
  const opened = Array.from({ length: GROUP_ROUNDS }, () => cpu(() => openAll(groups, reference)));
  const floor = median(each.map((one) => one.floor));
  const readMs = median(each.map((one) => one.numbers));
  return {
    numbers: numbers.length,
    groups: groups.size,
    numbersPerSecond: (numbers.length / readMs) * 1_000,
    numbersToFloor: median(each.map((one) => one.numbers / one.floor)),
    groupsMs: median(opened),
    groupsToFloor: median(opened) / floor,
  };
}

/** Every group from nothing, as at the start of a session. */
function openAll(groups: Iterable<string>, { rules, law }: Reference): void {
  const weekly = { windows: [{ start: 600, end: 1080 }], days: [1, 2, 3, 4, 5] };
  const schedules = new Schedules(rules, { weekly, delaysMs: [0], zone: null }, law);
  for (const group of groups) schedules.at(group, NOON);
}
