import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/open.ts';
import { Reserve } from '../../../src/adapters/sqlite/ledger/reserve.ts';
import {
  type SqliteLedger,
  openLedger,
  openLedgerToWork,
  toLedger,
  withReserve,
} from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aContact, aRun, START } from '../../app/world/setup.ts';

function places(): { ledger: string; reserve: string } {
  const folder = mkdtempSync(join(tmpdir(), 'reserve-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { ledger: join(folder, 'ledger.db'), reserve: join(folder, 'ledger.db.reserve') };
}

const claiming = {
  now: START,
  prefer: 'first',
  freeKeys: [],
  repeatAfterMs: 0,
  definition: 1,
} as const;
const anyGroup = async (ledger: SqliteLedger) =>
  (await ledger.groups('a-run')).map((group) => ({
    group,
    ringsUntil: START + 3_600_000,
    permit: 'all day',
  }));

/** A ledger whose disk is full from now on: SQLite may take no page more. */
async function aFullLedger() {
  const { ledger: path, reserve } = places();
  const roomy = openLedger(path, 'live');
  const session = await aRun(roomy, [aContact(1), aContact(2)]);
  const groups = await anyGroup(roomy);
  const claim = await roomy.claim(session, { ...claiming, subject: '', groups });
  roomy.close();
  const db = openDatabase(path, { synchronous: 'full' });
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${pages}`);
  const ledger = withReserve(toLedger(path, 'live', db), reserve);
  if (claim === null) throw new Error('nobody was claimed');
  return { ledger, session, claim, path, reserve };
}

it('what the provider said when the disk was full is known to the next session', async () => {
  const { ledger, session, claim, path, reserve } = await aFullLedger();
  const long = 'x'.repeat(100_000);
  await expect(
    ledger.evidence(claim.key, { source: 'post', providerId: null, raw: long, now: START }),
  ).rejects.toMatchObject({ name: 'LedgerError', code: 'storage' });
  await expect(
    ledger.accepted(session, claim.key, { source: 'post', providerId: 'order-7', now: START }),
  ).rejects.toMatchObject({
    code: 'storage',
    message: expect.stringContaining('the disk is full'),
  });
  ledger.close();

  const next = openLedgerToWork(path, 'live', reserve);
  await next.beginSession('a-run', START + 60_000);
  expect(await next.unsettled('a-run')).toMatchObject([
    { key: claim.key, state: 'placing', providerId: 'order-7' },
  ]);
  expect(readFileSync(reserve, 'utf8').trim()).toBe('');
  next.close();
});

it('a ledger that could not be written once is not written again, though a small write would fit', async () => {
  const { ledger, claim } = await aFullLedger();
  const raw = 'x'.repeat(100_000);
  const write = (text: string | null) =>
    ledger.evidence(claim.key, { source: 'get', providerId: null, raw: text, now: START });
  await expect(write(raw)).rejects.toMatchObject({ code: 'storage' });
  await expect(write(null)).rejects.toMatchObject({ code: 'storage' });
  expect((await ledger.states('a-run')).placing, 'it can still be read').toBe(1);
  ledger.close();
});

it('a reserve that was cut off in the middle of a line keeps the lines before it', () => {
  const { reserve: path } = places();
  const { reserve, found } = Reserve.open(path);
  expect(found).toEqual([]);
  const full = statSync(path).size;
  reserve.write({ key: 'a-1', providerId: 'order-1', at: 1 });
  reserve.write({ key: 'b-1', providerId: 'order-2', at: 2 });
  reserve.close();
  expect(statSync(path).size, 'it was written in place').toBe(full);
  const again = Reserve.open(path);
  expect(again.found.map(({ key }) => key)).toEqual(['a-1', 'b-1']);
  // A session that dies before the ledger has them leaves them where they are, and adds its own.
  again.reserve.write({ key: 'c-1', providerId: 'order-3', at: 3 });
  again.reserve.close();
  const third = Reserve.open(path);
  expect(third.found.map(({ key }) => key)).toEqual(['a-1', 'b-1', 'c-1']);
  third.reserve.clear();
  third.reserve.close();
  expect(Reserve.open(path).found).toEqual([]);
});
