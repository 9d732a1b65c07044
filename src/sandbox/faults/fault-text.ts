import { faultSchema, type Fault } from './faults.ts';
import { check, problem, type Outcome } from '../model/request.ts';

/** Those that are numbers; every other name that is no field of a fault is a header of its answer. */
const NUMBERS = ['skip', 'status', 'seconds'];
const TEXTS = ['method', 'path', 'phone_number'];

/**
 * A fault in one word of a command line: `kind`, `kind:3` for the first three, `kind:0.1` for one in ten,
 * and after commas what else there is to say: `throttle:0.2,path=/api/call,retry-after=7`.
 */
export function parseFault(text: string): Outcome<Fault> {
  const [head = '', ...rest] = text.split(',');
  const [kind = '', amount] = head.split(':');
  const fault: Record<string, unknown> = { kind, times: null };
  if (amount !== undefined) {
    if (!/^\d+(\.\d+)?$/.test(amount)) return no(`"${amount}" is neither a count nor a rate`);
    fault[amount.includes('.') ? 'rate' : 'times'] = Number(amount);
  }
  const headers: Record<string, string> = {};
  for (const part of rest) {
    const at = part.indexOf('=');
    if (at < 1) return no(`"${part}" is no name=value`);
    const name = part.slice(0, at);
    const value = part.slice(at + 1);
    if (NUMBERS.includes(name)) fault[name] = Number(value);
    else if (TEXTS.includes(name)) fault[name] = value;
    else headers[name] = value;
  }
  return check(faultSchema, { ...fault, headers });
}

const no = (message: string): Outcome<never> => ({
  ok: false,
  problem: problem(400, 'invalid_request', message),
});
