import { storeReason } from '../../../src/domain/run/reason.ts';
import { expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { admit } from '../../../src/app/people/admit.ts';
import { Schedules } from '../../../src/domain/schedule/schedules.ts';
import { aContact, aRun, memoryLedger, START } from '../../app/world/setup.ts';

const { rules, law } = loadReference();

test('whom the rules leave no hour is skipped before anybody is called, and told which rules', async () => {
  const ledger = memoryLedger();
  const groups = ['America/Chicago|US-AL', 'America/Chicago|US-MO', 'Europe/Paris|FR'];
  const contacts = groups.map((group, nth) => aContact(nth, { group }));
  const session = await aRun(ledger, contacts);
  const sundays = { weekly: { windows: [{ start: 540, end: 1080 }], days: [7] } };
  const schedules = new Schedules(rules, { ...sundays, delaysMs: [0], zone: null }, law);
  const stated = { basis: 'customers', statement: 'They agreed.' };
  const campaign = { consent: stated, leavesReachedMs: 0 };
  expect(await admit({ ledger, session, schedules, campaign, now: START })).toEqual([
    '2 contacts can never be called in these hours',
  ]);
  const { states, reasons } = await ledger.counts(session.runId);
  expect(states).toMatchObject({ pending: 1, skipped: 2 });
  expect(reasons.map((one) => one.reason).sort()).toEqual([
    storeReason({
      code: 'never_open',
      causes: [{ cause: 'rules', rules: 'FR' }],
      zones: 'Europe/Paris',
    }),
    storeReason({
      code: 'never_open',
      causes: [{ cause: 'rules', rules: 'US-AL' }],
      zones: 'America/Chicago',
    }),
  ]);
  ledger.close();
});
