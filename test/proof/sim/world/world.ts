import { VirtualClock } from '../../../../src/adapters/clock/virtual-clock.ts';
import { remembering } from '../../../../src/adapters/sqlite/ledger/remembering.ts';
import {
  type SqliteLedger,
  withReserve,
} from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { RunSession, type SessionParts } from '../../../../src/app/session/session.ts';
import type { End } from '../../../../src/app/session/end.ts';
import { VOICE_API } from '../../../../src/adapters/revox/profile.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { Hints } from '../../../../src/ports/hints.ts';
import type { Session } from '../../../../src/ports/session.ts';
import { Sandbox } from '../../../../src/sandbox/engine/engine.ts';
import type { People } from '../../../../src/sandbox/people/people.ts';
import { Faults } from '../../../../src/sandbox/faults/faults.ts';
import { aFile, aRow, MINUTE, RULES } from '../../../app/world/setup.ts';
import { Dice } from '../draw/dice.ts';
import { Disk } from './disk.ts';
import { Life, type Strike } from './life.ts';
import { MemoryStore } from './memory-store.ts';
import { Network } from './network.ts';
import { Others } from './others.ts';
import { rowsToFeed } from '../outside/files.ts';
import { LateAnswers } from '../outside/late.ts';
import { suppressFile } from '../outside/lists.ts';
import { somePeople } from './people.ts';
import type { Plan } from '../draw/plan.ts';
import { Record } from './record.ts';
import { Restore } from './restore.ts';
import { RunOnStage, type Stage } from './stage.ts';
import { watched } from './watched-ledger.ts';

/** How the main function of a process came to its end. */
export type Outcome =
  | { readonly kind: 'ended'; readonly end: End }
  | { readonly kind: 'threw'; readonly error: unknown };

export interface Lived {
  readonly run: RunOnStage;
  readonly life: Life;
  readonly outcome: Promise<Outcome>;
}

/** What may be put in the place of chance. */
export interface Staging {
  readonly people?: People;
  readonly life?: (core: VirtualClock, name: string) => Life;
  /** How long a request, or its answer, is on its way. */
  readonly travel?: (path: string) => Promise<void>;
}

/** The provider, the computer and its disk, and time: everything that outlives a process. */
export class World implements Stage {
  readonly plan: Plan;
  readonly core: VirtualClock;
  readonly dice: Dice;
  readonly disk = new Disk();
  readonly faults: Faults;
  readonly record: Record;
  readonly late: LateAnswers;
  readonly sandbox: Sandbox;
  readonly runs: readonly RunOnStage[];
  readonly lives: Lived[] = [];
  readonly broken: string[] = [];
  readonly others: Others;
  readonly restore: Restore;
  /** Ids of the provider that no ledger could be given when they came. */
  readonly unwritten: { readonly key: string; readonly providerId: string }[] = [];
  readonly #open: SqliteLedger[] = [];
  /** Faults of the wire that are not the sandbox's. */
  refusals: number;
  readonly #network: Network;
  readonly #staging: Staging;

  constructor(plan: Plan, staging: Staging = {}) {
    this.plan = plan;
    this.#staging = staging;
    this.core = new VirtualClock(plan.startAt);
    this.dice = new Dice(`world ${plan.seed}`);
    this.faults = new Faults(plan.seed);
    for (const fault of plan.faults) this.faults.add(fault);
    this.refusals = plan.refusals;
    this.record = new Record((key) => this.disk.hasOrder(key));
    this.late = new LateAnswers(plan, this.record.orders);
    this.sandbox = new Sandbox({
      clock: this.core,
      store: new MemoryStore(this.record.see),
      rules: RULES,
      zoneOf: () => 'America/New_York',
      seed: plan.seed,
      idPrefix: 'rehearsal-',
      people: staging.people ?? somePeople(plan.seed),
      faults: this.faults,
      search: plan.search,
    });
    this.runs = plan.runs.map((run) => new RunOnStage(run));
    this.others = new Others(this);
    this.restore = new Restore(this);
    this.#network = new Network({
      core: this.core,
      sandbox: this.sandbox,
      faults: this.faults,
      record: this.record,
      late: this.late,
      dice: this.dice,
      profile: { ...VOICE_API, settleMs: plan.settleMs },
      slowestMs: plan.slowestMs,
      refusals: () => this.refusals,
      ...(staging.travel === undefined ? {} : { travel: staging.travel }),
    });
  }

  async prepare(): Promise<void> {
    this.sandbox.start();
    for (const { id } of this.runs) {
      const run = { id, name: id, label: null, releases: 'test', fingerprint: null, seed: null };
      await this.disk.ledger.createRun({ ...run, now: this.core.now() });
    }
    this.disk.sync();
    this.others.watchOver();
  }

  /** A new process begins to work on a run, with what will befall it. */
  begin(run: RunOnStage, strikes: readonly Strike[]): Lived {
    this.disk.sync();
    const name = `p${this.lives.length + 1}`;
    const life = this.#staging.life?.(this.core, name) ?? new Life(this.core, name, strikes);
    const outcome = this.#main(run, life).then(
      (end): Outcome => ({ kind: 'ended', end }),
      (error: unknown): Outcome => ({ kind: 'threw', error }),
    );
    const lived = { run, life, outcome };
    this.lives.push(lived);
    return lived;
  }

  async #main(run: RunOnStage, life: Life): Promise<End> {
    const ledger = remembering(this.#withReserve(run, watched(this, run, life)), run.lock);
    await ledger.recogniseCopy(life.clock.now());
    const session = await ledger.beginSession(run.id, life.clock.now());
    await this.#feed(ledger, session, { run, life });
    const begun = new RunSession(this.#parts({ run, life }, ledger, session));
    life.lists = run.lists;
    if (life.lists !== null) await begun.suppress([suppressFile(life.lists.suppressed)]);
    life.hand = {
      stop: () => begun.stop('stopped by SIGTERM'),
      act: () => this.others.act(run),
      cancel: (hangUp) => this.others.cancel(run, hangUp, life),
    };
    return await begun.run();
  }

  /** As a live session has its ledger; what the provider said and the ledger could not take is noted here. */
  #withReserve(run: RunOnStage, ledger: SqliteLedger): SqliteLedger {
    const noted: SqliteLedger = {
      ...ledger,
      accepted: async (...given) => {
        try {
          return await ledger.accepted(...given);
        } catch (cause) {
          this.unwritten.push({ key: given[1], providerId: given[2].providerId });
          throw cause;
        }
      },
      // Its reserve is closed with it, and the disk goes on.
      close: () => undefined,
    };
    const working = withReserve(noted, this.disk.reservePath(run.id));
    this.#open.push(working);
    return working;
  }

  async #feed(
    ledger: SqliteLedger,
    session: Session,
    { run, life }: { run: RunOnStage; life: Life },
  ): Promise<void> {
    const { file } = run;
    life.file = file;
    const now = life.clock.now();
    const facts = file === null ? aFile : { ...aFile, hash: `file ${file.from}` };
    const { fileId, known } = await ledger.beginFile(session, facts, now);
    if (known) return;
    const rows =
      file === null
        ? run.plan.contacts.map((contact, i) => aRow(i + 2, contact))
        : rowsToFeed(file);
    const half = rows.length >> 1;
    await ledger.feedRows(session, fileId, { rows: rows.slice(0, half), now });
    await ledger.feedRows(session, fileId, { rows: rows.slice(half), now });
    await ledger.endFile(session, fileId, now);
  }

  #parts(
    { run, life }: { run: RunOnStage; life: Life },
    ledger: SqliteLedger,
    session: Session,
  ): SessionParts {
    const { clock } = life;
    return {
      ledger,
      session,
      clock,
      api: this.#network.apiFor({ life, session }),
      wall: this.#wallOf(clock),
      hints: this.#hintsFor(life),
      report: {
        tell: (event) => {
          if (/\+\d{7}/.test(JSON.stringify(event))) this.broken.push(`I9 an event shows a number`);
        },
      },
      campaign: run.campaign,
      ...(run.accepted === null ? {} : { restoredAccepted: run.accepted }),
      definition: 1,
      reference: { rules: RULES } as SessionParts['reference'],
      releases: 'test',
    };
  }

  /**
   * Requests are looked for each half hour only, so that a night costs few steps: each gate looks as well. A cancel
   * is seen as soon as in the product, also one that comes while the look before it is under way.
   */
  #wallOf(clock: Clock): Clock {
    let seen = this.others.cancels;
    return {
      ...clock,
      sleep: async (at, wait) => {
        const soon = at - clock.now();
        const asked =
          this.others.cancels > seen || (await this.others.watched(clock, at + 30 * MINUTE, wait));
        seen = this.others.cancels;
        if (asked) await clock.sleep(clock.now() + soon, wait);
      },
    };
  }

  /** As webhooks come: late, twice, in any order, or never. */
  #hintsFor(life: Life): Hints {
    const { core, dice, sandbox, plan } = this;
    if (plan.hintsComplete) return sandbox.turns;
    let nth = 0;
    const listen: Hints['listen'] = (id, heard) =>
      sandbox.hints.listen(id, () => {
        for (let copies = dice.whole(0, 2); copies > 0; copies--) {
          nth += 1;
          const at = core.now() + dice.spread(1, 120_000);
          void core.sleep(at, { key: `hint ${nth}` }).then(() => {
            if (!life.dead && !life.frozen) heard();
          });
        }
      });
    return { complete: false, listen };
  }

  async close(): Promise<void> {
    this.others.leave();
    for (const { life } of this.lives) life.die();
    await this.sandbox.stop();
    for (const ledger of this.#open) ledger.close();
    this.disk.close();
  }
}

/** The first run, where no other matters. */
export function theRun({ runs }: Stage): RunOnStage {
  const [first] = runs;
  if (first === undefined) throw new Error('there is no run on the stage');
  return first;
}
