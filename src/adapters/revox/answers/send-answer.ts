import { maskedText } from '../../../domain/text/privacy.ts';
import type { PlaceAnswer } from '../../../ports/voice-api.ts';
import { adviceOn } from './advice.ts';
import { readHttpDate } from './http-date.ts';
import { isRecord, nestsTooDeep, parseJson } from './json.ts';
import { readOrder } from './order.ts';
import { provedBy } from './send-table.ts';

/**
 * What one send of an order proved. Pure, and the only place that decides whether an order may be sent
 * again: a wrong "not placed" here rings a person twice, so whatever is not certain is ambiguous (I6).
 */

export type SendOutcome =
  | { kind: 'response'; status: number; body: string; retryAfterMs: number | null }
  /** `sent` from the moment the body was handed over for writing, whatever became of it. */
  | { kind: 'failure'; phase: 'connecting' | 'sent'; code: string; message: string };

/** Everything of the port but what the gate says. */
export type SendProof = Exclude<PlaceAnswer, { kind: 'held' }>;

const MAX_REASON_LENGTH = 300;
const MAX_RAW_LENGTH = 65_536;

const TLS_CODE =
  /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|ERROR_IN_CERT|ERROR_IN_CRL|EPROTO)/;

export const isTlsFailure = (code: string): boolean => TLS_CODE.test(code);

/** `safe503`: the provider says 503 before it processes anything. */
export function classifyPlace(outcome: SendOutcome, safe503 = false): SendProof {
  return outcome.kind === 'failure' ? classifyFailure(outcome) : classifyResponse(outcome, safe503);
}

function classifyFailure(failure: Extract<SendOutcome, { kind: 'failure' }>): SendProof {
  const why = reason(`${failure.code}: ${failure.message}`);
  // The HTTP/2 stream was refused before any processing, by the definition of that code.
  if (/REFUSED_STREAM/.test(`${failure.code} ${failure.message}`)) return { kind: 'not_sent', why };
  if (failure.phase === 'sent') return { kind: 'ambiguous', why, raw: null };
  if (isTlsFailure(failure.code)) return { kind: 'refused', why, advice: adviceOn(null) };
  return { kind: 'not_sent', why };
}

function classifyResponse(
  response: Extract<SendOutcome, { kind: 'response' }>,
  safe503: boolean,
): SendProof {
  const { status, body } = response;
  const proof = provedBy(status, isRecord(parseJson(body)));
  const why = httpReason(status, body);
  const raw = body.slice(0, MAX_RAW_LENGTH);
  // What a profile promises is known of that provider, and of no other.
  if (status === 503 && safe503)
    return { kind: 'throttled', retryAfterMs: response.retryAfterMs, why };
  switch (proof) {
    case 'success':
      return classifySuccess(status, body);
    case 'throttled':
      return { kind: 'throttled', retryAfterMs: response.retryAfterMs, why };
    case 'rejected':
    case 'refused':
      return { kind: proof, why, advice: adviceOn(status) };
    case 'blocked':
      return { kind: 'blocked', why, advice: adviceOn(status), raw };
    case 'ambiguous':
      return { kind: 'ambiguous', why, raw };
  }
}

function classifySuccess(status: number, body: string): SendProof {
  const view = readOrder(parseJson(body));
  if (view !== null) return { kind: 'accepted', id: view.id, view, raw: body };
  const why = `HTTP ${status}, but the answer names no order: ${bodyReason(body)}`;
  return { kind: 'ambiguous', why: reason(why), raw: body.slice(0, MAX_RAW_LENGTH) };
}

/** One masked line that says what the provider answered; error bodies have no documented shape. */
export const httpReason = (status: number, body: string): string =>
  reason(`HTTP ${status}: ${bodyReason(body)}`);

function bodyReason(body: string): string {
  if (body.trim() === '') return 'empty body';
  const json = parseJson(body);
  if (isRecord(json)) {
    const said = json['message'] ?? json['error'];
    if (typeof said === 'string') return said;
    if (isRecord(said) && !nestsTooDeep(said)) return JSON.stringify(said);
  }
  if (/^\s*</.test(body)) return htmlTitle(body);
  return body.slice(0, MAX_REASON_LENGTH * 4);
}

const htmlTitle = (body: string): string => {
  const title = /<title[^>]*>([^<]*)/i.exec(body)?.[1]?.trim();
  return title === undefined || title === '' ? 'a web page' : `a web page titled "${title}"`;
};

/** What may be printed and kept of a text from outside (I9). */
export const reason = (text: string): string => maskedText(text).trim().slice(0, MAX_REASON_LENGTH);

interface RetryHeaders {
  readonly retryAfterMs: string | null;
  readonly retryAfter: string | null;
  readonly date: string | null;
}

/**
 * How long the provider asks us to wait: `retry-after-ms`, then `retry-after` as seconds or as an HTTP date.
 * A date is measured from the server's own `date`, so that a wrong clock here does not matter.
 */
export function readRetryAfter(headers: RetryHeaders, now: number): number | null {
  const ms = readAmount(headers.retryAfterMs);
  if (ms !== null) return Math.ceil(ms);
  const seconds = readAmount(headers.retryAfter);
  if (seconds !== null) return Math.ceil(seconds * 1000);
  const at = readHttpDate(headers.retryAfter);
  if (at === null) return null;
  return Math.max(0, at - (readHttpDate(headers.date) ?? now));
}

const readAmount = (text: string | null): number | null =>
  text !== null && /^\s*\d{1,12}(\.\d+)?\s*$/.test(text) ? Number(text) : null;
