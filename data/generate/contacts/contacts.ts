import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  DAYS,
  FIRST_NAMES,
  homes,
  LAST_NAMES,
  SEGMENTS,
  SERVICES,
  type Home,
} from './contact-people.ts';

/**
 * The example contact file: invented people with numbers that regulators have set aside for fiction, so that
 * a live run by mistake rings nobody. A few rows are wrong on purpose, as rows are in real files.
 */

const HEADERS = [
  'phone',
  'first_name',
  'last_name',
  'appointment_day',
  'service',
  'timezone',
  'country',
  'state',
  'postal_code',
  'meta_segment',
  'external_id',
] as const;

type Person = Record<(typeof HEADERS)[number], string>;

/** Looks like chance and is the same on every machine. */
const hash = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0);

const pick = (from: readonly string[], seed: string): string =>
  from[hash(seed) % from.length] ?? '';

/** How people write numbers: most in E.164, some in their own country's way. */
function spelled(e164: string, country: string, at: number): string {
  const digits = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  if (digits !== null && country === 'US') {
    const [, area = '', exchange = '', line = ''] = digits;
    if (at % 7 === 1) return `(${area}) ${exchange}-${line}`;
    if (at % 7 === 4) return `+1 ${area}-${exchange}-${line}`;
  }
  if (country === 'GB' && at % 4 === 2) return `0${e164.slice(3)}`;
  return e164;
}

/** A number of this home that nobody has yet. */
function freeNumber(home: Home, taken: Set<string>): string {
  const room = home.last - home.first + 1;
  const from = hash(`${home.start} ${taken.size}`) % room;
  for (let step = 0; step < room; step += 1) {
    const end = String(home.first + ((from + step) % room)).padStart(home.digits, '0');
    const number = `${home.start}${end}`;
    if (!taken.has(number)) return number;
  }
  throw new Error(`no number is left that begins with ${home.start}`);
}

function people(): Person[] {
  const taken = new Set<string>();
  return homes().map((home, at) => {
    const e164 = freeNumber(home, taken);
    taken.add(e164);
    return {
      phone: spelled(e164, home.country ?? '', at),
      first_name: pick(FIRST_NAMES, `first ${at}`),
      last_name: pick(LAST_NAMES, `last ${at}`),
      appointment_day: pick(DAYS, `day ${at}`),
      service: pick(SERVICES, `service ${at}`),
      timezone: home.timezone ?? '',
      country: home.country ?? '',
      state: home.state ?? '',
      postal_code: home.postalCode ?? '',
      meta_segment: pick(SEGMENTS, `segment ${at}`),
      external_id: '',
    };
  });
}

/** What goes wrong in real files, one of each. */
function spoiled(good: readonly Person[]): readonly (readonly [after: number, Person])[] {
  const like = (at: number, change: Partial<Person>): [number, Person] => {
    const model = good[at];
    if (model === undefined) throw new Error(`there is no person ${at}`);
    return [at + 9, { ...model, first_name: pick(FIRST_NAMES, `spoiled ${at}`), ...change }];
  };
  return [
    like(12, { phone: '1.2025E+10' }),
    like(37, { phone: '+1 617 555 0142 ext. 12', country: '', state: '', postal_code: '' }),
    like(58, { phone: '' }),
    // The person nine rows above, once more.
    like(83, { first_name: good[83]?.first_name ?? '' }),
    like(104, { phone: '+12085550177', timezone: 'America/Bosie', state: '', postal_code: '' }),
    like(127, { phone: '+13035550188', appointment_day: '', country: 'US' }),
    like(150, { phone: '555-0123', country: 'US', state: '', postal_code: '' }),
    like(171, { phone: 'ask at the desk' }),
  ];
}

function ordered(): Person[] {
  const mixed = people()
    .map((person, at) => ({ person, place: hash(`place ${at}`) }))
    .sort((a, b) => a.place - b.place)
    .map(({ person }) => person);
  for (const [after, person] of [...spoiled(mixed)].reverse()) mixed.splice(after, 0, person);
  return mixed.map((person, at) => ({ ...person, external_id: `P-${1001 + at}` }));
}

const cell = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export function contactsCsv(): string {
  const rows = ordered().map((person) => HEADERS.map((header) => cell(person[header])).join(','));
  return `${[HEADERS.join(','), ...rows].join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('../../contacts.csv', import.meta.url), contactsCsv());
