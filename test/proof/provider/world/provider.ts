import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Dice } from '../../sim/draw/dice.ts';
import { idFrom, orderOf, overAt, type Order } from './book.ts';
import { foreign } from './foreign.ts';
import type { Answer, Log } from '../log.ts';
import type { Loose } from './odd.ts';
import type { Script, Troubles } from './script.ts';
import { fault, searched, soughtIn } from './search.ts';
import { told } from './telling.ts';
import { broken, compressed, plainly, type Reply, type Sent } from './wire.ts';

const UNCLEAR = [
  '502 html',
  '500',
  '400 html',
  'cut',
  'drop',
  'reset',
  'empty',
  'no id',
  'garbage',
  'half gzip',
  'hang',
  '408 json',
  '409 json',
  '503 html',
];
const STOPS = [
  '303 html',
  '307 html',
  '301 json',
  '403 html',
  '403 json',
  '402 json',
  '404 html',
  '405 html',
  '407 html',
];
const REJECTED = ['429 json', '422 json', '429 html', '400 json', '401 json'];
const LOOKS = ['404', '500', 'garbage', 'cut', 'drop', 'reset', 'half gzip', '502 html', 'hang'];

const CALM: Troubles = {
  unclear: 0,
  stops: 0,
  rejected: 0,
  looks: 0,
  spells: 0,
  late: 0,
  hidden: 0,
  shapes: 0,
  times: 0,
  foreign: 0,
  compressed: 0,
  extra: 0,
};

interface Asked {
  readonly res: ServerResponse;
  readonly request: number;
  readonly body: Loose;
  readonly to: Answer['to'];
  readonly order: string | null;
}

/** A provider of voice calls that nobody should have to live with, on loopback. Everything it does is in its log. */
export class Provider {
  session = 0;
  readonly #orders = new Map<string, Order>();
  readonly #nth = new Map<string, number>();
  readonly #dice: Dice;
  #troubles: Troubles;
  #requests = 0;
  #met: () => void = () => undefined;
  readonly #server: Server;

  readonly script: Script;
  readonly log: Log;

  constructor(script: Script, log: Log) {
    this.script = script;
    this.log = log;
    this.#dice = new Dice(`answers ${script.seed}`);
    this.#troubles = script.troubles;
    this.#server = createServer((req, res) => {
      void this.#serve(req, res);
    });
    this.#server.on('clientError', (_, socket) => socket.destroy());
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api`;
  }

  /** The next process begins; resolves when it has asked for something. */
  begin(): Promise<void> {
    this.session += 1;
    this.log.add({ kind: 'begun', ...this.#now() });
    return new Promise((resolve) => {
      this.#met = resolve;
    });
  }

  /** From here on it answers as it should; what its orders are like stays. */
  heal(): void {
    this.#troubles = { ...CALM, compressed: this.#troubles.compressed };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await bodyOf(req);
    const request = ++this.#requests;
    this.#met();
    this.#stamp(res);
    const path = new URL(req.url ?? '/', 'http://x').pathname.replace(/^\/api/, '');
    const [, root, id, verb] = path.split('/');
    const asked = { res, request, body, order: null };
    if (root !== 'call') return this.#other(path, asked);
    if (req.method === 'POST' && id === undefined) return this.#post({ ...asked, to: 'post' });
    if (id === 'search') return this.#search({ ...asked, to: 'search' });
    if (id === undefined) return this.#list({ ...asked, to: 'list' });
    if (verb === 'cancel') return this.#cancel({ ...asked, to: 'cancel', order: id });
    this.#get({ ...asked, to: 'get', order: id });
  }

  #stamp(res: ServerResponse): void {
    res.sendDate = false;
    const { dateOffMs } = this.script;
    if (dateOffMs !== null) res.setHeader('date', new Date(Date.now() + dateOffMs).toUTCString());
  }

  #post(asked: Asked): void {
    const { body, request, res } = asked;
    const metadata = (body['metadata'] ?? {}) as Record<string, string>;
    const key = metadata['campaign_order_key'] ?? '';
    const number = String(body['phone_number']);
    this.log.add({ kind: 'post', ...this.#now(), request, key, number });
    const dice = this.#dice;
    const { unclear, stops, rejected } = this.#troubles;
    if (dice.happens(rejected)) {
      const reply = { status: 200, body: null };
      this.#answered(asked, broken(res, reply, dice.pick(REJECTED)), 'rejected');
      return;
    }
    const how = dice.happens(stops)
      ? dice.pick(STOPS)
      : dice.happens(unclear)
        ? dice.pick(UNCLEAR)
        : null;
    if (how !== null && dice.happens(0.4)) {
      this.#answered(asked, broken(res, fault(500, 'internal'), how), `${how}, not stored`);
      return;
    }
    const order = this.#store({ key, number, body, request });
    const reply = { status: 200, body: { call: told(order, Date.now()) } };
    if (how === null) this.#send(asked, reply);
    else this.#answered(asked, broken(res, reply, how), `${how}, stored`);
  }

  #store(wanted: {
    readonly key: string;
    readonly number: string;
    readonly body: Loose;
    readonly request: number;
  }): Order {
    const { key, number, request, body } = wanted;
    const nth = (this.#nth.get(number) ?? 0) + 1;
    this.#nth.set(number, nth);
    const seed = `${this.script.seed} ${number} ${nth}`;
    const dice = new Dice(seed);
    const id = this.script.numericIds ? String(90_001 + this.#orders.size) : idFrom(seed);
    const at = Date.now();
    const order = orderOf(dice, { id, body, key, number, at }, this.script.troubles);
    this.#orders.set(id, order);
    const { dials, endsAt } = order;
    const truth = { order: id, key, number, body, dials, endsAt };
    this.log.add({ kind: 'accepted', ...this.#now(), request, ...truth });
    return order;
  }

  #get(asked: Asked): void {
    const dice = this.#dice;
    const now = Date.now();
    const order = this.#orders.get(asked.order ?? '');
    if (order === undefined) {
      this.#send(asked, fault(404, 'not_found'));
      return;
    }
    const { spell } = order;
    const reply = { status: 200, body: { call: told(order, now) } };
    const ill = spell !== null && this.#troubles.spells > 0 && now >= spell.from && now < spell.to;
    if (ill) {
      this.#answered(asked, broken(asked.res, reply, spell.how), spell.how);
    } else if (dice.happens(this.#troubles.looks)) {
      const how = dice.pick(LOOKS);
      this.#answered(asked, broken(asked.res, reply, how), how);
    } else if (dice.happens(this.#troubles.foreign)) {
      const call = foreign(dice, order, this.#newestFirst(now));
      this.#send(asked, { status: 200, body: { call } }, 'foreign');
    } else this.#send(asked, reply);
  }

  #search(asked: Asked): void {
    const now = Date.now();
    const found = searched(this.script, {
      body: asked.body,
      orders: this.#newestFirst(now - this.script.searchLagMs),
      tell: (order) => told(order, now),
    });
    if (!this.#dice.happens(this.#troubles.looks)) this.#send(asked, found);
    else {
      const how = this.#dice.pick(LOOKS);
      this.#answered(asked, broken(asked.res, found, how), how);
    }
  }

  /** The attempts of all orders, without the ids of these. */
  #list(asked: Asked): void {
    const now = Date.now();
    const calls = this.#newestFirst(now).flatMap((order) => {
      const attempts = told(order, now)['call_attempts'];
      return Array.isArray(attempts) ? (attempts as unknown[]) : [];
    });
    this.#send(asked, { status: 200, body: { calls: calls.slice(0, 50) } });
  }

  #cancel(asked: Asked): void {
    const order = this.#orders.get(asked.order ?? '');
    const dice = this.#dice;
    const now = Date.now();
    if (order === undefined || dice.happens(this.#troubles.looks)) {
      this.#send(asked, dice.happens(0.5) ? fault(404, 'not_found') : fault(500, 'internal'));
      return;
    }
    if (now < overAt(order)) {
      order.cancelledAt = now;
      this.log.add({ kind: 'cancelled', ...this.#now(), order: order.id });
    }
    this.#send(asked, { status: 200, body: { call: told(order, now) } });
  }

  #other(path: string, asked: Omit<Asked, 'to'>): void {
    const reply =
      path === '/auth-status'
        ? { status: 200, body: { authenticated: true } }
        : fault(404, 'not_found');
    this.#send({ ...asked, to: 'other' }, reply, path);
  }

  #send(asked: Asked, reply: Reply, how = 'well'): void {
    const packed = this.#dice.happens(this.#troubles.compressed);
    const sent = packed
      ? compressed(asked.res, reply, this.#dice.pick(['gzip', 'deflate']))
      : plainly(asked.res, reply);
    this.#answered(asked, sent, how);
  }

  #answered({ res, body, request, to, order }: Asked, sent: Sent, how: string): void {
    // What is said is kept as it was: the order goes on to change.
    const said = structuredClone(sent);
    const { session } = this;
    const sought = to === 'search' ? { sought: soughtIn(body) } : {};
    const add = (): void => {
      const answer = { session, request, to, order, ...sought, ...said, how };
      this.log.add({ kind: 'answer', at: Date.now(), ...answer });
    };
    // Nobody knows that no answer comes before the connection is closed.
    if (how.startsWith('hang')) res.once('close', add);
    else add();
  }

  #newestFirst(until: number): Order[] {
    return [...this.#orders.values()].filter(({ acceptedAt }) => acceptedAt <= until).reverse();
  }

  #now(): { readonly at: number; readonly session: number } {
    return { at: Date.now(), session: this.session };
  }
}

async function bodyOf(req: IncomingMessage): Promise<Loose> {
  let text = '';
  for await (const chunk of req) text += String(chunk);
  try {
    return JSON.parse(text) as Loose;
  } catch {
    return {};
  }
}
