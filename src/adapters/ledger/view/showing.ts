import type { Outcome } from '../../../domain/order/outcome.ts';
import { dialledIdentity } from '../../../domain/phone/number/identity.ts';
import { tailOf } from '../../../domain/phone/number/number-tails.ts';
import { parseNames } from '../../../domain/run/calling-group.ts';
import type {
  Change,
  Lookup,
  OtherOrder,
  PersonRecord,
  ShownEvidence,
  ShownOrder,
  SourceRow,
} from '../../../ports/ledger/person.ts';
import type { ContactState } from '../../../domain/run/states.ts';
import { attemptsOf } from './reading.ts';
import { requestsAbout } from '../run/requesting.ts';
import { all, one, type Method } from '../statement.ts';
import { barredNumber } from '../people/suppressing.ts';
import { barredTail, logged } from '../people/tails.ts';

type Found = readonly { contactId: string; file: string | null; line: number | null }[];

/** A row number may be that of several files; the reading that counts is each file's newest one. */
export function* lookUp(runId: string, lookup: Lookup): Method<Found> {
  switch (lookup.by) {
    case 'number':
      return yield* all(
        `select id as "contactId", null as file, null as line from contact
         where run_id = @runId and identity = @identity order by seq`,
        { runId, identity: dialledIdentity(lookup.e164) },
      );
    case 'contact':
      return yield* all(
        `select id as "contactId", null as file, null as line from contact
         where run_id = @runId and id = @id`,
        { runId, id: lookup.id },
      );
    case 'row':
      return yield* all(
        `select c.id as "contactId", f.name as file, r.line from file f
         join row r on r.file_id = f.id and r.reading = f.reading and r.line = @line
         join contact c on c.seq = r.contact_seq
         where f.run_id = @runId and (@file is null or f.name = @file or f.path = @file) order by f.id`,
        { runId, line: lookup.line, file: lookup.file },
      );
  }
}

interface ContactRow {
  seq: number;
  id: string;
  e164: string;
  name: string | null;
  region: string | null;
  number_type: string;
  evidence: string;
  zones: string;
  zone_source: string;
  place_note: string | null;
  consent_at: number | null;
  consent_text: string | null;
  consent_source: string | null;
  changed_at: number;
  grp: string;
  located_with: string;
  state: ContactState;
  reason: string | null;
  not_before: number | null;
  held: string | null;
  outcome: Outcome | null;
  success: number | null;
}

const toContact = (row: ContactRow): PersonRecord['contact'] => ({
  id: row.id,
  e164: row.e164,
  name: row.name,
  region: row.region,
  numberType: row.number_type,
  evidence: row.evidence,
  zones: parseNames(row.zones),
  zoneSource: row.zone_source,
  placeNote: row.place_note,
  consent: { text: row.consent_text, at: row.consent_at, source: row.consent_source },
  group: row.grp,
  locatedWith: row.located_with,
  state: row.state,
  reason: row.reason,
  notBefore: row.not_before,
  heldFor: row.held,
  changedAt: row.changed_at,
  outcome: row.outcome,
  success: row.success === null ? null : row.success === 1,
});

function* rowsOf(seq: number): Method<readonly SourceRow[]> {
  const rows = yield* all<
    Omit<SourceRow, 'headers' | 'cells' | 'current'> & {
      headers: string;
      cells: string;
      current: number;
    }
  >(
    `select f.name as file, f.path, r.line, f.headers, r.cells, r.reading = f.reading as current
     from row r join file f on f.id = r.file_id where r.contact_seq = @seq order by f.id, r.reading, r.line`,
    { seq },
  );
  return rows.map((row) => ({
    ...row,
    headers: JSON.parse(row.headers) as string[],
    cells: JSON.parse(row.cells) as string[],
    current: row.current === 1,
  }));
}

function* ordersOf(seq: number): Method<readonly ShownOrder[]> {
  const orders = yield* all<Omit<ShownOrder, 'attempts' | 'evidence'>>(
    `select key, nth, state, ordered_at as "orderedAt", rings_until as "ringsUntil", permit,
       provider_id as "providerId", definition, placed_at as "placedAt", cancel_asked_at as "cancelAskedAt",
       settled_at as "settledAt", outcome
     from call_order where contact_seq = @seq order by nth`,
    { seq },
  );
  const shown: ShownOrder[] = [];
  for (const order of orders) {
    const { key } = order;
    const evidence = yield* all<ShownEvidence>(
      'select source, provider_id as "providerId", raw, at from evidence where order_key = @key order by id',
      { key },
    );
    shown.push({ ...order, evidence, attempts: yield* attemptsOf(key) });
  }
  return shown;
}

/** Everything about one person, of one moment. */
export function* person(runId: string, contactId: string): Method<PersonRecord | null> {
  const row = yield* one<ContactRow>(
    `select seq, id, e164, name, region, number_type, evidence, zones, zone_source, grp, located_with,
       place_note, consent_at, consent_text, consent_source, changed_at, state, reason, not_before, held, outcome, success
     from contact where run_id = @runId and id = @contactId`,
    { runId, contactId },
  );
  if (row === null) return null;
  const { seq, e164 } = row;
  const identity = dialledIdentity(e164);
  return {
    contact: toContact(row),
    rows: yield* rowsOf(seq),
    orders: yield* ordersOf(seq),
    changes: yield* all<Change>(
      'select at, was, became, reason from change where contact_seq = @seq order by id',
      { seq },
    ),
    requests: yield* requestsAbout(runId, contactId),
    barred: yield* barredNumber(e164),
    barredTail: yield* barredTail(e164),
    barLog: yield* all<PersonRecord['barLog'][number]>(
      'select kind, who, at, reason, source from do_not_call_log where identity in (@identity, @tail) order by id',
      { identity, tail: logged(tailOf(e164)) },
    ),
    otherOrders: yield* all<OtherOrder>(
      `select run_id as run, key, state, ordered_at as "orderedAt", outcome from call_order
       where identity = @identity and run_id <> @runId order by ordered_at`,
      { identity, runId },
    ),
  };
}
