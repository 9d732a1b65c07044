import { createHash } from 'node:crypto';
import type { Script } from '../../../../src/sandbox/model/order.ts';
import type { People } from '../../../../src/sandbox/people/people.ts';
import { promisesOf } from '../judge/check.ts';
import { smallPlan, type Profile } from './points.ts';
import { nameOf, TurnLife, Turns } from '../world/turns.ts';
import { theRun, World } from '../world/world.ts';

/** Whose turn it is at each step: the nth of those who wait, or nobody's, for the process dies. */
export type Path = readonly (number | 'crash')[];

export interface Explored {
  readonly states: number;
  readonly runs: number;
  readonly longest: number;
  /** False: the bound was reached first. */
  readonly complete: boolean;
  readonly broken: readonly string[];
}

/** A mailbox first, and then a human: two orders for each person. */
const TWICE: People = {
  meet: ({ nth }): Script => ({
    kind: 'answered',
    result: nth === 1 ? 'voicemail' : 'human',
    ringMs: 5_000,
    talkMs: 10_000,
    endedBy: 'agent',
    endReason: null,
  }),
};

const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Two people, two orders, one crash: the real session, ledger and sandbox, one turn at a time. */
class Play {
  readonly turns = new Turns(() => this.world.core);
  readonly world: World;
  readonly path: (number | 'crash')[] = [];
  over = false;
  crashed = false;

  constructor(profile: Profile) {
    const plan = smallPlan(profile, null);
    this.world = new World(
      {
        ...plan,
        runs: plan.runs.map((run) => ({ ...run, contacts: run.contacts.slice(0, 2) })),
        faults: [],
      },
      {
        people: TWICE,
        life: (core, name) => new TurnLife(core, name, this.turns),
        travel: (path) =>
          path === '/api/call'
            ? this.turns.take({ life: 'wire', where: path, hand: '' })
            : Promise.resolve(),
      },
    );
  }

  begin(): void {
    const { outcome } = this.world.begin(theRun(this.world), []);
    const epoch = this.world.lives.length;
    void outcome.then((how) => {
      if (this.world.lives.length !== epoch) return;
      this.over = true;
      if (how.kind === 'threw') this.world.broken.push(String(how.error));
    });
  }

  /** Until somebody waits for a turn, or everything is over. */
  async settle(): Promise<boolean> {
    do await turnOfTheLoop();
    while (this.turns.waiting.length === 0 && !this.over);
    return !this.over;
  }

  step(choice: number | 'crash'): void {
    this.path.push(choice);
    if (choice !== 'crash') return this.turns.give(choice);
    this.crashed = true;
    const [first] = this.world.lives;
    first?.life.die();
    this.turns.forget(first?.life.name ?? '');
    this.begin();
  }

  /** Everything that the rest of the run depends on, as far as it can be seen from outside. */
  state(): string {
    const { disk, record, core } = this.world;
    const rows = (sql: string): string => JSON.stringify(disk.db.prepare(sql).raw().all());
    const hash = createHash('sha1');
    hash.update(`${core.now()} ${this.crashed}`);
    hash.update(this.turns.waiting.map(nameOf).join('\n'));
    hash.update(
      rows(
        'select key, state, open, provider_id, cancel_asked_at, outcome from call_order order by key',
      ),
    );
    hash.update(rows('select id, state, tries, not_before from contact order by id'));
    hash.update(rows('select order_key, source, provider_id from evidence order by 1, 2, 3'));
    for (const { key, state } of record.orders.values())
      hash.update(`${key} ${JSON.stringify(state)}`);
    return hash.digest('base64');
  }
}

/** Depth first, each path played from its beginning; what has been seen is not gone through again. */
export async function explore(profile: Profile, bound: number): Promise<Explored> {
  const seen = new Set<string>();
  const ahead: Path[] = [[]];
  let runs = 0;
  let longest = 0;
  const broken: string[] = [];
  for (let path = ahead.pop(); path !== undefined && broken.length === 0; path = ahead.pop()) {
    if (seen.size >= bound) return { states: seen.size, runs, longest, complete: false, broken };
    runs += 1;
    const play = new Play(profile);
    try {
      const found = await follow(play, path, { seen, ahead });
      longest = Math.max(longest, play.path.length);
      if (found.length > 0) broken.push(...found, `path ${JSON.stringify(play.path)}`);
    } finally {
      await play.world.close();
    }
  }
  return { states: seen.size, runs, longest, complete: broken.length === 0, broken };
}

/** Plays a path, and from its end on always the first turn, until it meets a state that is known. */
async function follow(
  play: Play,
  path: Path,
  { seen, ahead }: { seen: Set<string>; ahead: Path[] },
): Promise<readonly string[]> {
  await play.world.prepare();
  play.begin();
  while (await play.settle()) {
    const at = play.path.length;
    const given = path[at];
    if (given !== undefined) {
      play.step(given);
      continue;
    }
    const state = play.state();
    if (seen.has(state)) return [];
    seen.add(state);
    for (let nth = 1; nth < play.turns.waiting.length; nth++) ahead.push([...play.path, nth]);
    if (!play.crashed) ahead.push([...play.path, 'crash']);
    play.step(0);
  }
  return [...play.world.broken, ...(await promisesOf(play.world)).broken];
}
