import { utcText } from './cell.ts';
import {
  ATTEMPT_COLUMNS,
  CALL_COLUMNS,
  DIAL_COLUMNS,
  type Column,
  type DialSubject,
} from './columns.ts';
import type { AttemptRecord, OrderRecord, RowRecord } from '../run/records.ts';
import type { Subject } from './subject.ts';

/** Of the JSONL form; docs/json.md documents it. */
const RESULTS_SCHEMA_VERSION = 1;

type Json = Readonly<Record<string, unknown>>;

interface RowFacts {
  readonly row: RowRecord;
  /** Null: the row does not fit its header, and nobody can say which cell is what. */
  readonly own: readonly (readonly [string, string])[] | null;
  readonly file: string | null;
}

/** One row with everything that is known, for programs: values keep their types, and nothing is cut. */
export function rowObject(facts: RowFacts, subject: Subject): Json {
  const { telling, contact } = subject;
  return {
    ...head(facts),
    ...valuesOf(CALL_COLUMNS, subject),
    // Programs are given the owner's columns as they are, so a problem is told by its parts as well.
    problems: contact === null ? facts.row.problems.map(problemObject) : [],
    outputs: telling?.attempt.structuredOutput ?? null,
    orders: (contact?.orders ?? []).map(orderObject),
    attempts: subject.dials.map((dial) => ({
      ...unprefixed(valuesOf(DIAL_COLUMNS, { subject, dial })),
      ...told(dial.attempt),
    })),
  };
}

export function attemptObject(facts: RowFacts, of: DialSubject): Json {
  return { ...head(facts), ...valuesOf(ATTEMPT_COLUMNS, of), ...told(of.dial.attempt) };
}

function head({ row, own, file }: RowFacts): Json {
  return {
    schema_version: RESULTS_SCHEMA_VERSION,
    file,
    line: row.line,
    row: Object.fromEntries(own ?? []),
    ...(own === null ? { cells: row.cells } : {}),
  };
}

const told = ({ structuredOutput, transcript }: AttemptRecord): Json => ({
  outputs: structuredOutput,
  transcript,
});

const orderObject = (order: OrderRecord): Json => ({
  order: order.key,
  nth: order.nth,
  state: order.state,
  ordered_at: utcText(order.orderedAt),
  rings_until: utcText(order.ringsUntil),
  window: order.permit,
  provider_id: order.providerId,
});

const problemObject = (problem: RowRecord['problems'][number]): Json => ({
  column: problem.column === '' ? null : problem.column,
  value: problem.value,
  code: problem.code,
  message: problem.message,
  fix: problem.fix,
});

const valuesOf = <S>(columns: readonly Column<S>[], of: S): Json =>
  Object.fromEntries(columns.map(({ name, value }) => [name, value(of)]));

/** Inside `attempts` every field is the call's: `call_window` is `window`. */
const unprefixed = (values: Json): Json =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.replace(/^call_/, ''), value]),
  );
