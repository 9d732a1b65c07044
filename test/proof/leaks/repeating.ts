import { type Asked, type Reply } from './hostile.ts';
import { KEYS, NUMBERS } from './spellings.ts';

const nthOf = <T>(list: readonly T[], nth: number): T => list[nth % list.length] as T;

/** Repeats the key in one spelling and a number in another, in every field of an order and of its attempt. */
function order(nth: number): object {
  const [, key] = nthOf(KEYS, nth);
  const [, number] = nthOf(NUMBERS, nth * 7);
  const at = new Date().toISOString();
  const attempt = {
    id: `attempt-${nth}`,
    status: 'completed',
    result: nth % 3 === 0 ? number : 'human',
    dial_error: nth % 3 === 1 ? `no route to ${number} for ${key}` : null,
    end_reason: `${key} hung up on ${number}`,
    ended_by: number,
    phone_number: nth % 5 === 0 ? [number] : number,
    started_at: at,
    answered_at: nth % 4 === 0 ? number : at,
    ended_at: at,
    recording_url: `https://recordings.invalid/?token=${key}`,
    transcript: [{ role: key, content: `${key}, ${number}` }],
    structured_output: { [key]: number, asked_not_to_be_called: false },
  };
  return { id: `order-${nth}`, status: 'completed', [key]: number, call_attempts: [attempt] };
}

/** A provider that works, and repeats the key and somebody’s number wherever it says anything. */
export function repeating({ method, path, nth }: Asked): Reply {
  if (path === '/auth-status') return { status: 200, body: { authenticated: true } };
  if (method === 'POST' && path === '/call') {
    const [, key] = nthOf(KEYS, nth);
    const [, number] = nthOf(NUMBERS, nth * 7 + 3);
    if (nth % 4 === 3)
      return { status: 422, body: { message: `${number} is no number for ${key}`, key } };
    return { status: 200, body: { call: { id: `order-${nth}`, status: 'queued_for_calling' } } };
  }
  const id = /^\/call\/order-(\d+)$/.exec(path)?.[1];
  if (id !== undefined) return { status: 200, body: { call: order(Number(id)) } };
  return { status: 404, body: { error: 'not_found' } };
}
