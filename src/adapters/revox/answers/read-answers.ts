import { httpReason, reason } from './send-answer.ts';
import { readStoredAssistant } from '../orders/stored-assistant.ts';
import { isRecord, parseJson } from './json.ts';
import { readOrder } from './order.ts';
import type {
  AssistantAnswer,
  AuthStatus,
  CancelAnswer,
  LookAnswer,
} from '../../../ports/voice-api.ts';

/** What came back from one request: an answer, perhaps cut short, or none. */
export type Exchange =
  | { kind: 'response'; status: number; body: string; retryAfterMs: number | null }
  | { kind: 'failure'; code: string; message: string };

type Failure = Extract<Exchange, { kind: 'failure' }>;

/** Statuses of an API that has no search, or none of the kind that was asked for. */
const NO_SEARCH = new Set([400, 404, 405, 410, 422, 501]);

export const hasNoSearch = (status: number): boolean => NO_SEARCH.has(status);

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** The key, the account or the address is wrong: asking again cannot help until a person changes it. */
const isRefusal = (status: number): boolean =>
  [401, 402, 403, 407].includes(status) || (status >= 300 && status < 400);

export const noAnswer = (failure: Failure): { kind: 'unreachable'; why: string } => ({
  kind: 'unreachable',
  why: reason(`${failure.code}: ${failure.message}`),
});

export function readLook(exchange: Exchange, id: string): LookAnswer {
  if (exchange.kind === 'failure') return noAnswer(exchange);
  const { status, body } = exchange;
  if (status === 404 || status === 410) return { kind: 'missing' };
  const why = (): string => httpReason(status, body);
  if (isRefusal(status)) return { kind: 'refused', why: why() };
  if (!isSuccess(status)) return { kind: 'unreachable', why: why() };
  const view = readOrder(parseJson(body));
  const raw = body;
  if (view === null) return { kind: 'unreadable', why: `it is no order (${why()})`, raw };
  // Another order's attempts under this id would settle the wrong person.
  if (view.id !== id) return { kind: 'unreadable', why: `asked for ${id}, got ${view.id}`, raw };
  return { kind: 'found', view, raw: body };
}

export function readCancel(exchange: Exchange, id: string): CancelAnswer {
  if (exchange.kind === 'failure') return noAnswer(exchange);
  const { status, body } = exchange;
  if (status === 404 || status === 410) return { kind: 'missing' };
  const why = httpReason(status, body);
  if (status === 400 || status === 409 || status === 422) return { kind: 'conflict', why };
  if (!isSuccess(status)) return { kind: 'unreachable', why };
  // The shape of this answer is not documented: without an order in it, the caller looks.
  const view = readOrder(parseJson(body));
  return { kind: 'answered', view: view?.id === id ? view : null };
}

export function readAuthStatus(exchange: Exchange): AuthStatus {
  if (exchange.kind === 'failure') return { unreachable: noAnswer(exchange).why };
  const { status, body } = exchange;
  const why = httpReason(status, body);
  if (isRefusal(status)) return { refused: why };
  if (status === 404) return { refused: `no voice API at this address (${why})` };
  if (!isSuccess(status)) return { unreachable: why };
  const json = parseJson(body);
  if (typeof json !== 'object' || json === null || !('authenticated' in json)) {
    return { unreachable: `the answer does not say whether the key is accepted: ${why}` };
  }
  return json.authenticated === true ? 'ok' : { refused: 'the key is not accepted' };
}

/** The stored assistant, wrapped in `{assistant}` or bare: both have been seen. */
export function readAssistant(exchange: Exchange): AssistantAnswer {
  if (exchange.kind === 'failure') return noAnswer(exchange);
  const { status, body } = exchange;
  if (status === 404 || status === 410) return { kind: 'missing' };
  const why = httpReason(status, body);
  if (isRefusal(status)) return { kind: 'refused', why };
  if (!isSuccess(status)) return { kind: 'unreachable', why };
  const json = parseJson(body);
  const inner = isRecord(json) && isRecord(json['assistant']) ? json['assistant'] : json;
  if (!isRecord(inner)) return { kind: 'unreachable', why: `the answer is no assistant: ${why}` };
  return { kind: 'found', assistant: readStoredAssistant(inner) };
}
