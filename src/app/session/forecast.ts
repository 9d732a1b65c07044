import type { ContactRecord, OrderRecord, RowRecord } from '../../domain/run/records.ts';
import type { ContactSource } from '../../ports/contact-source.ts';
import { mostFirst, type NeverReason } from '../../domain/report/check-report.ts';
import type { ColumnMap } from '../../domain/contact/columns/columns.ts';
import { storeReason } from '../../domain/run/reason.ts';
import type { Fed } from '../people/feed.ts';
import { RunSession, type SessionParts } from './session.ts';
import type { SuppressList } from '../people/suppress.ts';
import type { End } from './end.ts';

/** What would happen to one person. Answers are invented; the hours are not. */
export interface ForecastPerson {
  readonly file: number;
  readonly line: number;
  readonly contact: ContactRecord;
  /** Only those that this forecast made: what a live run has ordered already is past. */
  readonly orders: readonly OrderRecord[];
  /** Why nobody calls; null when somebody does. */
  readonly never: string | null;
}

/** Calls that begin within one hour, by the candidate zones whose clocks they keep to. */
export interface ForecastHour {
  /** The beginning of the hour. */
  readonly at: number;
  readonly orders: number;
  readonly groups: readonly { readonly zones: readonly string[]; readonly orders: number }[];
}

interface ForecastTotals {
  people: number;
  called: number;
  problemRows: number;
  orders: number;
  firstAt: number | null;
  lastAt: number | null;
  /** The end of the last call. */
  endsAt: number | null;
}

const HOUR_MS = 3_600_000;
const LINES_KEPT = 5;

/** Runs the real session to its end, on whatever clock it is given. */
export async function forecast(
  parts: SessionParts,
  contacts: {
    source: ContactSource;
    columns: ColumnMap;
    suppress: readonly SuppressList[];
  },
): Promise<{ fed: Fed; end: End }> {
  const session = new RunSession(parts);
  const fed = await session.feed(contacts.source, contacts.columns);
  await session.suppress(contacts.suppress);
  return { fed, end: await session.run() };
}

/** Gathers a forecast person by person; what it keeps grows with hours and groups, not with people. */
export class ForecastSum {
  readonly totals: ForecastTotals = {
    people: 0,
    called: 0,
    problemRows: 0,
    orders: 0,
    firstAt: null,
    lastAt: null,
    endsAt: null,
  };
  readonly #from: number;
  readonly #hours = new Map<number, Map<string, number>>();
  readonly #never = new Map<string, NeverReason>();

  /** `from`: where the forecast begins. */
  constructor(from: number) {
    this.#from = from;
  }

  /** Null: the row is nobody, or the person stands in another row. */
  add(row: RowRecord): ForecastPerson | null {
    const { contact } = row;
    if (contact === null) {
      if (row.problems.length > 0) this.totals.problemRows += 1;
      return null;
    }
    if (row.duplicateOf !== null) return null;
    const orders = contact.orders.filter(
      (order) => order.orderedAt >= this.#from && order.state !== 'withdrawn',
    );
    const never = orders.length > 0 ? null : whyNever(contact);
    const person = { file: row.fileId, line: row.line, contact, orders, never };
    this.#count(person);
    return person;
  }

  /** In their order; of the groups of an hour the largest first, then by name. */
  hours(): readonly ForecastHour[] {
    return [...this.#hours]
      .sort(([a], [b]) => a - b)
      .map(([at, groups]) => ({
        at,
        orders: [...groups.values()].reduce((sum, n) => sum + n, 0),
        groups: [...groups]
          .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
          .map(([zones, orders]) => ({ zones: JSON.parse(zones) as string[], orders })),
      }));
  }

  /** The most frequent first. */
  never(): readonly NeverReason[] {
    return [...this.#never.values()].sort(mostFirst);
  }

  #count({ contact, orders, never, line }: ForecastPerson): void {
    const { totals } = this;
    totals.people += 1;
    if (never !== null) {
      const known: NeverReason = this.#never.get(never) ?? { stored: never, count: 0, lines: [] };
      known.count += 1;
      if (known.lines.length < LINES_KEPT) known.lines.push(line);
      this.#never.set(never, known);
      return;
    }
    totals.called += 1;
    const zones = JSON.stringify(contact.zones);
    for (const order of orders) this.#countOrder(order, zones);
  }

  #countOrder(order: OrderRecord, zones: string): void {
    const { totals } = this;
    const { orderedAt: at } = order;
    totals.orders += 1;
    totals.firstAt = Math.min(totals.firstAt ?? at, at);
    totals.lastAt = Math.max(totals.lastAt ?? at, at);
    const ends = order.attempts.map((attempt) => attempt.endedAt ?? at);
    totals.endsAt = Math.max(totals.endsAt ?? at, at, ...ends);
    const hour = Math.floor(at / HOUR_MS) * HOUR_MS;
    const groups = this.#hours.get(hour) ?? new Map<string, number>();
    groups.set(zones, (groups.get(zones) ?? 0) + 1);
    this.#hours.set(hour, groups);
  }
}

/** Why nobody calls the person in the forecast, as it is stored. */
function whyNever({ state, reason, heldFor }: ContactRecord): string {
  const before = storeReason({ code: 'state_before', state, because: reason ?? '' });
  switch (state) {
    case 'pending':
      return heldFor ?? reason ?? storeReason({ code: 'waiting_at_forecast_end' });
    case 'reached':
    case 'exhausted':
    case 'failed':
      return before;
    case 'skipped':
    case 'cancelled':
    case 'uncertain':
      return reason ?? before;
    case 'placing':
    case 'calling':
      return storeReason({ code: 'under_way_at_forecast_end' });
  }
}
