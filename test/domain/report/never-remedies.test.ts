import { describe, expect, test } from 'vitest';
import { whySkip } from '../../../src/app/people/feed.ts';
import { ON_DO_NOT_CALL, onSuppressList } from '../../../src/domain/schedule/admission.ts';
import { CONSENT_REFUSED } from '../../../src/domain/contact/consent.ts';
import { OPT_OUT_REASON } from '../../../src/domain/order/opt-out.ts';
import { neverClusters } from '../../../src/domain/report/never-clusters.ts';
import { neverRemedy, UNKNOWN } from '../../../src/domain/report/never-remedies.ts';
import type { NeverCause } from '../../../src/domain/run/reason-facts.ts';
import { hasCode, storeReason, type ReasonCode } from '../../../src/domain/run/reason.ts';
import { aContact } from '../../app/world/setup.ts';
import { SAMPLES } from '../run/table/reasons.ts';
import { loadCampaign } from '../campaign/campaign-text.ts';

const fedBack = (state: string) => ({ fedBack: { contact: 'c1', state } });
const skipped = [
  whySkip(aContact(1, { fictional: true }), true),
  whySkip(aContact(1, fedBack('reached')), false),
  whySkip(aContact(1, fedBack('uncertain')), false),
  whySkip(aContact(1, { zones: [], numberType: 'non_geographic' }), false),
  whySkip(aContact(1, { zones: [], numberType: 'mobile' }), false),
];

const CAUSES: readonly NeverCause[] = [
  { cause: 'too_short', minutes: 5 },
  { cause: 'timezone', zone: 'Asia/Tokyo' },
  { cause: 'blackout' },
  { cause: 'rules', rules: 'US-FL' },
  { cause: 'clocks' },
  { cause: 'together' },
];

/** Reasons that say themselves what somebody was, and where nothing is to be done. */
const UNNAMED: readonly ReasonCode[] = [
  'no_longer_on_live_list',
  'waiting_at_forecast_end',
  'under_way_at_forecast_end',
];

const REASONS = [
  ...SAMPLES.map((reason) => storeReason(reason)).filter((one) => !hasCode(one, UNNAMED)),
  ...skipped.map((why) => why ?? 'not skipped'),
  ...CAUSES.map((cause) =>
    storeReason({ code: 'never_open', zones: 'Europe/Paris', causes: [cause] }),
  ),
  ...['reached', 'exhausted', 'failed', 'cancelled', 'uncertain'].map((state) =>
    storeReason({ code: 'state_before', state, because: '' }),
  ),
];

describe('every reason for which somebody is never called', () => {
  test.each(REASONS)('names its remedy: %s', (why) => {
    const { text } = neverRemedy(why);
    expect(text).not.toBe(UNKNOWN.text);
    expect(text).toMatch(/\w[.:]$/);
  });

  test('one that is not known names where to look', () => {
    expect(neverRemedy('somebody typed this')).toBe(UNKNOWN);
  });

  test.each(REASONS)('what is to be pasted is a campaign: %s', (why) => {
    const lines = neverRemedy(why).paste?.lines ?? [];
    expect(loadCampaign(lines)).toMatchObject({ ok: true });
  });

  test('somebody’s own word is nothing that the operator takes away', () => {
    const firm = [CONSENT_REFUSED, ON_DO_NOT_CALL, OPT_OUT_REASON, onSuppressList('x.csv')];
    expect(firm.map((why) => neverRemedy(why).frees)).toEqual([false, false, false, false]);
  });
});

test('reasons with one remedy are told together, the most people first', () => {
  const of = (stored: string, count: number) => ({ stored, count, lines: [2] });
  const missing = (rules: string) => storeReason({ code: 'consent_missing', rules });
  const clusters = neverClusters([
    of(ON_DO_NOT_CALL, 4),
    of(missing('US'), 3),
    of(missing('FR'), 2),
  ]);
  expect(clusters.map(({ count, reasons }) => [count, reasons.length])).toEqual([
    [5, 2],
    [4, 1],
  ]);
});
