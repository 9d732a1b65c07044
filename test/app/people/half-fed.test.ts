import { expect, test } from 'vitest';
import { aContact, aFile, aRow, aRun, memoryLedger, START } from '../world/setup.ts';
import { aCampaign, aWorld } from '../world/world.ts';

test('a run whose file was not read to its end calls nobody, says so, and can go on', async () => {
  const world = await aWorld();
  const ledger = memoryLedger();
  const session = await aRun(ledger, [aContact(1)]);
  const cut = { ...aFile, hash: 'cut off', path: '/tmp/cut.csv' };
  const { fileId } = await ledger.beginFile(session, cut, START);
  await ledger.feedRows(session, fileId, { rows: [aRow(2, aContact(2))], now: START });
  const end = await world.session(ledger, session, aCampaign()).run();
  expect(end).toMatchObject({ how: 'stopped', exit: 3 });
  expect(end.why).toContain('not read to its end');
  expect((await ledger.states(session.runId)).pending).toBe(2);
  expect((await ledger.findRun(session.runId))?.finishedAt).toBeNull();
  await ledger.endFile(session, fileId, START);
  const again = await ledger.beginSession(session.runId, START);
  expect(await world.session(ledger, again, aCampaign()).run()).toMatchObject({ exit: 0 });
  await world.close();
  ledger.close();
});
