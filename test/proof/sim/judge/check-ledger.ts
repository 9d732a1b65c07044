import type { ContactRecord } from '../../../../src/domain/run/records.ts';
import type { Db } from '../../../../src/adapters/sqlite/open.ts';
import { peopleIn } from '../outside/files.ts';
import { ringsOf } from '../world/record.ts';
import { canList } from '../world/restore.ts';
import type { RunOnStage } from '../world/stage.ts';
import type { World } from '../world/world.ts';

const OVER = ['reached', 'exhausted', 'failed', 'skipped', 'cancelled', 'uncertain'];

interface Change {
  readonly seq: number;
  readonly at: number;
  readonly was: string;
  readonly became: string;
  readonly reason: string | null;
}

/** What the ledger says in the end, held against what the provider knows. */
export async function ledgerPromises(
  world: World,
): Promise<{ broken: string[]; uncertain: number }> {
  const broken = [
    ...knownOrders(world),
    ...changesAllowed(world.disk.db),
    ...sound(world.disk.db),
    ...writtenLater(world),
  ];
  let uncertain = 0;
  for (const run of world.runs) {
    const contacts: ContactRecord[] = [];
    for await (const row of world.disk.ledger.rows(run.id)) {
      if (row.contact !== null) contacts.push(row.contact);
    }
    broken.push(
      ...everybodyCounted(run, contacts),
      ...settledAsItWas(world, contacts),
      ...excused(world, contacts),
    );
    uncertain += contacts.filter((contact) => contact.state === 'uncertain').length;
  }
  return { broken, uncertain };
}

/** S14, L1: every row ends as a result or as a reason. */
function everybodyCounted(run: RunOnStage, contacts: readonly ContactRecord[]): string[] {
  const broken: string[] = [];
  const everybody = new Set(run.plan.contacts.map(({ e164 }) => e164));
  const wanted = run.file === null ? everybody : peopleIn(run.file);
  const had = new Set(contacts.map(({ e164 }) => e164));
  const lost = [...wanted].filter((e164) => !had.has(e164)).length;
  if (lost > 0) broken.push(`S14 ${lost} of ${wanted.size} people are lost`);
  if (contacts.length !== had.size) broken.push('S14 somebody is there twice');
  for (const { id, e164, state, reason } of contacts) {
    if (!everybody.has(e164)) broken.push(`S14 ${id} is of no row`);
    // Who is in the file no more waits until they are back.
    if (!OVER.includes(state) && wanted.has(e164))
      broken.push(`L1 ${id} is left ${state}: ${reason ?? ''}`);
  }
  return broken;
}

/** I5, S7: each result is the provider's, whole, and there once. */
function settledAsItWas(world: World, contacts: readonly ContactRecord[]): string[] {
  const broken: string[] = [];
  const byKey = new Map([...world.record.orders.values()].map((order) => [order.key, order]));
  const unknowable = world.restore.unknowable();
  for (const { id, state, outcome, orders } of contacts) {
    for (const order of orders) {
      if (order.key !== `${id}-${order.nth}`) broken.push(`I2 ${order.key} is no key of ${id}`);
      const real = byKey.get(order.key);
      const decided = world.others.decidedAt.has(order.key);
      const unknown = real !== undefined && unknowable.has(real.birth.number);
      const rang = real === undefined ? [] : ringsOf(real);
      for (const attempt of order.attempts) {
        const made = attempt.id.startsWith('unknown-');
        const same = rang.find((ring) => ring.id === attempt.id);
        if (!made && same === undefined) broken.push(`S7 ${order.key} has an attempt of nobody`);
        // A process whose clock was set does not believe the provider's times, but its own.
        if (same !== undefined && same.startedAt !== attempt.startedAt && !clocksAreSet(world))
          broken.push(`S7 ${order.key} has another beginning than it had`);
      }
      if (order.state === 'withdrawn' && rang.length > 0 && !decided && !unknown)
        broken.push(`promise 1: ${order.key} is withdrawn, and it rang`);
      const told = order.attempts.filter((attempt) => attempt.startedAt !== null).length;
      const late = real === undefined ? null : world.late.of(real.birth.id);
      const faults = [...Object.keys(real?.birth.faults ?? {}), ...(late === null ? [] : ['late'])];
      if (order.state === 'settled' && told < rang.length && faults.length === 0 && !decided)
        broken.push(`S7 ${order.key} rang ${rang.length} times, and the ledger has ${told}`);
    }
    if (state === 'reached' && outcome !== 'human')
      broken.push(`a person was reached by ${outcome}`);
  }
  return broken;
}

/** S4: nothing is with the provider that the ledger does not know or doubt. */
function knownOrders(world: World): string[] {
  const { record, disk, plan, restore } = world;
  const broken: string[] = [];
  const unknowable = restore.unknowable();
  const lost = new Set(canList(plan.search) ? [] : restore.lost().map(({ key }) => key));
  const state = disk.db.prepare('select state, provider_id as id from call_order where key = ?');
  const proof = disk.db.prepare('select 1 from evidence where order_key = ? and provider_id = ?');
  for (const { key, birth } of record.orders.values()) {
    const known = state.get(key) as { state: string; id: string | null } | undefined;
    if (unknowable.has(birth.number) || lost.has(key) || isStranger(world, birth.number)) continue;
    const isKnown =
      known?.id === birth.id || known?.state === 'uncertain' || world.others.decidedAt.has(key);
    if (!isKnown && proof.get(key, birth.id) === undefined && known?.state !== 'settled')
      broken.push(`S4 the ledger does not know ${key}: ${known?.state ?? 'no such order'}`);
  }
  return broken;
}

/**
 * Somebody who joined after a copy was made that came back, and who is in the file no more; or whom a list has ended
 * before the copy was compared. Neither is ordered again, and neither is looked up.
 */
function isStranger({ restore, disk }: World, number: string): boolean {
  if (restore.backAt === null) return false;
  const rows = disk.db.prepare<[string], string>('select state from contact where e164 = ?');
  return rows
    .pluck()
    .all(number)
    .every((state) => state === 'exhausted');
}

/** S6, S10: what is over stays so; `uncertain` ends by evidence or by a person alone. */
function changesAllowed(db: Db): string[] {
  const changes = db
    .prepare('select contact_seq as seq, at, was, became, reason from change order by id')
    .all() as Change[];
  const proof = db.prepare(
    `select 1 from evidence e join call_order o on o.key = e.order_key
     where o.contact_seq = ? and e.provider_id is not null`,
  );
  const word = db.prepare(
    `select 1 from request_done d join request r on r.id = d.request_id
     join contact c on c.id = r.contact_id where c.seq = ?`,
  );
  const broken: string[] = [];
  for (const { seq, was, became, reason } of changes) {
    // I5: what is settled is corrected towards a human, and a correction that changes no state is a change as well.
    const corrected = /outcome_corrected/.test(reason ?? '') && [was, 'reached'].includes(became);
    if (corrected) continue;
    // A list or a row that is not there any more bars nobody any more.
    if (was === 'skipped' && became === 'pending') continue;
    // A copy of the ledger may find that they were called since.
    if (was === 'skipped' && became === 'calling' && proof.get(seq) !== undefined) continue;
    const final = ['reached', 'skipped', 'cancelled'].includes(was);
    const account = /_permission|precondition_failed/.test(reason ?? '');
    if (final || (['failed', 'exhausted'].includes(was) && !account))
      broken.push(`S6 a contact that was ${was} became ${became}: ${reason ?? ''}`);
    if (was !== 'uncertain' || became === 'uncertain') continue;
    if (proof.get(seq) === undefined && word.get(seq) === undefined)
      broken.push(`S10 an uncertain contact became ${became} without evidence`);
  }
  return broken;
}

/** Somebody has set the clock of a process: the time it takes is not the right one. */
export const clocksAreSet = ({ plan }: World): boolean =>
  plan.runs
    .flatMap(({ chapters }) => chapters)
    .some((one) => one.strikes.some(({ kind }) => kind === 'jump'));

/** L4: nobody is uncertain without a fault of the provider, the wire or the computer that explains it. */
function excused(world: World, contacts: readonly ContactRecord[]): string[] {
  const broken: string[] = [];
  const { faults } = world.plan;
  const jumped = clocksAreSet(world);
  const died = new Set(
    world.lives
      .filter(({ life }) => life.dead || life.hurt || life.struck.some((s) => s.kind === 'freeze'))
      .map(({ life }) => life.name),
  );
  const byKey = new Map([...world.record.orders.values()].map((order) => [order.key, order]));
  for (const { state, reason, orders } of contacts) {
    const last = orders.at(-1);
    if (state !== 'uncertain' || last === undefined) continue;
    const order = byKey.get(last.key);
    const late = order === undefined ? null : world.late.of(order.birth.id);
    const ofOrder = Object.keys(order?.birth.faults ?? {}).length > 0 || late !== null;
    const unanswered = world.record.sends.some(
      (send) => send.key === last.key && (send.unclear || died.has(send.life)),
    );
    const fell = died.size > 0 && order === undefined;
    // Looks that take longer than they stay fresh permit nothing.
    const wire = faults.length > 0 || world.plan.slowestMs > 2_000;
    if (ofOrder || unanswered || fell || jumped || wire) continue;
    broken.push(`L4 ${last.key} is uncertain without a reason: ${reason ?? ''}`);
  }
  return broken;
}

/** S17: what the provider has said while the ledger could not be written is in it afterwards. */
function writtenLater({ disk, unwritten, lives, restore }: World): string[] {
  // What a ledger had taken from its reserve is lost with it when an older copy takes its place.
  if (restore.backAt !== null) return [];
  // A frozen process and its successor have one reserve: outside of a simulation the lock keeps them apart.
  if (lives.some(({ life }) => life.struck.some(({ kind }) => kind === 'freeze'))) return [];
  const proof = disk.db.prepare('select 1 from evidence where order_key = ? and provider_id = ?');
  return unwritten
    .filter(({ key, providerId }) => proof.get(key, providerId) === undefined)
    .map(({ key }) => `S17 the provider's id of ${key}, from the reserve, is lost`);
}

function sound(db: Db): string[] {
  const check = String(db.pragma('quick_check', { simple: true }));
  const foreign = (db.pragma('foreign_key_check') as unknown[]).length;
  return check === 'ok' && foreign === 0 ? [] : [`S14 quick_check ${check}, ${foreign} strays`];
}
