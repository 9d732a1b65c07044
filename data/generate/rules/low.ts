import { CAUTIOUS_DAYS } from './holidays.ts';
import type { Fact } from './record.ts';

/**
 * What is known with low confidence: one source, or sources that disagree. None of it is a rule of its own;
 * all of it together is the overlay `cautious`, the strictest of them, wherever one of them would hold.
 */
interface LowFact {
  readonly in: string;
  readonly hours: readonly [string, string, string];
  readonly source: string;
}

const SEED = 'https://github.com/ccabrerar/vicidial (state call times)';
const GUIDE = 'https://www.dropcowboy.com/state-compliance';
const FEDERAL = '08:00-21:00';

const everyDay = (hours: string): [string, string, string] => [hours, hours, hours];

export const LOW: readonly LowFact[] = [
  { in: 'US-IN', hours: everyDay('09:00-20:00'), source: SEED },
  { in: 'US-MI', hours: everyDay('09:00-21:00'), source: GUIDE },
  { in: 'US-MN', hours: everyDay('09:00-21:00'), source: GUIDE },
  {
    in: 'US-NE',
    hours: [FEDERAL, FEDERAL, '13:00-21:00'],
    source:
      'Neb. Admin. Code 291 ch. 11 s. 3: https://leadmanagerhelp.clickpointsoftware.com/en/articles/5753977-state-calling-hours',
  },
  { in: 'US-NM', hours: everyDay('09:00-21:00'), source: GUIDE },
  { in: 'US-TN', hours: everyDay(FEDERAL), source: SEED },
  { in: 'US-WY', hours: everyDay('08:00-20:00'), source: SEED },
];

/**
 * States with a record of their own: anyone who names the overlay for any place means the strictest that is known of
 * automated calls, and these are part of it.
 */
const KNOWN: readonly LowFact[] = [
  { in: 'US-ME', hours: ['09:00-17:00', 'none', 'none'], source: 'record US-ME' },
  { in: 'US-PA', hours: ['09:00-19:00', '08:00-12:00', 'none'], source: 'record US-PA' },
  { in: 'US-SD', hours: ['09:00-21:00', 'none', 'none'], source: 'record US-SD' },
  { in: 'US-UT', hours: ['09:00-20:00', '09:00-20:00', 'none'], source: 'record US-UT' },
];

/** The hours that lie within all of them: each is one window, or none. */
function strictest(all: readonly string[]): string {
  if (all.includes('none')) return 'none';
  const start = all.map((hours) => hours.slice(0, 5)).reduce((a, b) => (a > b ? a : b));
  const end = all.map((hours) => hours.slice(6)).reduce((a, b) => (a < b ? a : b));
  return start < end ? `${start}-${end}` : 'none';
}

const [weekdays, saturdays, sundays] = [0, 1, 2].map((part) =>
  strictest([...LOW, ...KNOWN].map((fact) => fact.hours[part] ?? 'none')),
);

export const CAUTIOUS: Fact = {
  id: 'cautious',
  name: 'Cautious hours, where the law is known with low confidence',
  in: LOW.map((fact) => fact.in),
  hours: [weekdays ?? 'none', saturdays ?? 'none', sundays ?? 'none'],
  closures: [{ days: CAUTIOUS_DAYS, hours: 'none' }],
  basis: 'convention',
  sources: [...new Set([...LOW, ...KNOWN].map((fact) => fact.source))],
  confidence: 'low',
  note: 'The strictest of what is said about these states, and of Maine, South Dakota, Pennsylvania and Utah. A campaign may name it for any place.',
};
