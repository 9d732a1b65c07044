import { cellText } from '../contact/cells/cell-text.ts';
import type { StatedConsent } from '../contact/consent.ts';
import type { ZoneRules } from '../time/zone-rules.ts';
import { reasonCode } from '../run/reason.ts';
import { reasonText } from '../run/text/reason-text.ts';
import type { AttemptRecord, ContactRecord, OrderRecord, RowRecord } from '../run/records.ts';
import type { RowProblem } from '../contact/problem.ts';

/** What is the same for every row of one export. */
export interface ResultContext {
  readonly mode: 'live' | 'rehearsal';
  /** What a minute of talk costs; null: nobody said. */
  readonly rate: number | null;
  readonly rules: ZoneRules;
  /** What the campaign states where a row has no consent of its own. */
  readonly consent: StatedConsent | null;
}

/** One dial with the order that it belongs to. */
export interface Dial {
  readonly order: OrderRecord;
  readonly attempt: AttemptRecord;
  /** Its number inside the order. */
  readonly nth: number;
}

/** A row, and who is to be told about in it. */
export interface Subject {
  readonly context: ResultContext;
  /** A contact's state, `invalid` for a row that is no contact, `duplicate` when another row has the result. */
  readonly state: string;
  readonly reason: string | null;
  /** The code of the reason: of a contact's, or of the first problem of its row. Null: it has none. */
  readonly reasonCode: string | null;
  readonly contactId: string | null;
  /** Null unless this row has the result. */
  readonly contact: ContactRecord | null;
  readonly dials: readonly Dial[];
  /** The one a person would point at: the first that reached a human, else the last. */
  readonly telling: Dial | null;
}

export function subjectOf(row: RowRecord, fits: boolean, context: ResultContext): Subject {
  const contact = row.duplicateOf === null ? row.contact : null;
  const dials = contact === null ? [] : dialsOf(contact);
  const telling = dials.find((dial) => dial.attempt.outcome === 'human') ?? dials.at(-1) ?? null;
  const common = { context, contactId: row.contact?.id ?? null, contact, dials, telling };
  const rest = fits ? null : `The row: ${row.cells.map((cell) => `"${cellText(cell)}"`).join(' ')}`;
  const said = (reason: string | null): string | null =>
    [reason, rest].filter((part) => part !== null).join(' ') || null;
  if (row.duplicateOf !== null) {
    const { file, line } = row.duplicateOf;
    return {
      ...common,
      state: 'duplicate',
      reasonCode: 'duplicate',
      reason: said(`see row ${line} of ${file}`),
    };
  }
  if (contact !== null) {
    const { state } = contact;
    return { ...common, state, reasonCode: codeOf(contact), reason: said(whyOf(contact)) };
  }
  const isTwice = row.problems.length > 0 && row.problems.every((one) => one.code === 'duplicate');
  const problems = row.problems.map(problemText).join(' ');
  return {
    ...common,
    state: isTwice ? 'duplicate' : 'invalid',
    reasonCode: row.problems[0]?.code ?? null,
    reason: said(`row ${row.line}: ${problems === '' ? 'not a contact of this run' : problems}`),
  };
}

function dialsOf(contact: ContactRecord): Dial[] {
  return contact.orders.flatMap((order) =>
    order.attempts.map((attempt, index) => ({ order, attempt, nth: index + 1 })),
  );
}

/** Why a person was not called or is not done. A person who was reached needs no reason. */
function whyOf(contact: ContactRecord): string | null {
  if (contact.state === 'reached') return null;
  if (contact.state === 'pending' && contact.heldFor !== null)
    return `held: ${reasonText(contact.heldFor)}`;
  if (contact.reason !== null) return reasonText(contact.reason);
  if (contact.state === 'pending') return 'not called yet';
  if (contact.state === 'placing' || contact.state === 'calling') return 'the call is under way';
  return null;
}

/** Of the reason that is told: a person who was reached has none, and one who is held has another. */
function codeOf(contact: ContactRecord): string | null {
  const { state, heldFor, reason } = contact;
  if (state === 'reached') return null;
  return reasonCode(state === 'pending' && heldFor !== null ? heldFor : reason);
}

function problemText({ column, message, fix }: RowProblem): string {
  const what = sentence(column === '' ? message : `${column}: ${message}`);
  return fix === null ? what : `${what} ${sentence(fix)}`;
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** When the phone began to ring, or the nearest moment that is known. */
export const dialledAt = ({ attempt, order }: Dial): number =>
  attempt.startedAt ?? attempt.answeredAt ?? attempt.endedAt ?? order.orderedAt;

export function talkMs({ answeredAt, endedAt }: AttemptRecord): number | null {
  return answeredAt === null || endedAt === null ? null : Math.max(0, endedAt - answeredAt);
}
