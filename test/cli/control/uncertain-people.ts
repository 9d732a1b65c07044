import { openLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aContact, feedAll, HOUR, MINUTE, START } from '../../app/world/setup.ts';
import type { Desk } from '../desk/desk.ts';
import { CAMPAIGN } from '../desk/people.ts';

const GROUP = { group: 'America/New_York|', ringsUntil: START + HOUR, permit: '09:30-12:00' };

/** The campaign of the tests, for a file of numbers alone. */
const FITTING = CAMPAIGN.replaceAll('{{first_name}}', 'them').replace(
  '  external_id: external_id\n',
  '',
);

/** A rehearsal that stopped with so many people of whom nobody knows whether their phone rang. */
export async function uncertainPeople(desk: Desk, count: number): Promise<string[]> {
  const ledger = openLedger(desk.rehearsal, 'rehearsal');
  const contacts = Array.from({ length: count }, (_, i) => aContact(i + 1));
  await ledger.createRun({
    id: 'reminders',
    name: 'Reminders',
    label: null,
    releases: 'test',
    fingerprint: 'of these files',
    seed: 1,
    now: START,
  });
  const session = await ledger.beginSession('reminders', START);
  await feedAll(ledger, session, contacts);
  await ledger.saveDefinition(session, FITTING, START);
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const claim = await ledger.claim(session, {
      now: START,
      groups: [GROUP],
      prefer: 'first',
      freeKeys: [],
      repeatAfterMs: 0,
      definition: 1,
    });
    const why = { reason: 'the line went dead', now: START + MINUTE };
    await ledger.uncertain(session, claim?.key ?? '', why);
    ids.push(claim?.contactId ?? '');
  }
  const end = { now: START + 2 * MINUTE, how: 'stopped', finished: true };
  await ledger.endSession(session, end);
  ledger.close();
  return ids;
}
