import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { whySkip } from '../../../src/app/people/feed.ts';
import {
  NO_CLOCK,
  ON_DO_NOT_CALL,
  onSuppressList,
} from '../../../src/domain/schedule/admission.ts';
import { CONSENT_REFUSED, withoutConsent } from '../../../src/domain/contact/consent.ts';
import { OPT_OUT_REASON } from '../../../src/domain/order/opt-out.ts';
import { neverClusters } from '../../../src/domain/report/never-clusters.ts';
import { neverRemedy, UNKNOWN } from '../../../src/domain/report/never-remedies.ts';
import {
  reasonCode,
  storeReason,
  type Reason,
  type ReasonCode,
} from '../../../src/domain/run/reason.ts';
import { reasonText } from '../../../src/domain/run/reason-text.ts';
import { limitTexts } from '../../../src/domain/law/limits.ts';
import { aContact } from '../../app/world/setup.ts';
import { loadCampaign } from '../campaign/campaign-text.ts';

const source = (path: string): string =>
  readFileSync(new URL(`../../../src/${path}`, import.meta.url), 'utf8');

/** Each sentence of the code that finds out why the hours never open, with its facts left out. */
const causes = [
  ...source('domain/schedule/never-cause.ts').matchAll(/\[\s*(?:'([^']+)'|`([^`]+)`|"([^"]+)")/g),
].map(([, a, b, c]) => (a ?? b ?? c ?? '').replaceAll(/\$\{[^}]+\}/g, 'X'));

const fedBack = (state: string) => ({ fedBack: { contact: 'c1', state } });
const skipped = [
  whySkip(aContact(1, { fictional: true }), true),
  whySkip(aContact(1, fedBack('reached')), false),
  whySkip(aContact(1, fedBack('uncertain')), false),
  whySkip(aContact(1, { zones: [], numberType: 'non_geographic' }), false),
  whySkip(aContact(1, { zones: [], numberType: 'mobile' }), false),
];

const asStored = (why: string) => ({ why: reasonText(why), code: reasonCode(why) });

/** One for each code: a code that is added makes this file wrong. */
const CODED: Readonly<Record<ReasonCode, Reason>> = {
  row_refused: { code: 'row_refused', column: 'DNC', value: 'Yes' },
  consent_too_old: { code: 'consent_too_old', days: 730, rules: 'ES' },
  number_tail_barred: { code: 'number_tail_barred', file: 'left.csv', row: 7 },
  other_number_barred: { code: 'other_number_barred', because: 'on the do-not-call list' },
  reached_by_other_run: { code: 'reached_by_other_run', run: 'spring', on: '2027-03-01' },
  same_phone: { code: 'same_phone', contact: 'c-7' },
  answers_unreadable: { code: 'answers_unreadable', said: 'no id', rings_until: '18:00' },
  status_unknown: { code: 'status_unknown', status: 'parked', rings_until: '18:00' },
  attempts_unseen: { code: 'attempts_unseen', counted: 2, shown: 1 },
  last_order_not_seen: { code: 'last_order_not_seen', said: '404' },
  last_order_unseen_for_a_day: { code: 'last_order_unseen_for_a_day', said: '404' },
  look_too_old: { code: 'look_too_old' },
  answers_unclear: { code: 'answers_unclear' },
  ended_without_attempt: { code: 'ended_without_attempt' },
  attempts_may_be_used: { code: 'attempts_may_be_used', made: 3, max: 3 },
  outcome_corrected: { code: 'outcome_corrected', order: 'k-1', was: 'busy', became: 'human' },
};

const REASONS = [
  ...Object.values(CODED).map(storeReason),
  ...skipped.map((why) => why ?? 'not skipped'),
  ...causes.map((cause) => `the calling hours never open in Europe/Paris: ${cause}`),
  NO_CLOCK,
  withoutConsent(['US', 'FR']) ?? '',
  CONSENT_REFUSED,
  ON_DO_NOT_CALL,
  onSuppressList('left.csv'),
  OPT_OUT_REASON,
  ...['reached', 'exhausted', 'failed'].map((state) => `${state} before: 3 of 3 attempts made`),
  ...['cancelled', 'uncertain', 'removed from the file'],
  'it is not known whether the order was placed: 502',
  ...limitTexts({
    caps: [],
    rests: [{ after: 'refusal', hours: null, perSubject: false, by: 'FR' }],
  }),
];

describe('every reason for which somebody is never called', () => {
  test('the causes are read from the code', () => {
    expect(causes).toHaveLength(6);
  });

  test.each(REASONS)('names its remedy: %s', (why) => {
    const { text } = neverRemedy(asStored(why));
    expect(text).not.toBe(UNKNOWN.text);
    expect(text).toMatch(/\w[.:]$/);
  });

  test('one that is not known names where to look', () => {
    expect(neverRemedy(asStored('somebody typed this'))).toBe(UNKNOWN);
  });

  test.each(REASONS)('what is to be pasted is a campaign: %s', (why) => {
    const lines = neverRemedy(asStored(why)).paste?.lines ?? [];
    expect(loadCampaign(lines)).toMatchObject({ ok: true });
  });

  test('somebody’s own word is nothing that the operator takes away', () => {
    const firm = [CONSENT_REFUSED, ON_DO_NOT_CALL, OPT_OUT_REASON, 'on the suppress list x.csv'];
    expect(firm.map((why) => neverRemedy(asStored(why)).frees)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

test('reasons with one remedy are told together, the most people first', () => {
  const of = (why: string, count: number) => ({ why, code: null, count, lines: [2] });
  const clusters = neverClusters([
    of(ON_DO_NOT_CALL, 4),
    of('no consent on record (US)', 3),
    of('no consent on record (FR)', 2),
  ]);
  expect(clusters.map(({ count, reasons }) => [count, reasons.length])).toEqual([
    [5, 2],
    [4, 1],
  ]);
});
