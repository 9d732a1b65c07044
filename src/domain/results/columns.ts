import { formatNames } from '../run/calling-group.ts';
import { consentAskedAt, consentText } from '../contact/consent.ts';
import { aiDisclosed } from '../disclosure/first-turn.ts';
import { CALL_CONTACT, CALL_STATE } from '../contact/columns/result-columns.ts';
import { localText, resultText, transcriptCell, utcText, type Cell } from './cell.ts';
import { dialledAt, talkMs, type Dial, type Subject } from './subject.ts';

/**
 * The result columns. All of them are named `call_…`, so that a file that is fed back loses them, and
 * `call_contact` and `call_state`, by which it is recognised, are in both forms.
 */

export interface Column<S> {
  readonly name: string;
  readonly value: (of: S) => Cell;
}

/** Only when the run has more than one file. */
export const CALL_FILE = 'call_file';
export const CALL_TRANSCRIPT = 'call_transcript';

const WHO: readonly Column<Subject>[] = [
  { name: 'call_mode', value: ({ context }) => context.mode },
  { name: CALL_CONTACT, value: ({ contactId }) => contactId },
  { name: CALL_STATE, value: ({ state }) => state },
];

const zones: Column<Subject> = {
  name: 'call_time_zone',
  value: ({ contact }) => (contact === null ? null : formatNames(contact.zones) || null),
};

/** By which evidence the zones were found, and by which consent the person was called. */
const evidence: readonly Column<Subject>[] = [
  { name: 'call_located_by', value: ({ contact }) => contact?.zoneSource ?? null },
  { name: 'call_location_note', value: ({ contact }) => resultText(contact?.placeNote ?? null) },
  {
    name: 'call_consent',
    value: ({ contact, context }) => {
      if (contact === null) return null;
      const at = consentAskedAt(contact.orders, contact.changedAt);
      return resultText(consentText(contact.consent, context.consent, at));
    },
  },
];

/** One line for each row of the files. */
export const CALL_COLUMNS: readonly Column<Subject>[] = [
  ...WHO,
  { name: 'call_outcome', value: ({ telling }) => telling?.attempt.outcome ?? null },
  { name: 'call_success', value: ({ contact }) => contact?.success ?? null },
  {
    name: 'call_attempts',
    value: ({ contact, dials }) => (contact === null ? null : dials.length),
  },
  { name: 'call_orders', value: orderCount },
  { name: 'call_first_at', value: ({ dials }) => utcText(timeOf(dials.at(0))) },
  { name: 'call_last_at', value: ({ dials }) => utcText(timeOf(dials.at(-1))) },
  {
    name: 'call_last_at_local',
    value: ({ contact, dials, context }) =>
      localText(timeOf(dials.at(-1)), contact?.zones ?? [], context.rules),
  },
  zones,
  ...evidence,
  { name: 'call_talk_seconds', value: ({ telling }) => talkSeconds(telling) },
  { name: 'call_ended_by', value: ({ telling }) => textOf(telling, 'endedBy') },
  { name: 'call_end_reason', value: ({ telling }) => textOf(telling, 'endReason') },
  { name: 'call_dial_error', value: ({ telling }) => textOf(telling, 'dialError') },
  { name: 'call_recording_url', value: ({ telling }) => textOf(telling, 'recordingUrl') },
  { name: 'call_ai_disclosed', value: ({ telling }) => disclosedIn(telling) },
  { name: 'call_provider_ids', value: providerIds },
  { name: 'call_cost_estimate', value: costEstimate },
  { name: 'call_reason', value: ({ reason }) => resultText(reason) },
  { name: 'call_reason_code', value: ({ reasonCode }) => reasonCode },
];

/** One attempt, and the person it was made to. */
export interface DialSubject {
  readonly subject: Subject;
  readonly dial: Dial;
}

/** What is known of a dial by itself. */
export const DIAL_COLUMNS: readonly Column<DialSubject>[] = [
  { name: 'call_order', value: ({ dial }) => dial.order.key },
  { name: 'call_nth', value: ({ dial }) => dial.order.nth },
  { name: 'call_attempt', value: ({ dial }) => dial.nth },
  { name: 'call_ordered_at', value: ({ dial }) => utcText(dial.order.orderedAt) },
  { name: 'call_started_at', value: ({ dial }) => utcText(dial.attempt.startedAt) },
  { name: 'call_answered_at', value: ({ dial }) => utcText(dial.attempt.answeredAt) },
  { name: 'call_ended_at', value: ({ dial }) => utcText(dial.attempt.endedAt) },
  { name: 'call_outcome', value: ({ dial }) => dial.attempt.outcome },
  { name: 'call_late', value: ({ dial }) => dial.attempt.late },
  { name: 'call_dial_error', value: ({ dial }) => textOf(dial, 'dialError') },
  {
    name: 'call_started_at_local',
    value: ({ subject: { contact, context }, dial }) =>
      localText(dial.attempt.startedAt, contact?.zones ?? [], context.rules),
  },
  { name: zones.name, value: ({ subject }) => zones.value(subject) },
  { name: 'call_window', value: ({ dial }) => resultText(dial.order.permit) },
  { name: 'call_rings_until', value: ({ dial }) => utcText(dial.order.ringsUntil) },
  { name: 'call_talk_seconds', value: ({ dial }) => talkSeconds(dial) },
  { name: 'call_ended_by', value: ({ dial }) => textOf(dial, 'endedBy') },
  { name: 'call_end_reason', value: ({ dial }) => textOf(dial, 'endReason') },
  { name: 'call_recording_url', value: ({ dial }) => textOf(dial, 'recordingUrl') },
  { name: 'call_ai_disclosed', value: ({ dial }) => disclosedIn(dial) },
  { name: 'call_provider_id', value: ({ dial }) => resultText(dial.order.providerId) },
];

const ofDial = ({ name, value }: Column<Subject>): Column<DialSubject> => ({
  name,
  value: (of) => value(of.subject),
});

/** One line for each attempt. */
export const ATTEMPT_COLUMNS: readonly Column<DialSubject>[] = [
  ...WHO.map(ofDial),
  ...DIAL_COLUMNS,
  ...evidence.map(ofDial),
];

export const outputOf = (dial: Dial | null): Dial['attempt']['structuredOutput'] =>
  dial?.attempt.structuredOutput ?? null;

export const transcriptOf = (dial: Dial | null): Cell =>
  transcriptCell(dial?.attempt.transcript ?? null);

type TextField = 'endedBy' | 'endReason' | 'dialError' | 'recordingUrl';

const textOf = (dial: Dial | null, field: TextField): string | null =>
  resultText(dial?.attempt[field] ?? null);

/** Only of a talk with somebody. */
const disclosedIn = (dial: Dial | null): string | null =>
  dial?.attempt.outcome === 'human' ? aiDisclosed(dial.attempt.transcript) : null;

const timeOf = (dial: Dial | undefined): number | null =>
  dial === undefined ? null : dialledAt(dial);

function talkSeconds(dial: Dial | null): number | null {
  const ms = dial === null ? null : talkMs(dial.attempt);
  return ms === null ? null : Math.round(ms / 1000);
}

/** Orders that were certainly never placed do not count. */
function orderCount({ contact }: Subject): number | null {
  if (contact === null) return null;
  return contact.orders.filter((order) => order.state !== 'withdrawn').length;
}

function providerIds({ contact }: Subject): string | null {
  const ids = contact?.orders.flatMap(({ providerId }) => providerId ?? []) ?? [];
  return resultText(ids.join(' '));
}

/** By talk time as it is: how the provider rounds is not known. */
function costEstimate({ context, dials }: Subject): number | null {
  if (context.rate === null || dials.length === 0) return null;
  const ms = dials.reduce((sum, { attempt }) => sum + (talkMs(attempt) ?? 0), 0);
  return Number(((ms / 60_000) * context.rate).toFixed(4));
}
