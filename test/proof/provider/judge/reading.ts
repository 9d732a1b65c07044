import type { Answer } from '../log.ts';

/** What an answer says of one order, read by a reader of the judge's own. */
export interface Said {
  readonly id: string;
  readonly key: string | null;
  readonly number: string | null;
  /** Unknown words are neither. */
  readonly state: 'open' | 'over' | 'unknown';
  readonly human: boolean;
  readonly refused: boolean;
  readonly rings: number;
  /** Outcomes of the attempts that are shown; the newest first. */
  readonly outcomes: readonly string[];
}

type Loose = Readonly<Record<string, unknown>>;

const OPEN = ['initializing', 'queued_for_calling', 'calling', 'scheduled'];
const OVER = ['completed', 'errored', 'cancelled'];
const RINGS_AT_MOST = 100;

/** An object, or a text that holds one as JSON. */
function objectIn(value: unknown): Loose | null {
  if (typeof value === 'string') {
    try {
      return objectIn(JSON.parse(value) as unknown);
    } catch {
      return null;
    }
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Loose)
    : null;
}

function attemptsIn(call: Loose): Loose[] {
  const listed = Array.isArray(call['call_attempts']) ? (call['call_attempts'] as unknown[]) : [];
  const all = listed.map(objectIn).filter((attempt) => attempt !== null);
  if (all.length > 0) return all;
  const last = objectIn(call['last_call_attempt']);
  return last === null ? [] : [last];
}

function countIn(call: Loose): number {
  const count = Number(call['calls_count'] ?? 0);
  return Number.isInteger(count) && count > 0 && count <= RINGS_AT_MOST ? count : 0;
}

const outcomeOf = (attempt: Loose): string => {
  const { result, dial_error: failure } = attempt as { result?: unknown; dial_error?: unknown };
  if (typeof failure === 'string') return failure;
  if (typeof result === 'string') return result === 'unknown' ? 'answered_unknown' : result;
  return 'none';
};

function readCall(call: Loose): Said {
  const attempts = attemptsIn(call);
  const status = String(call['status']);
  const metadata = objectIn(call['metadata']);
  return {
    id: String(call['id']),
    key: metadata === null ? null : String(metadata['campaign_order_key']),
    number: typeof call['to_phone_number'] === 'string' ? call['to_phone_number'] : null,
    state: OPEN.includes(status) ? 'open' : OVER.includes(status) ? 'over' : 'unknown',
    human: attempts.some(({ result }) => result === 'human'),
    refused: attempts.some(
      ({ structured_output }) => objectIn(structured_output)?.['asked_not_to_be_called'] === true,
    ),
    rings: Math.max(attempts.length, countIn(call)),
    outcomes: attempts.map(outcomeOf),
  };
}

const isGood = ({ whole, status }: Answer): boolean => whole && status >= 200 && status <= 299;

/** The id of an order of which only an attempt is shown. */
export const UNNAMED = 'not named';

/** Attempts of orders that a list does not name, by their own ids and the number that was called. */
export function attemptsListed(
  answer: Answer,
): { readonly id: string; readonly number: string; readonly said: Said }[] {
  const calls = isGood(answer) ? objectIn(answer.body)?.['calls'] : undefined;
  if (!Array.isArray(calls)) return [];
  return calls
    .map(objectIn)
    .filter((attempt) => attempt !== null)
    .map((attempt) => {
      const over = ['completed', 'error'].includes(String(attempt['status']));
      const call = {
        id: UNNAMED,
        status: over ? 'completed' : 'calling',
        call_attempts: [attempt],
      };
      return {
        id: String(attempt['id']),
        number: String(attempt['phone_number']),
        said: readCall(call),
      };
    });
}

/** Every order that a good answer carries. */
export function callsIn(answer: Answer): Said[] {
  if (!isGood(answer)) return [];
  const body = objectIn(answer.body);
  if (body === null) return [];
  const many = Array.isArray(body['calls']) ? (body['calls'] as unknown[]) : [body['call']];
  return many
    .map(objectIn)
    .filter((call) => call !== null)
    .filter((call) => 'to_phone_number' in call)
    .map(readCall);
}

/** What the answer to a send says about whether there is an order. */
export type Clearness = 'placed' | 'not placed' | 'stop' | 'unclear';

const MUST_STOP = [402, 403, 404, 405, 407, 410];
const NOT_PLACED_AS_OBJECT = [400, 413, 415, 422];

export function clearness(answer: Answer): Clearness {
  const { status, whole, body } = answer;
  if (status === 429 || status === 401) return 'not placed';
  if ((status >= 300 && status < 400) || MUST_STOP.includes(status)) return 'stop';
  const isObject = whole && objectIn(body) !== null && typeof body !== 'string';
  if (NOT_PLACED_AS_OBJECT.includes(status) && isObject) return 'not placed';
  if (status >= 200 && status < 300 && isObject) {
    const call = objectIn(objectIn(body)?.['call']);
    if (call !== null && ['string', 'number'].includes(typeof call['id'])) return 'placed';
  }
  return 'unclear';
}
