import { loadDriver } from '../../../src/adapters/sqlite/load-driver.ts';
import { cell, lines, repeated, tally, type Line } from '../../cli/desk/reading-back.ts';
import type { Recorded, Scene } from './scene.ts';

/** What became of a run, by the books of the provider on one side and the export on the other. */
export interface Verdict {
  readonly orders: number;
  readonly rings: number;
  /** Orders of one key, or of one number that was called while another call of it was live. */
  readonly duplicates: number;
  /** The most orders of one number whose phone rang. */
  readonly mostRings: number;
  readonly neverRang: number;
  /** Rows of the file that are not in the export with a state that is an end. */
  readonly lost: number;
  /** Orders the provider has and the export does not name, of people who are not uncertain. */
  readonly unknown: number;
  /** People who are not uncertain, and whose phone rang more often than the export says. */
  readonly untold: number;
  readonly uncertain: number;
  /** Of those, people whose last order the provider has: a phone rang and nobody found out. */
  readonly uncertainPlaced: number;
  /** Sends whose answer said nothing sure. */
  readonly ambiguous: number;
  /** Most calls that were live at once, of all sessions together. */
  readonly mostLive: number;
  readonly states: Readonly<Record<string, number>>;
}

interface Attempt {
  readonly started_at?: string | null;
  readonly ended_at?: string | null;
}

/** An order with what the provider says of it in the end. */
interface Known extends Recorded {
  readonly key: string;
  readonly rang: boolean;
  /** Infinity: it has no end. */
  readonly overAt: number;
}

const ENDS = ['reached', 'exhausted', 'failed', 'skipped', 'cancelled', 'uncertain'];
const OVER = ['completed', 'errored', 'cancelled', 'canceled'];
const AT_ONCE = 16;

async function inTheEnd(scene: Scene, order: Recorded): Promise<Known> {
  const answer = (await scene.ask(`/api/call/${order.id}`)) as {
    call: { status: string; call_attempts: readonly Attempt[] };
  };
  const { status, call_attempts: attempts } = answer.call;
  const ends = attempts.map((one) => Date.parse(one.ended_at ?? ''));
  return {
    ...order,
    key: order.metadata['campaign_order_key'] ?? '',
    rang: attempts.some((one) => typeof one.started_at === 'string'),
    overAt: OVER.includes(status) ? Math.max(Date.parse(order.at), ...ends) : Infinity,
  };
}

async function allInTheEnd(scene: Scene): Promise<Known[]> {
  const recorded = scene.recorded();
  const known: Known[] = [];
  for (let i = 0; i < recorded.length; i += AT_ONCE) {
    const some = recorded.slice(i, i + AT_ONCE);
    known.push(...(await Promise.all(some.map((order) => inTheEnd(scene, order)))));
  }
  return known;
}

function byNumber(orders: readonly Known[]): Known[][] {
  const numbers = new Map<string, Known[]>();
  for (const order of orders) {
    const some = numbers.get(order.phone_number);
    if (some === undefined) numbers.set(order.phone_number, [order]);
    else some.push(order);
  }
  return [...numbers.values()];
}

/** Orders of one number that were placed before the one before them was over. */
const besideAnother = (orders: readonly Known[]): number =>
  orders.filter((order, i) => i > 0 && Date.parse(order.at) < (orders[i - 1]?.overAt ?? 0)).length;

function ambiguousIn(path: string): number {
  const db = new (loadDriver())(path, { readonly: true });
  try {
    const sql = `select count(*) from evidence where source = 'post' and provider_id is null`;
    return Number(db.prepare(sql).pluck().get());
  } finally {
    db.close();
  }
}

async function exported(scene: Scene): Promise<Line[]> {
  const { code, out, err } = await scene.run(['export', '-o', '-']);
  if (code !== 0) throw new Error(`the export ended with ${code}: ${err}`);
  return lines(out);
}

export async function judge(scene: Scene): Promise<Verdict> {
  const [orders, rows] = [await allInTheEnd(scene), await exported(scene)];
  const numbers = byNumber(orders);
  const uncertain = new Set(
    rows.filter((row) => cell(row, 'call_state') === 'uncertain').map((row) => cell(row, 'phone')),
  );
  const named = new Set(rows.flatMap((row) => cell(row, 'call_provider_ids').split(/[ ,;|]+/)));
  const ended = new Set(
    rows.filter((row) => ENDS.includes(cell(row, 'call_state'))).map((row) => cell(row, 'phone')),
  );
  const unknown = orders.filter(({ id }) => !named.has(id));
  const report = (await scene.ask('/sandbox/report')) as { live: { most: number } };
  return {
    orders: orders.length,
    rings: orders.filter(({ rang }) => rang).length,
    duplicates:
      repeated(orders.map(({ key }) => key)).length +
      numbers.reduce((sum, some) => sum + besideAnother(some), 0),
    mostRings: Math.max(...numbers.map((some) => some.filter(({ rang }) => rang).length)),
    neverRang: orders.filter(({ rang }) => !rang).length,
    lost: scene.numbers.filter((number) => !ended.has(number)).length,
    unknown: unknown.filter((order) => !uncertain.has(order.phone_number)).length,
    untold: rows.filter((row) => {
      const orders = numbers.find(([one]) => one?.phone_number === cell(row, 'phone')) ?? [];
      const rings = orders.filter(({ rang }) => rang).length;
      const told = Number(cell(row, 'call_attempts'));
      return !uncertain.has(cell(row, 'phone')) && told < rings;
    }).length,
    uncertain: uncertain.size,
    uncertainPlaced: unknown.filter((order) => uncertain.has(order.phone_number)).length,
    ambiguous: ambiguousIn(scene.ledger),
    mostLive: report.live.most,
    states: tally(rows.map((row) => cell(row, 'call_state'))),
  };
}
