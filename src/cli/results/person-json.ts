import { consentAskedAt, reliedOn } from '../../domain/contact/consent.ts';
import { aiDisclosed } from '../../domain/disclosure/first-turn.ts';
import { localIso } from '../../domain/time/local.ts';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import { reasonJson, reasonTextOrNull } from '../../domain/run/text/reason-text.ts';
import type { PersonRecord, ShownOrder } from '../../ports/ledger/person.ts';
import type { PersonOf } from './person-lines.ts';
import type { AttemptRecord } from '../../domain/run/records.ts';
import type { By, RequestRecord } from '../../ports/ledger/requests.ts';

/** The same page for a program. Times are UTC; those of a ring also by each of the person's clocks. */
export function personJson(person: PersonRecord, of: PersonOf, rules: ZoneRules): object {
  const { run, campaign } = of;
  const { contact } = person;
  const local: Local = (ms) =>
    Object.fromEntries(contact.zones.map((zone) => [zone, localIso(rules, zone, ms)]));
  return {
    schema_version: 1,
    run: run.id,
    mode: run.mode,
    contact: contactJson(contact),
    consent: {
      text: contact.consent.text,
      source: contact.consent.source,
      stated: campaign.consent,
      relied_on: reliedOn(
        contact.consent,
        campaign.consent,
        consentAskedAt(person.orders, contact.changedAt),
      ),
    },
    rows: person.rows.map(({ file, path, line, headers, cells, current }) => ({
      file,
      path,
      line,
      current,
      cells: headers.map((header, i) => ({ header, value: cells[i] ?? '' })),
    })),
    orders: person.orders.map((order) => orderJson(order, local)),
    decisions: person.changes.map(({ at, was, became, reason }) => ({
      at: iso(at),
      was,
      became,
      ...reasonJson(reason),
    })),
    requests: person.requests.map(requestJson),
    do_not_call:
      person.barred === null ? null : { ...byJson(person.barred), source: person.barred.source },
    do_not_call_last_digits:
      person.barredTail === null
        ? null
        : {
            ...byJson(person.barredTail),
            source: person.barredTail.source,
            row: person.barredTail.row,
          },
    do_not_call_log: person.barLog.map((entry) => ({
      kind: entry.kind,
      ...byJson(entry),
      source: entry.source,
    })),
    other_orders: person.otherOrders.map(({ orderedAt, ...order }) => ({
      ...order,
      ordered_at: iso(orderedAt),
    })),
  };
}

type Local = (ms: number) => Readonly<Record<string, string>>;

const iso = (ms: number): string => new Date(ms).toISOString();
const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));
const byJson = ({ who, at, reason }: By): object => ({
  who,
  at: iso(at),
  ...reasonJson(reason),
});

const contactJson = (contact: PersonRecord['contact']): object => ({
  id: contact.id,
  number: contact.e164,
  name: contact.name,
  region: contact.region,
  number_type: contact.numberType,
  state: contact.state,
  ...reasonJson(contact.reason),
  outcome: contact.outcome,
  success: contact.success,
  held: reasonTextOrNull(contact.heldFor),
  not_before: isoOrNull(contact.notBefore),
  zones: contact.zones,
  zone_source: contact.zoneSource,
  place_note: contact.placeNote,
  calling_group: contact.group,
  evidence: JSON.parse(contact.evidence) as unknown,
  located_with: contact.locatedWith,
});

const orderJson = (order: ShownOrder, local: Local): object => ({
  key: order.key,
  nth: order.nth,
  state: order.state,
  outcome: order.outcome,
  ordered_at: iso(order.orderedAt),
  ordered_at_local: local(order.orderedAt),
  permit: order.permit,
  rings_until: iso(order.ringsUntil),
  definition: order.definition,
  provider_id: order.providerId,
  placed_at: isoOrNull(order.placedAt),
  cancel_asked_at: isoOrNull(order.cancelAskedAt),
  settled_at: isoOrNull(order.settledAt),
  attempts: order.attempts.map((attempt) => attemptJson(attempt, local)),
  evidence: order.evidence.map(({ at, source, providerId, raw }) => ({
    at: iso(at),
    source,
    provider_id: providerId,
    raw,
  })),
});

const attemptJson = (attempt: AttemptRecord, local: Local): object => ({
  id: attempt.id,
  outcome: attempt.outcome,
  late: attempt.late,
  dial_error: attempt.dialError,
  started_at: isoOrNull(attempt.startedAt),
  started_at_local: attempt.startedAt === null ? null : local(attempt.startedAt),
  answered_at: isoOrNull(attempt.answeredAt),
  ended_at: isoOrNull(attempt.endedAt),
  ended_by: attempt.endedBy,
  end_reason: attempt.endReason,
  ai_disclosed: attempt.outcome === 'human' ? aiDisclosed(attempt.transcript) : null,
  recording_url: attempt.recordingUrl,
  output: attempt.structuredOutput,
  transcript: attempt.transcript,
});

const requestJson = (request: RequestRecord): object => ({
  kind: request.kind,
  contact: request.contactId,
  hang_up: request.hangUp,
  ...byJson(request),
  done: request.done === null ? null : { at: iso(request.done.at), what: request.done.what },
});
