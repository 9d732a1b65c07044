import * as z from 'zod';
import { parseMoment } from '../../domain/time/local.ts';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import { assistantSchema } from './assistant.ts';
import { e164, maybe, maybeElse, textMap } from './fields.ts';

interface Issue {
  readonly path: string;
  readonly message: string;
}

/** Why a request was not done, as the answer's status and body say it. */
export interface Problem {
  readonly status: number;
  readonly error: string;
  readonly message: string;
  readonly issues: readonly Issue[];
}

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T([\d:.]+)(Z|[+-]\d{2}:\d{2})?)?$/i;

/** Before the years whose time-zone rules are known: whatever its zone, it is past, and the order starts now. */
function longPast(text: string, rules: ZoneRules): number | null {
  const [, date = '', time = '00:00', offset = 'Z'] = ISO.exec(text.trim()) ?? [];
  const at = Date.parse(`${date}T${time}${offset}`);
  return at < rules.covers.start ? at : null;
}

/** A time without an offset is taken as UTC; what the provider does with one is documented nowhere. */
const scheduledAt = (rules: ZoneRules) =>
  z
    .string()
    .transform((text, context): number => {
      const moment = parseMoment(text, rules, 'UTC');
      if (moment.ok) return moment.at;
      const past = longPast(text, rules);
      if (past !== null) return past;
      context.addIssue({ code: 'custom', message: moment.problem });
      return z.NEVER;
    })
    .nullable()
    .default(null);

/** The body of `POST /call`, field by field as the reference page has it. Unknown keys are ignored. */
export const placeSchema = (rules: ZoneRules) =>
  z
    .object({
      phone_number: e164,
      assistant: maybe(assistantSchema(rules)),
      assistant_id: maybe(z.string().min(1)),
      concurrency: maybe(z.object({ key: z.string(), max: z.number().min(1) })),
      force_now: maybeElse(z.boolean(), () => false),
      /** The later name of `force_now`. */
      skip_calling_window: maybeElse(z.boolean(), () => false),
      from_phone_number: maybe(e164),
      metadata: maybe(textMap),
      prompt_variables: maybeElse(textMap, () => ({})),
      scheduled_at: scheduledAt(rules),
    })
    .refine((body) => body.assistant !== undefined || body.assistant_id !== undefined, {
      path: ['assistant'],
      message: 'either assistant or assistant_id must be given',
    });

export type PlaceRequest = z.output<ReturnType<typeof placeSchema>>;

/** Every field that is wrong is named, not only the first. */
export function check<T>(schema: z.ZodType<T>, body: unknown): Outcome<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  const message = issues
    .map((i) => (i.path === '' ? i.message : `${i.path}: ${i.message}`))
    .join('; ');
  return { ok: false, problem: { status: 400, error: 'invalid_request', message, issues } };
}

export const problem = (status: number, error: string, message: string): Problem => ({
  status,
  error,
  message,
  issues: [],
});
