import { reasonCode, storeReason } from '../../../src/domain/run/reason.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { admit } from '../../../src/app/people/admit.ts';
import type { StatedConsent } from '../../../src/domain/contact/consent.ts';
import type { NewContact } from '../../../src/domain/contact/contact.ts';
import { Schedules } from '../../../src/domain/schedule/schedules.ts';
import type { Calling } from '../../../src/domain/schedule/timeline.ts';
import type { SqliteLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../src/ports/session.ts';
import { aContact, aFile, aRow, aRun, DAY, HOUR, memoryLedger, START } from '../world/setup.ts';

const { rules, law } = loadReference();
const STATED = { basis: 'customers', statement: 'They agreed.' };
const FLORIDA = { group: 'America/New_York|US-FL' };
/** No rule is known there. */
const URUGUAY = { group: 'America/Montevideo|UY' };

let ledger: SqliteLedger;
beforeEach(() => {
  ledger = memoryLedger();
});
afterEach(() => {
  ledger.close();
});

const weekly = { windows: [{ start: 600, end: 1080 }], days: [1, 2, 3, 4, 5] };

function admission(
  session: Session,
  change: { consent?: StatedConsent | null; calling?: Partial<Calling>; now?: number } = {},
) {
  const calling = { weekly, delaysMs: [0], zone: null, ...change.calling };
  const schedules = new Schedules(rules, calling, law);
  const campaign = { consent: change.consent ?? null, leavesReachedMs: 0 };
  return { ledger, session, schedules, campaign, now: change.now ?? START };
}

const consented = (at: number | null): Pick<NewContact, 'consent'> => ({
  consent: { text: 'as written', at, source: null },
});

async function reasons(session: Session): Promise<Record<string, number>> {
  const { reasons: all } = await ledger.counts(session.runId);
  return Object.fromEntries(
    all.map(({ state, reason, count }) => [`${state}: ${reasonCode(reason) ?? reason}`, count]),
  );
}

describe('where a rule asks for consent', () => {
  test('nobody is called without a date, or with one in the future or that nobody can read', async () => {
    const session = await aRun(ledger, [
      aContact(1, FLORIDA),
      aContact(2, { ...FLORIDA, ...consented(START - DAY) }),
      aContact(3, { ...FLORIDA, ...consented(START + DAY) }),
      aContact(4, { ...FLORIDA, ...consented(null) }),
      aContact(5, URUGUAY),
    ]);
    expect(await admit(admission(session))).toEqual([
      '3 contacts are skipped: no consent on record',
    ]);
    expect(await reasons(session)).toEqual({ 'skipped: consent_missing': 3 });
    expect((await ledger.states(session.runId)).pending).toBe(2);
  });

  test('a consent that the campaign states holds for everybody, and brings back who was skipped', async () => {
    const session = await aRun(ledger, [aContact(1, FLORIDA), aContact(2, FLORIDA)]);
    await admit(admission(session));
    expect(await admit(admission(session, { consent: STATED }))).toEqual([
      '2 contacts who were skipped may be called now, and wait again',
    ]);
    expect((await ledger.states(session.runId)).pending).toBe(2);
    expect(await admit(admission(session, { consent: STATED }))).toEqual([]);
  });

  test('one in the future counts from its day on, and the moment to wait for is kept', async () => {
    const later = { ...FLORIDA, ...consented(START + DAY), notBefore: START + 3 * DAY };
    const session = await aRun(ledger, [aContact(1, later)]);
    await admit(admission(session));
    expect((await ledger.states(session.runId)).skipped).toBe(1);
    await admit(admission(session, { now: START + DAY }));
    const { nextNotBefore } = await ledger.horizon(session.runId, [FLORIDA.group]);
    expect(nextNotBefore).toBe(START + 3 * DAY);
  });

  test('anyone who was skipped for another reason stays skipped', async () => {
    const session = await aRun(ledger, [aContact(1, FLORIDA)]);
    await ledger.skipGroup(session, FLORIDA.group, { reason: 'because', now: START });
    expect(await admit(admission(session, { consent: STATED }))).toEqual([]);
    expect(await reasons(session)).toEqual({ 'skipped: because': 1 });
  });

  test('more people than one page are looked through', async () => {
    const people = Array.from({ length: 100 }, (_, i) => aContact(i, FLORIDA));
    const more = Array.from({ length: 1_150 }, (_, i) =>
      aContact(1, { ...FLORIDA, e164: `+1305${String(5_550_000 + i)}` }),
    );
    const session = await aRun(ledger, [...people, ...more]);
    await admit(admission(session));
    expect((await ledger.states(session.runId)).skipped).toBe(1_250);
  });
});

describe('anyone who refuses consent in their row', () => {
  const refusing = { consent: { text: 'Opted out', at: null, source: null } };
  const unreadable = { consent: { text: 'yes', at: null, source: null } };

  test('is not called though the campaign states a consent, nor where no rule asks for one', async () => {
    const session = await aRun(ledger, [
      aContact(1, FLORIDA),
      aContact(2, { ...FLORIDA, ...refusing }),
      aContact(3, { ...FLORIDA, ...unreadable }),
      aContact(4, { ...URUGUAY, ...refusing }),
      aContact(5, URUGUAY),
    ]);
    expect(await admit(admission(session, { consent: STATED }))).toEqual([
      '2 contacts are skipped: consent refused in the row',
    ]);
    expect(await reasons(session)).toEqual({ 'skipped: consent_refused': 2 });
    expect((await ledger.states(session.runId)).pending).toBe(3);
  });

  test('is told apart from who has no consent, and is not brought back by a statement', async () => {
    const session = await aRun(ledger, [
      aContact(1, { ...FLORIDA, ...refusing }),
      aContact(2, FLORIDA),
    ]);
    expect(await admit(admission(session))).toEqual([
      '1 contact is skipped: no consent on record',
      '1 contact is skipped: consent refused in the row',
    ]);
    expect(await admit(admission(session, { consent: STATED }))).toEqual([
      '1 contact who was skipped may be called now, and waits again',
    ]);
    expect(await reasons(session)).toEqual({ 'skipped: consent_refused': 1 });
  });
});

describe('the claim', () => {
  const request = {
    now: START,
    prefer: 'first',
    freeKeys: [],
    repeatAfterMs: 0,
    definition: 1,
  } as const;
  const open = { ...FLORIDA, ringsUntil: START + HOUR, permit: '10:00-18:00' };

  test('looks once more: somebody who came to wait later is not called without consent', async () => {
    const session = await aRun(ledger, [
      aContact(1, FLORIDA),
      aContact(2, { ...FLORIDA, ...consented(START) }),
    ]);
    const groups = [
      {
        ...open,
        consent: { missing: storeReason({ code: 'consent_missing', rules: 'US' }), since: null },
      },
    ];
    const claim = await ledger.claim(session, { ...request, groups });
    expect(claim?.e164).toBe(aContact(2).e164);
    expect(await reasons(session)).toEqual({ 'skipped: consent_missing': 1 });
  });

  test('calls nobody who refused consent and came to wait later, though none is asked for', async () => {
    const refusing = { consent: { text: 'no', at: null, source: null } };
    const session = await aRun(ledger, [
      aContact(1, { ...FLORIDA, ...refusing }),
      aContact(2, FLORIDA),
    ]);
    const claim = await ledger.claim(session, { ...request, groups: [open] });
    expect(claim?.e164).toBe(aContact(2).e164);
    expect(await reasons(session)).toEqual({ 'skipped: consent_refused': 1 });
  });

  test('tries nobody again whose row, read again while the call was live, refuses consent', async () => {
    const session = await aRun(ledger, [aContact(1, FLORIDA)]);
    const claim = await ledger.claim(session, { ...request, groups: [open] });
    const refusing = { ...FLORIDA, consent: { text: 'stop', at: null, source: null } };
    const file = { ...aFile, path: '/tmp/a-run.csv', hash: 'read again' };
    const { fileId } = await ledger.beginFile(session, file, START);
    const rows = [aRow(2, aContact(1, refusing))];
    await ledger.feedRows(session, fileId, { rows, now: START });
    await ledger.endFile(session, fileId, START);
    const back = { now: START, notBefore: START, reason: 'not sent' };
    await ledger.giveBack(session, claim?.key ?? '', back);
    const again = { ...request, prefer: 'again', groups: [open] } as const;
    expect(await ledger.claim(session, again)).toBeNull();
    expect(await reasons(session)).toEqual({ 'skipped: consent_refused': 1 });
  });
});

describe('hours that never open', () => {
  const sundays = { weekly: { ...weekly, days: [7] } };
  const france = { group: 'Europe/Paris|FR', ...consented(START) };

  test('are those of people whose clock nobody knows, until it is known', async () => {
    const session = await aRun(ledger, [aContact(1, { ...URUGUAY, group: '|UY', zones: [] })]);
    await admit(admission(session));
    expect(await reasons(session)).toEqual({
      'skipped: no_time_zone': 1,
    });
    const id = (await ledger.lookUp(session.runId, { by: 'number', e164: aContact(1).e164 }))[0];
    const place = { zones: ['America/Montevideo'], zoneSource: 'non_geographic', placeNote: null };
    const located = [{ contactId: id?.contactId ?? '', ...place, ...URUGUAY }];
    await ledger.relocate(session, located, 'another word of the campaign');
    await admit(admission(session));
    expect((await ledger.states(session.runId)).pending).toBe(1);
  });

  test('skip their people, and other hours bring them back', async () => {
    const session = await aRun(ledger, [aContact(1, france), aContact(2, URUGUAY)]);
    await admit(admission(session, { calling: sundays }));
    expect(await reasons(session)).toEqual({
      'skipped: never_open': 1,
    });
    await admit(admission(session));
    expect((await ledger.states(session.runId)).pending).toBe(2);
  });
});
