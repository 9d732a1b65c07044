import { basename, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openContactFile } from '../../../src/adapters/files/contacts/contact-file.ts';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { openLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { loadCampaignFile } from '../../../src/adapters/files/campaign-file.ts';
import { feed, type Fed } from '../../../src/app/people/feed.ts';
import { mapColumns } from '../../../src/domain/contact/columns/columns.ts';
import {
  aPreparedDesk,
  COUNT,
  exported,
  finish,
  killAt,
  RESUME,
  RUN,
} from '../desk/interrupted-run.ts';
import type { Desk } from '../desk/desk.ts';
import { numbers } from '../desk/people.ts';
import { cell, sandboxOrders } from '../desk/reading-back.ts';

const PATIENT = 60_000;

/**
 * Feeds a file to the run of this ledger. The command line of a rehearsal never does: to it a changed file is
 * another rehearsal. So this goes by the door behind it, to the same ledger file.
 */
async function feedTo(desk: Desk, name: string): Promise<Fed> {
  const reference = loadReference();
  const read = loadCampaignFile(desk.path('leads.yaml'), (zone) => reference.rules.canonical(zone));
  if (!read.ok) throw new Error(read.message);
  const path = resolve(desk.path(name));
  const file = await openContactFile(path);
  const mapped = mapColumns(file.headers, read.campaign);
  if (!mapped.ok) throw new Error(JSON.stringify(mapped.problems));
  const source = { ...file, path, name: basename(path), rows: () => file.rows() };
  const ledger = openLedger(desk.rehearsal, 'rehearsal');
  try {
    const now = await ledger.lastMoment('reminders');
    const session = await ledger.beginSession('reminders', now);
    const context = { columns: mapped.columns, campaign: read.campaign, reference, now };
    const fed = await feed({ ledger, session, readAs: '' }, source, context);
    await ledger.endSession(session, { now, how: 'fed', finished: false });
    return fed;
  } finally {
    ledger.close();
  }
}

it(
  'a number that a spreadsheet has mangled is restored by its call_contact, and is nobody new',
  async () => {
    const desk = aPreparedDesk();
    await killAt(desk, RUN, ['order_settled', 10]);
    expect((await desk.run(['export', '--rehearsal', '-o', 'results.csv'])).code).toBe(0);
    const [first = '', second = '', third = ''] = numbers(3);
    expect([first, second]).toEqual(['+12125550100', '+13055550100']);
    const mangled = desk
      .read('results.csv')
      .replace(first, '1.21256E+10')
      .replace(second, '13055550100.0')
      .replace(third, '1.9995E+10');
    desk.write('results.csv', mangled);
    const fed = await feedTo(desk, 'results.csv');
    // The third was changed into somebody else's digits: call_contact alone proves nothing.
    expect(fed).toMatchObject({ unchanged: false, joined: 0, elsewhere: COUNT - 1, invalid: 1 });
    await finish(desk, RESUME);
    const results = await exported(desk);
    const rows = results.slice(COUNT);
    expect(rows.slice(0, 3).map((row) => cell(row, 'call_state'))).toEqual([
      'duplicate',
      'duplicate',
      'invalid',
    ]);
    expect(new Set(sandboxOrders(desk.sandbox).map((order) => order.number)).size).toBe(COUNT);
  },
  PATIENT,
);
