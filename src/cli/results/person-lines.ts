import {
  cellsText,
  consentAskedAt,
  reliedOn,
  statedConsent,
  type StatedConsent,
} from '../../domain/contact/consent.ts';
import { aiDisclosed } from '../../domain/disclosure/first-turn.ts';
import type { Evidence } from '../../domain/phone/place/place.ts';
import { plainText } from '../../domain/text/privacy.ts';
import { localIso } from '../../domain/time/local.ts';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import { reasonText, reasonTextOrNull, textOf } from '../../domain/run/text/reason-text.ts';
import type { Run } from '../../ports/ledger/runs.ts';
import type { PersonRecord, ShownOrder } from '../../ports/ledger/person.ts';
import type { AttemptRecord } from '../../domain/run/records.ts';
import { said } from '../terminal/asking.ts';

const WIDTH = 12;

/** Which run the page is of, and what its campaign states. */
export interface PersonOf {
  readonly run: Run;
  readonly campaign: { readonly consent: StatedConsent | null };
}

/** One page: who it is and from which row, when the phone might ring and why, each order, each decision. */
export function personLines(person: PersonRecord, of: PersonOf, rules: ZoneRules): string[] {
  const { run, campaign } = of;
  const { contact } = person;
  const at = timesOf(contact.zones, rules);
  const lines = [
    `${contact.e164}${contact.name === null ? '' : `  ${contact.name}`}`,
    field('run', `${run.id} (${run.name}, ${run.mode})`),
    field('contact', contact.id),
    field('state', `${contact.state}${because(contact.reason)}`),
    ...optional('held', reasonTextOrNull(contact.heldFor)),
    ...optional('not before', contact.notBefore === null ? null : at(contact.notBefore)),
    ...placeLines(contact),
    field('consent', consentLine(person, campaign.consent)),
    ...rowLines(person),
    ...person.orders.flatMap((order) => orderLines(order, at)),
    ...decisionLines(person, at),
    ...requestLines(person),
    ...barLines(person),
    ...person.otherOrders.map((order) =>
      field(
        'other run',
        `${order.run}: order ${order.key} ${at(order.orderedAt)} ${order.outcome ?? order.state}`,
      ),
    ),
  ];
  // Names and transcripts come from outside: no line of this page may repaint the screen.
  return lines.map(plainText);
}

const field = (name: string, text: string): string => `${name.padEnd(WIDTH)}${text}`;
const under = (text: string): string => `${' '.repeat(WIDTH)}${text}`;
const because = (reason: string | null): string =>
  reason === null ? '' : `: ${reasonText(reason)}`;
const optional = (name: string, text: string | null): string[] =>
  text === null ? [] : [field(name, text)];

type At = (ms: number) => string;

/** UTC, then what the clock on the wall shows in each zone where the person may be. */
function timesOf(zones: readonly string[], rules: ZoneRules): At {
  return (ms) => {
    const local = zones.map((zone) => `${localIso(rules, zone, ms)} ${zone}`);
    return [new Date(ms).toISOString(), ...local].join(' = ');
  };
}

function placeLines(contact: PersonRecord['contact']): string[] {
  const zones = contact.zones.length === 0 ? 'unknown' : contact.zones.join(' + ');
  const { more = [], ...main } = JSON.parse(contact.evidence) as Evidence;
  const evidence = [main, ...more]
    .flatMap((address) => Object.entries(address))
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name} "${value ?? ''}"`);
  return [
    field(
      'zones',
      `${zones}, by the ${contact.zoneSource.replaceAll('_', ' ').replaceAll('+', ' + ')}`,
    ),
    ...(contact.placeNote === null ? [] : [under(contact.placeNote)]),
    under(`the row says: ${evidence.join(', ') || 'nothing of the place'}`),
    under(`the number: ${contact.numberType}, ${contact.region ?? 'no country'}`),
    under(`located with: ${contact.locatedWith}`),
  ];
}

function consentLine({ contact, orders }: PersonRecord, stated: StatedConsent | null): string {
  const own = cellsText(contact.consent);
  const by = reliedOn(contact.consent, stated, consentAskedAt(orders, contact.changedAt));
  if (by === 'row') return `on record in the row: ${own}`;
  if (by === 'refusal') return `refused in the row: ${own}`;
  const odd = own === '' ? '' : ` (the row says “${own}”, which is no consent on record)`;
  return stated === null
    ? `none on record${odd}`
    : `stated by the campaign: ${statedConsent(stated)}${odd}`;
}

function rowLines({ rows }: PersonRecord): string[] {
  return rows.flatMap((row) => [
    field('row', `${row.path} row ${row.line}${row.current ? '' : ' (no longer in the file)'}`),
    ...row.headers.map((header, i) => under(`${header}: ${row.cells[i] ?? ''}`)),
  ]);
}

function orderLines(order: ShownOrder, at: At): string[] {
  const { ringsUntil, providerId, cancelAskedAt, settledAt } = order;
  return [
    field(`order ${order.nth}`, `${order.key}  ${order.state}  ${order.outcome ?? ''}`.trimEnd()),
    under(`ordered      ${at(order.orderedAt)}`),
    under(`permitted by ${order.permit}, campaign file version ${order.definition}`),
    under(`may ring     until ${at(ringsUntil)}`),
    ...(providerId === null ? [] : [under(`provider id  ${providerId}`)]),
    ...(cancelAskedAt === null ? [] : [under(`cancel asked ${at(cancelAskedAt)}`)]),
    ...(settledAt === null ? [] : [under(`settled      ${at(settledAt)}`)]),
    ...order.attempts.flatMap((attempt) => attemptLines(attempt, at)),
    ...order.evidence.map((one) => {
      const what = one.raw ?? one.providerId ?? '';
      return under(`evidence     ${new Date(one.at).toISOString()} ${one.source} ${what}`);
    }),
  ];
}

function attemptLines(attempt: AttemptRecord, at: At): string[] {
  const times = [
    ['rang', attempt.startedAt],
    ['answered', attempt.answeredAt],
    ['ended', attempt.endedAt],
  ] as const;
  const late = attempt.late ? 'late: nobody expected it' : null;
  const why = [late, attempt.dialError, attempt.endedBy, attempt.endReason].filter(
    (one) => one !== null,
  );
  return [
    under(`attempt      ${[attempt.outcome, ...why].join(', ')}`),
    ...times.flatMap(([what, ms]) =>
      ms === null ? [] : [under(`  ${what.padEnd(10)} ${at(ms)}`)],
    ),
    ...(attempt.outcome === 'human'
      ? [under(`  AI said    ${aiDisclosed(attempt.transcript)}`)]
      : []),
    ...(attempt.recordingUrl === null ? [] : [under(`  recording  ${attempt.recordingUrl}`)]),
    ...(attempt.structuredOutput === null
      ? []
      : [under(`  output     ${JSON.stringify(attempt.structuredOutput)}`)]),
    ...(attempt.transcript ?? []).map((turn) => under(`  ${turn.role}: ${turn.content}`)),
  ];
}

function decisionLines({ changes }: PersonRecord, at: At): string[] {
  return changes.map((change, i) => {
    const text = `${at(change.at)}  ${change.was} → ${change.became}${because(change.reason)}`;
    return i === 0 ? field('decisions', text) : under(text);
  });
}

function requestLines({ requests }: PersonRecord): string[] {
  return requests.map((request) => {
    const done = request.done === null ? '' : ` (${request.done.what})`;
    const hangUp = request.hangUp ? ' --hang-up' : '';
    return field(
      'request',
      `${request.kind.replace('_', '-')}${hangUp} by ${said(request)}${done}`,
    );
  });
}

function barLines({ barred, barredTail, barLog }: PersonRecord): string[] {
  const listed = barred === null ? 'not on the list' : `on the list (${said(barred)})`;
  return [
    field('do not call', listed),
    ...(barredTail === null
      ? []
      : [
          under(
            textOf({ code: 'number_tail_barred', file: barredTail.source, row: barredTail.row }),
          ),
        ]),
    ...barLog.map((entry) =>
      under(
        `${entry.kind === 'add' ? 'added' : 'removed'} by ${said(entry)}, from ${entry.source}`,
      ),
    ),
  ];
}
