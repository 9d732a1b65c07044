import type { ForecastPerson, ForecastSum } from '../../app/session/forecast.ts';
import { reasonCode } from '../../domain/run/reason.ts';
import { reasonTextOrNull } from '../../domain/run/text/reason-text.ts';
import { maskNumber } from '../../domain/text/privacy.ts';
import { localIso } from '../../domain/time/local.ts';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import { neverJson } from '../check/check-json.ts';
import type { PlanEnd } from './plan-lines.ts';

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** One person: when, by each clock that may be theirs. Whatever was invented is named so. */
export function personFacts(person: ForecastPerson, file: string, rules: ZoneRules): object {
  const { contact, orders, line, never } = person;
  return {
    kind: 'person',
    file,
    line,
    contact: contact.id,
    number: maskNumber(contact.e164),
    zones: contact.zones,
    zone_source: contact.zoneSource,
    orders: orders.map((order) => ({
      at: iso(order.orderedAt),
      local: Object.fromEntries(
        contact.zones.map((zone) => [zone, localIso(rules, zone, order.orderedAt)]),
      ),
      permit: order.permit,
      invented_outcome: order.attempts.at(-1)?.outcome ?? null,
    })),
    invented_state: contact.state,
    never: reasonTextOrNull(never),
    never_code: reasonCode(never),
  };
}

/** The hours, the reasons, and last the summary. */
export function* summaryFacts(
  sum: ForecastSum,
  { facts, end, counts }: PlanEnd,
): Generator<object> {
  for (const { at, orders, groups } of sum.hours()) {
    yield { kind: 'hour', at: iso(at), orders, groups };
  }
  for (const reason of sum.never()) yield { kind: 'never', ...neverJson(reason) };
  const { totals } = sum;
  yield {
    kind: 'summary',
    schema_version: 1,
    forecast: true,
    note: 'nobody was called, nothing was written; the hours are real, the answers invented',
    run: facts.runId,
    ledger: facts.ledger,
    known: facts.known,
    begins_at: iso(facts.at),
    seed: facts.seed,
    how: end.how,
    why: end.why,
    people: totals.people,
    called: totals.called,
    never: totals.people - totals.called,
    problem_rows: totals.problemRows,
    orders: totals.orders,
    first_order_at: isoOrNull(totals.firstAt),
    last_order_at: isoOrNull(totals.lastAt),
    ends_at: isoOrNull(totals.endsAt),
    invented_states: counts.states,
  };
}
