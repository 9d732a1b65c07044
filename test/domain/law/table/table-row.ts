/**
 * The research on calling rules, written down a second time by hand: what each record must allow, a zone to try
 * it in, and dates on which it allows something else. Nothing here comes from the product or its generator.
 */
export interface Row {
  readonly id: string;
  readonly zone: string;
  /** Monday to Friday, Saturday, Sunday: `09:00-20:00`, several with a space between; empty: never. */
  readonly hours: readonly [string, string, string];
  /** Other hours on a date; a date that is not here is like its weekday. */
  readonly dates: Readonly<Record<string, string>>;
  readonly basis: 'statute' | 'code' | 'convention';
  readonly confidence: 'high' | 'middle' | 'low';
  readonly consent?: true;
}

export const ALL_DAY = '00:00-24:00';
export const daily = (hours: string): [string, string, string] => [hours, hours, hours];
export const closed = (...dates: string[]): Record<string, string> =>
  Object.fromEntries(dates.map((date) => [date, '']));
