import { DEFAULT_WINDOW_END, DEFAULT_WINDOW_START } from '../fields/defaults.ts';
import { assistantSchema, VOICE_SPEED } from '../schema/assistant-schema.ts';
import { parseTimeOfDay } from '../../time/time-of-day.ts';
import {
  isTree,
  listAt,
  problem,
  shown,
  valueAt,
  type CampaignProblem,
  type Keys,
} from './problem.ts';
import { SINGLE_COLUMNS } from '../schema/columns.ts';
import { SKIP } from '../schema/location-schema.ts';

/**
 * What concerns two places of a campaign file at once. These look at the file as it was read, not at parsed
 * values, so that they also speak when something else is wrong with it.
 */

export type ZoneExists = (name: string) => string | null;

const RETRY_PLACES: readonly Keys[] = [['call_retry_config'], ['assistant', 'call_retry_config']];

const given = (root: unknown, ...keys: (string | number)[]): boolean =>
  valueAt(root, keys) !== undefined;

function whoSpeaks(root: unknown): CampaignProblem[] {
  const inline = given(root, 'assistant');
  const stored = given(root, 'assistant_id');
  if (inline && stored) {
    return [problem(['assistant_id'], 'is given beside assistant', 'keep one of the two')];
  }
  if (inline || stored || !isTree(root)) return [];
  return [
    problem(
      [],
      'names no assistant',
      'add assistant: with a prompt, or the assistant_id of a stored one',
    ),
  ];
}

function retryTwice(root: unknown): CampaignProblem[] {
  const both = RETRY_PLACES.every((place) => given(root, ...place));
  if (!both) return [];
  const message = 'is given at the top and inside assistant';
  return [problem(['assistant', 'call_retry_config'], message, 'keep one of the two')];
}

/** Minutes of an edge as written, or of its default; null when it is no time. */
function edge(value: unknown, as: 'start' | 'end'): number | null {
  const text = value ?? (as === 'start' ? DEFAULT_WINDOW_START : DEFAULT_WINDOW_END);
  const time = typeof text === 'string' ? parseTimeOfDay(text, as) : null;
  return time !== null && time.ok ? time.minutes : null;
}

function window(root: unknown, keys: Keys): CampaignProblem[] {
  const opens = valueAt(root, [...keys, 'calling_window_start_time']);
  const closes = valueAt(root, [...keys, 'calling_window_end_time']);
  const start = edge(opens, 'start');
  const end = edge(closes, 'end');
  if (start === null || end === null) return [];
  if (start === end) {
    const fix = 'write two different times; the whole day is 00:00 to 24:00';
    return [problem(keys, 'starts and ends at the same time', fix)];
  }
  // A window that passes midnight must be meant, so a default never makes one.
  if (end > start || (opens !== undefined && closes !== undefined)) return [];
  const [missing, other] = closes === undefined ? ['end', 'start'] : ['start', 'end'];
  const fallback = closes === undefined ? DEFAULT_WINDOW_END : DEFAULT_WINDOW_START;
  const message = `has no ${missing} time, and the default ${fallback} does not fit its ${other} time`;
  return [problem(keys, message, `add calling_window_${missing}_time`)];
}

function noZone(keys: Keys, zone: string, zoneExists: ZoneExists): CampaignProblem {
  const likely = zoneExists(zone.trim().replaceAll(/\s+/g, '_'));
  const fix = likely === null ? 'write an IANA name, like Europe/Paris' : `did you mean ${likely}?`;
  return problem(keys, `${shown(zone)} is not a time zone`, fix);
}

function nonGeographic(root: unknown, zoneExists: ZoneExists): CampaignProblem[] {
  const keys = ['non_geographic'];
  const zone = valueAt(root, keys);
  if (typeof zone !== 'string' || zone.trim() === '' || zone === SKIP) return [];
  return zoneExists(zone) === null ? [noZone(keys, zone, zoneExists)] : [];
}

function retry(root: unknown, zoneExists: ZoneExists): CampaignProblem[] {
  return RETRY_PLACES.flatMap((place) => {
    const windows = [...place, 'calling_windows'];
    const found = listAt(root, windows).flatMap((_, i) => window(root, [...windows, i]));
    const keys = [...place, 'timezone'];
    const zone = valueAt(root, keys);
    if (typeof zone !== 'string' || zone.trim() === '' || zoneExists(zone) !== null) return found;
    return [...found, noZone(keys, zone, zoneExists)];
  });
}

function voiceSpeed(root: unknown): CampaignProblem[] {
  const keys = ['assistant', 'voice', 'speed'];
  const speed = valueAt(root, keys);
  const provider = valueAt(root, ['assistant', 'voice', 'provider']);
  const range =
    typeof provider === 'string' && Object.hasOwn(VOICE_SPEED, provider)
      ? VOICE_SPEED[provider]
      : undefined;
  if (typeof speed !== 'number' || range === undefined) return [];
  // Outside of every provider's range the schema has spoken already.
  if (speed < 0.6 || speed > 1.5 || (speed >= range.min && speed <= range.max)) return [];
  const message = `${speed} is outside the range of ${String(provider)}`;
  return [problem(keys, message, `write ${range.min} to ${range.max}`)];
}

function firstSentence(root: unknown): CampaignProblem[] {
  const keys = ['assistant', 'first_sentence_mode'];
  if (valueAt(root, keys) !== 'static') return [];
  const sentence = valueAt(root, ['assistant', 'first_sentence']);
  if (typeof sentence === 'string' ? sentence.trim() !== '' : sentence !== undefined) return [];
  const message = 'static speaks first_sentence as it stands, and there is none';
  return [problem(keys, message, 'add first_sentence')];
}

function keyColumn(root: unknown): CampaignProblem[] {
  const column = given(root, 'concurrency', 'key_column');
  const limit = given(root, 'concurrency', 'max_per_key');
  if (column === limit) return [];
  return column
    ? [problem(['concurrency', 'key_column'], 'has no limit', 'add max_per_key: 1')]
    : [problem(['concurrency', 'max_per_key'], 'is given without key_column', 'add key_column')];
}

function providerRetries(root: unknown): CampaignProblem[] {
  if (!given(root, 'provider_retries') || !given(root, 'assistant')) return [];
  if (given(root, 'assistant_id')) return [];
  const message = 'is only for assistant_id: an inline assistant makes one attempt for each order';
  return [problem(['provider_retries'], message, 'remove it')];
}

function voicemail(root: unknown): CampaignProblem[] {
  if (!given(root, 'voicemail') || !given(root, 'assistant_id') || given(root, 'assistant'))
    return [];
  const message = 'is only for an inline assistant: a stored one speaks its own message every time';
  return [problem(['voicemail'], message, 'remove it')];
}

/** What stands in `more` would replace what is checked: the hours, the prompt, who is asked not to be called. */
function uncheckedFields(root: unknown): CampaignProblem[] {
  const more = valueAt(root, ['assistant', 'more']);
  if (!isTree(more)) return [];
  const known = [...Object.keys(assistantSchema.shape), 'assistant_id'];
  return Object.keys(more).flatMap((field) => {
    if (!known.includes(field)) return [];
    const fix =
      field === 'more' || field === 'assistant_id'
        ? 'remove it'
        : 'write it under assistant, without more';
    return [problem(['assistant', 'more', field], 'is a field that is checked', fix)];
  });
}

/** Headers are compared as people see them. */
const sameHeader = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase();

const MEANT = ['do_not_call', 'consent'] as const;

/** The headers under one of these keys, in whichever of its shapes they are written. */
function meant(root: unknown, name: (typeof MEANT)[number]): unknown[] {
  const keys = ['columns', name];
  const value = valueAt(root, keys);
  return [value, ...listAt(root, keys)].map((one) => (isTree(one) ? one['column'] : one));
}

function ignoredColumns(root: unknown): CampaignProblem[] {
  const variables = valueAt(root, ['columns', 'variables']);
  const used = [
    valueAt(root, ['columns', 'phone']),
    ...listAt(root, ['columns', 'phone']),
    ...SINGLE_COLUMNS.map((name) => valueAt(root, ['columns', name])),
    ...listAt(root, ['columns', 'metadata']),
    ...MEANT.flatMap((name) => meant(root, name)),
    ...(isTree(variables) ? Object.values(variables) : []),
    valueAt(root, ['concurrency', 'key_column']),
  ].filter((header) => typeof header === 'string');
  return listAt(root, ['columns', 'ignore']).flatMap((header, i) => {
    if (typeof header !== 'string' || !used.some((other) => sameHeader(other, header))) return [];
    const message = `${shown(header)} is ignored here and used elsewhere in the campaign`;
    return [problem(['columns', 'ignore', i], message, 'remove one of the two')];
  });
}

export function crossChecks(root: unknown, zoneExists: ZoneExists): CampaignProblem[] {
  return [
    ...whoSpeaks(root),
    ...retryTwice(root),
    ...retry(root, zoneExists),
    ...nonGeographic(root, zoneExists),
    ...voiceSpeed(root),
    ...firstSentence(root),
    ...uncheckedFields(root),
    ...keyColumn(root),
    ...providerRetries(root),
    ...voicemail(root),
    ...ignoredColumns(root),
  ];
}
