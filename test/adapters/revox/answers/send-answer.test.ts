import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classifyPlace,
  isTlsFailure,
  readRetryAfter,
  type SendOutcome,
  type SendProof,
} from '../../../../src/adapters/revox/answers/send-answer.ts';
import { readHttpDate } from '../../../../src/adapters/revox/answers/http-date.ts';
import { STATUS_TABLE } from '../../../../src/adapters/revox/answers/send-table.ts';
import type { PlaceAnswer } from '../../../../src/ports/voice-api.ts';

const response = (status: number, body = '', retryAfterMs: number | null = null): SendOutcome => ({
  kind: 'response',
  status,
  body,
  retryAfterMs,
});

const failure = (phase: 'connecting' | 'sent', code: string, message = 'broke'): SendOutcome => ({
  kind: 'failure',
  phase,
  code,
  message,
});

const ORDER = JSON.stringify({ call: { id: 'o-1', status: 'scheduled' } });

interface Row {
  readonly name: string;
  readonly outcome: SendOutcome;
  readonly kind: SendProof['kind'];
}

const TABLE: readonly Row[] = [
  { name: '1 no such host', outcome: failure('connecting', 'ENOTFOUND'), kind: 'not_sent' },
  { name: '1 DNS is away', outcome: failure('connecting', 'EAI_AGAIN'), kind: 'not_sent' },
  { name: '2 refused', outcome: failure('connecting', 'ECONNREFUSED'), kind: 'not_sent' },
  { name: '2 no network', outcome: failure('connecting', 'ENETUNREACH'), kind: 'not_sent' },
  { name: '2 no route', outcome: failure('connecting', 'EHOSTUNREACH'), kind: 'not_sent' },
  { name: '2 slow', outcome: failure('connecting', 'UND_ERR_CONNECT_TIMEOUT'), kind: 'not_sent' },
  { name: '3 certificate', outcome: failure('connecting', 'CERT_HAS_EXPIRED'), kind: 'refused' },
  { name: '4 our deadline before', outcome: failure('connecting', 'TIME_UP'), kind: 'not_sent' },
  {
    name: '5 stream refused',
    outcome: failure('sent', 'ERR_HTTP2_STREAM_ERROR', 'closed with code NGHTTP2_REFUSED_STREAM'),
    kind: 'not_sent',
  },
  {
    name: '5 another stream error',
    outcome: failure('sent', 'ERR_HTTP2_STREAM_ERROR'),
    kind: 'ambiguous',
  },
  { name: '5 too early', outcome: response(425), kind: 'ambiguous' },
  ...[400, 413, 415, 422].map((n): Row => ({
    name: `6 ${n} in JSON`,
    outcome: response(n, '{"message":"no"}'),
    kind: 'rejected',
  })),
  ...['', '<html>', '"no"', '["no"]', '{"message":'].flatMap((body) =>
    [400, 413, 415, 422].map((n): Row => ({
      name: `6 ${n} with ${body}`,
      outcome: response(n, body),
      kind: 'ambiguous',
    })),
  ),
  { name: '7 401', outcome: response(401), kind: 'refused' },
  ...[402, 403, 404, 405, 407, 300, 301, 302, 303, 304, 307, 308, 410, 451].map((n): Row => ({
    name: `7 and 8 ${n}`,
    outcome: response(n, '{"message":"no"}'),
    kind: 'blocked',
  })),
  { name: '9 409', outcome: response(409), kind: 'ambiguous' },
  { name: '10 429', outcome: response(429), kind: 'throttled' },
  ...[503, 408, 500, 502, 504, 520, 524, 599].map((n): Row => ({
    name: `11 to 13 ${n}`,
    outcome: response(n),
    kind: 'ambiguous',
  })),
  { name: '14 reset', outcome: failure('sent', 'ECONNRESET'), kind: 'ambiguous' },
  { name: '14 pipe', outcome: failure('sent', 'EPIPE'), kind: 'ambiguous' },
  { name: '14 closed', outcome: failure('sent', 'UND_ERR_SOCKET'), kind: 'ambiguous' },
  { name: '14 TLS alert after the body', outcome: failure('sent', 'ERR_SSL_X'), kind: 'ambiguous' },
  { name: '15 headers', outcome: failure('sent', 'UND_ERR_HEADERS_TIMEOUT'), kind: 'ambiguous' },
  { name: '15 our deadline', outcome: failure('sent', 'TIME_UP'), kind: 'ambiguous' },
  { name: '16 truncated', outcome: response(200, ORDER.slice(0, 20)), kind: 'ambiguous' },
  { name: '16 not JSON', outcome: response(200, 'ok'), kind: 'ambiguous' },
  { name: '16 no id', outcome: response(200, '{"call":{}}'), kind: 'ambiguous' },
  { name: '16 empty id', outcome: response(200, '{"call":{"id":""}}'), kind: 'ambiguous' },
  { name: '16 empty', outcome: response(204), kind: 'ambiguous' },
  { name: '17 wrapped', outcome: response(200, ORDER), kind: 'accepted' },
  { name: '17 bare, 202', outcome: response(202, '{"id":"o-1"}'), kind: 'accepted' },
  { name: '17 with a byte order mark', outcome: response(200, `\uFEFF${ORDER}`), kind: 'accepted' },
];

describe('what a send proved', () => {
  it.each(TABLE)('row $name is $kind', ({ outcome, kind }) => {
    const answer: PlaceAnswer = classifyPlace(outcome);
    expect(answer.kind).toBe(kind);
  });

  it('I6 no failure after the body was handed over may be sent again, save a refused stream', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (code, message) => {
        fc.pre(!/REFUSED_STREAM/.test(`${code} ${message}`));
        expect(classifyPlace(failure('sent', code, message)).kind).toBe('ambiguous');
      }),
    );
  });

  it.each(['', '<html>', '{"message":"no"}'])(
    'I6 of all statuses with %j these alone mean that nothing was placed',
    (body) => {
      const certain: number[] = [];
      for (let status = 0; status < 1100; status += 1) {
        const { kind } = classifyPlace(response(status, body));
        if (['not_sent', 'throttled', 'rejected', 'refused'].includes(kind)) certain.push(status);
      }
      expect(certain).toEqual(body.startsWith('{') ? [400, 401, 413, 415, 422, 429] : [401, 429]);
    },
  );

  it('each row of the table says why', () => {
    for (const row of STATUS_TABLE) expect(row.because.length).toBeGreaterThan(20);
  });
});

describe('what is certain of a status', () => {
  it('I6 any status of 500 and above is ambiguous, whatever its body says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 999 }), fc.string(), (status, body) => {
        expect(classifyPlace(response(status, body)).kind).toBe('ambiguous');
      }),
    );
  });

  it('a status in the 400s that no table knows is ambiguous', () => {
    for (const status of [406, 412, 418, 423, 424, 499]) {
      expect(classifyPlace(response(status)).kind).toBe('ambiguous');
    }
  });

  it('a success keeps the whole answer, something unreadable its beginning', () => {
    const cut = response(200, 'x'.repeat(100_000));
    expect(classifyPlace(response(200, ORDER))).toMatchObject({ id: 'o-1', raw: ORDER });
    expect(classifyPlace(cut)).toMatchObject({ raw: 'x'.repeat(65_536) });
  });

  it('429 passes on how long to wait', () => {
    expect(classifyPlace(response(429, '', 1500))).toMatchObject({ retryAfterMs: 1500 });
    expect(classifyPlace(response(429))).toMatchObject({ retryAfterMs: null });
  });

  it.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'EPROTO'])(
    '%s is a matter of TLS',
    (code) => expect(isTlsFailure(code)).toBe(true),
  );

  it.each(['ECONNRESET', 'ENOTFOUND', 'EPIPE'])('%s is no matter of TLS', (code) =>
    expect(isTlsFailure(code)).toBe(false),
  );
});

describe('the reason that is shown', () => {
  const why = (outcome: SendOutcome): string => {
    const answer = classifyPlace(outcome);
    return 'why' in answer ? answer.why : '';
  };

  it.each([
    [response(422, '{"message":"unknown variable"}'), 'HTTP 422: unknown variable'],
    [response(400, '{"error":"bad_request"}'), 'HTTP 400: bad_request'],
    [response(400, '{"message":{"a":1}}'), 'HTTP 400: {"a":1}'],
    [response(400, '{"issues":[]}'), 'HTTP 400: {"issues":[]}'],
    [response(400, 'no'), 'HTTP 400: no'],
    [response(500), 'HTTP 500: empty body'],
    [response(502, '<html><title> Bad </title>'), 'HTTP 502: a web page titled "Bad"'],
    [response(502, '<html>'), 'HTTP 502: a web page'],
    [failure('sent', 'EPIPE', 'write EPIPE'), 'EPIPE: write EPIPE'],
  ])('%o says %s', (outcome, text) => {
    expect(why(outcome)).toBe(text);
  });

  it('I9 masks the number that a provider repeats, and takes out control characters', () => {
    const said = response(400, JSON.stringify({ message: 'bad \u001b[31m+15555550123\u0007' }));
    expect(why(said)).toBe('HTTP 400: bad +1•••••0123');
  });

  it('is short', () => {
    expect(why(response(400, 'y'.repeat(9000)))).toHaveLength(300);
  });
});

describe('how long the provider asks us to wait', () => {
  const now = Date.UTC(2026, 10, 22, 10);
  const none = { retryAfterMs: null, retryAfter: null, date: null };

  it.each([
    [{ retryAfterMs: '250.2', retryAfter: '9' }, 251],
    [{ retryAfterMs: 'soon', retryAfter: '9' }, 9000],
    [{ retryAfter: '0' }, 0],
    [{ retryAfter: '0.5' }, 500],
    [{ retryAfter: '-5' }, null],
    [{ retryAfter: '1e3' }, null],
    [{ retryAfter: '' }, null],
    [{ retryAfter: 'Sun, 22 Nov 2026 10:00:30 GMT' }, 30_000],
    [{ retryAfter: 'Sun, 22 Nov 2026 09:00:00 GMT' }, 0],
    [{ retryAfter: 'Sunday, 22-Nov-26 10:00:30 GMT' }, 30_000],
    [
      { retryAfter: 'Sun, 22 Nov 2026 10:00:30 GMT', date: 'Sun, 22 Nov 2026 10:00:20 GMT' },
      10_000,
    ],
    [{}, null],
  ])('%o is %s ms', (headers, expected) => {
    expect(readRetryAfter({ ...none, ...headers }, now)).toBe(expected);
  });

  it.each(['Sun Nov 22 10:00:30 2026', '2026-11-22 10:00', 'Sun, 99 Nov 2026 10:00:30 GMT', null])(
    'the date %s is not guessed at',
    (text) => expect(readHttpDate(text)).toBeNull(),
  );
});
