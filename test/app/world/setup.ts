import { VirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { loadZoneRules } from '../../../src/adapters/reference/zones.ts';
import {
  type SqliteLedger,
  openLedger,
} from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { NewContact } from '../../../src/domain/contact/contact.ts';
import type { Claim, ClaimRequest } from '../../../src/ports/ledger/queue.ts';
import type { RowToFeed } from '../../../src/ports/ledger/intake.ts';
import type { Session } from '../../../src/ports/session.ts';

export const RULES = loadZoneRules(new URL('../../../data/reference/zones.json', import.meta.url));
/** A Tuesday, 10:00 in New York. */
export const START = Date.UTC(2026, 11, 1, 15, 0);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Claims anybody of New York, while their phones may ring for an hour. */
export const NEW_YORK_CLAIM: ClaimRequest = {
  now: START,
  groups: [{ group: 'America/New_York|', ringsUntil: START + HOUR, permit: '10:00-18:00' }],
  prefer: 'first',
  freeKeys: [],
  repeatAfterMs: 0,
  definition: 1,
};

/** A fictional person; the nth has the nth number of the range that is set aside for fiction. */
export function aContact(nth: number, change: Partial<NewContact> = {}): NewContact {
  const e164 = `+1212555${String(100 + (nth % 100)).padStart(4, '0')}`;
  return {
    e164,
    phoneColumn: 0,
    otherNumbers: [],
    name: null,
    region: 'US',
    numberType: 'fixed_or_mobile',
    fictional: true,
    completed: false,
    evidence: { timezone: null, postalCode: null, state: null, country: null },
    zones: ['America/New_York'],
    zoneSource: 'number',
    placeNote: null,
    group: 'America/New_York|',
    variables: { first_name: `Person ${nth}` },
    metadata: {},
    priority: 0,
    externalId: null,
    notBefore: null,
    concurrencyKey: null,
    consent: null,
    refusal: null,
    fedBack: null,
    ...change,
  };
}

export const aRow = (line: number, contact: NewContact | null): RowToFeed => ({
  line,
  cells: [contact?.e164 ?? 'nonsense'],
  contact,
  onlyIfJoined: false,
  skip: null,
  problems:
    contact === null
      ? [
          {
            line,
            column: 'phone',
            value: 'nonsense',
            code: 'letters',
            message: 'not a number',
            fix: null,
          },
        ]
      : [],
});

export const aFile = {
  path: '/tmp/a.csv',
  name: 'a.csv',
  hash: 'one',
  delimiter: ',',
  headers: ['phone'],
};

export async function aRun(
  ledger: SqliteLedger,
  contacts: readonly NewContact[],
  id = 'a-run',
): Promise<Session> {
  await ledger.createRun({
    id,
    name: id,
    label: null,
    releases: 'test',
    fingerprint: null,
    seed: null,
    now: START,
  });
  const session = await ledger.beginSession(id, START);
  await feedAll(ledger, session, contacts);
  return session;
}

export async function feedAll(
  ledger: SqliteLedger,
  session: Session,
  contacts: readonly NewContact[],
): Promise<void> {
  const file = {
    ...aFile,
    hash: JSON.stringify(contacts.map((c) => c.e164)),
    path: `/tmp/${session.runId}.csv`,
  };
  const { fileId } = await ledger.beginFile(session, file, START);
  const rows = contacts.map((contact, i) => aRow(i + 2, contact));
  await ledger.feedRows(session, fileId, { rows, now: START });
  await ledger.endFile(session, fileId, START);
}

export const memoryLedger = (): SqliteLedger => openLedger(':memory:', 'rehearsal');
export const virtualClock = (): VirtualClock => new VirtualClock(START);

/** Claims, after a look at the last order of the person if they had one (I13). */
export async function claimAfterLook(
  ledger: SqliteLedger,
  session: Session,
  request: ClaimRequest,
): Promise<Claim | null> {
  const claimed = await ledger.claimOrLook(session, request);
  if (claimed === null || !('lookAt' in claimed)) return claimed;
  await ledger.looked(session, claimed.lookAt.key, request.now);
  return await ledger.claim(session, request);
}
