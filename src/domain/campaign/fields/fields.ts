import * as z from 'zod';
import { parseTimeOfDay } from '../../time/time-of-day.ts';
import { countryMeant, isCountry } from '../countries.ts';
import { LONGEST_NAME, LONGEST_REPEAT_MS } from './defaults.ts';
import { parseDuration } from './duration.ts';
import { readMoment } from './scheduled-at.ts';

/** The single values of a campaign file whose shape a plain type cannot say. */

type Meta = Readonly<Record<string, unknown>>;
type Refusal = { message: string; fix: string | null };

/** A string that `refuse` accepts. What is wrong and how to fix it travel in the zod issue. */
export function text(meta: Meta, refuse: (value: string) => Refusal | null): z.ZodString {
  return z
    .string()
    .check((context) => {
      const refusal = refuse(context.value);
      if (refusal === null) return;
      const { message, fix } = refusal;
      context.issues.push({ code: 'custom', message, params: { fix }, input: context.value });
    })
    .meta(meta);
}

const quoted = (value: string): string => JSON.stringify(value);

// Newlines and escape sequences would reach the terminal and the ledger's keys.
const CONTROL = /\p{Cc}/u;

export const campaignName = (): z.ZodString =>
  text(
    {
      description: 'The name of the run. The same name again goes on with the same run.',
      examples: ['Appointment reminders'],
      minLength: 1,
      maxLength: LONGEST_NAME,
    },
    (value) => {
      const length = [...value].length;
      if (value.trim() === '') return { message: 'is empty', fix: 'give the campaign a name' };
      if (CONTROL.test(value)) {
        return {
          message: 'has a control character or line break in it',
          fix: 'write it on one line',
        };
      }
      if (length <= LONGEST_NAME) return null;
      return { message: `has ${length} characters`, fix: `use ${LONGEST_NAME} or fewer` };
    },
  );

/** A text that must say something: a prompt, an id, a header. */
export const nonBlank = (meta: Meta): z.ZodString =>
  text({ minLength: 1, ...meta }, (value) =>
    value.trim() === ''
      ? { message: 'is empty', fix: 'write something, or remove the line' }
      : null,
  );

export const timeOfDay = (as: 'start' | 'end', meta: Meta): z.ZodString =>
  text(meta, (value) => {
    const time = parseTimeOfDay(value, as);
    if (time.ok) return null;
    // The reader of times says problem and remedy in one sentence; here they are shown apart.
    const cut = time.problem.lastIndexOf(': write ');
    return cut < 0
      ? { message: time.problem, fix: null }
      : { message: time.problem.slice(0, cut), fix: time.problem.slice(cut + 2) };
  });

const E164 = /^\+[1-9]\d{6,14}$/;

/** A phone number in a campaign is not looked up, only held against the E.164 format; it is shown masked (I9). */
export const e164 = (meta: Meta): z.ZodString =>
  text({ pattern: E164.source, ...meta }, (value) => {
    if (E164.test(value)) return null;
    const digits = value.replaceAll(/\D/g, '').length;
    const fix = 'write + and the country code, then the digits: "+12025550123"';
    if (!value.trim().startsWith('+')) return { message: 'does not begin with +', fix };
    if (/[^\d+]/.test(value.trim())) return { message: 'has more in it than + and digits', fix };
    return { message: `has ${digits} digits; E.164 numbers have 7 to 15, the first not 0`, fix };
  });

export const webAddress = (meta: Meta): z.ZodString =>
  text({ pattern: '^https?://\\S+$', ...meta }, (value) =>
    /^https?:\/\/[^\s/]+\S*$/.test(value)
      ? null
      : { message: `${quoted(value)} is not a web address`, fix: 'begin with https://' },
  );

export const moment = (meta: Meta): z.ZodString =>
  text(meta, (value) =>
    readMoment(value) === null
      ? {
          message: `${quoted(value)} is not a date and time (ISO 8601)`,
          fix: 'write 2026-12-01T09:00 (their own clock) or 2026-12-01T09:00Z (UTC)',
        }
      : null,
  );

export const duration = (meta: Meta): z.ZodString =>
  text(meta, (value) => {
    const ms = parseDuration(value);
    const fix = 'write a number with s, m, h, d or w behind it: 24h';
    if (ms === null) return { message: `${quoted(value)} is not a duration`, fix };
    if (ms <= LONGEST_REPEAT_MS) return null;
    return { message: `${quoted(value)} is longer than a year`, fix: 'write 366d or less' };
  });

export const country = (meta: Meta): z.ZodString =>
  text({ pattern: '^[A-Za-z]{2}$', ...meta }, (value) => {
    const code = value.toUpperCase();
    if (isCountry(code)) return null;
    const fix = `write ${countryMeant(code) ?? 'two letters, like US, GB or FR'}`;
    return { message: `${quoted(value)} is not a country code (ISO 3166)`, fix };
  });

export const currency = (meta: Meta): z.ZodString =>
  text({ pattern: '^[A-Za-z]{3}$', ...meta }, (value) =>
    /^[A-Za-z]{3}$/.test(value)
      ? null
      : {
          message: `${quoted(value)} is not a currency code`,
          fix: 'write three letters, like USD or EUR',
        },
  );
