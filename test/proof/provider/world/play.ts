import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { jsonLines, Running, type Ended } from '../../../cli/desk/running.ts';
import type { Line } from '../judge/export.ts';
import { judge } from '../judge/judge.ts';
import type { Verdict } from '../judge/verdict.ts';
import { Log, type Entry, type Over } from '../log.ts';
import { Provider } from './provider.ts';
import { campaignOf, contactsOf, type Fate, type Script } from './script.ts';

const PROGRAM = fileURLToPath(new URL('../../../../dist/bin.js', import.meta.url));
const RUN = ['run', 'leads.csv', '--live', '--yes', '--json'];
/** `--json` at the end of a session that waits for a person to go on. */
const RESUME = ['resume', 'reminders', '--yes', '--json'];

/** How long a session may take to ask for something, and to end after it was asked to, on a busy computer. */
const STARTING_MS = 60_000;
/** A second signal is sent when an order in doubt keeps the session from ending. */
const STOPPING_MS = 6_000;
const LEAVING_MS = 15_000;
const INTERRUPTED = 130;

export interface Played {
  readonly script: Script;
  readonly folder: string;
  readonly verdicts: readonly Verdict[];
  readonly log: readonly Entry[];
  readonly said: readonly string[];
  /** Of the run, when it was over. */
  readonly finished: boolean;
}

const passing = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One seed: a folder, a provider in this process, sessions in processes of their own. */
class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), 'campaign-provider-'));
  readonly provider: Provider;
  readonly said: string[] = [];
  url = '';
  readonly script: Script;

  constructor(script: Script) {
    this.script = script;
    mkdirSync(join(this.folder, 'ledger'));
    writeFileSync(join(this.folder, 'leads.yaml'), campaignOf(script));
    writeFileSync(join(this.folder, 'leads.csv'), contactsOf(script));
    this.provider = new Provider(script, new Log(join(this.folder, 'log.jsonl')));
  }

  start(args: readonly string[]): Running {
    return new Running([PROGRAM, ...args], {
      cwd: this.folder,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: this.folder,
        CAMPAIGN_LEDGER: join(this.folder, 'ledger', 'ledger.db'),
        REVOX_BASE_URL: this.url,
        REVOX_API_KEY: 'any-key-of-the-tests',
      },
    });
  }

  async session(args: readonly string[], fate: Fate): Promise<Ended> {
    const { provider } = this;
    const met = provider.begin();
    const running = this.start(args);
    const ends = async (ms: number): Promise<boolean> =>
      await Promise.race([running.ended.then(() => true), passing(ms).then(() => false)]);
    let by: Over['by'] = 'itself';
    let endless = false;
    // A busy computer takes seconds to begin: the time of a session counts from its first request.
    if (fate.from === 'first request') await Promise.race([met, ends(STARTING_MS)]);
    if (!(await ends(fate.afterMs))) {
      by = fate.signal;
      running.signal(fate.signal);
      if (!(await ends(STOPPING_MS))) running.signal('SIGINT');
      if (!(await ends(LEAVING_MS))) {
        endless = true;
        running.signal('SIGKILL');
      }
    }
    const ended = await running.ended;
    const { session, log } = provider;
    writeFileSync(join(this.folder, `session-${session}.out`), `${ended.out}\n${ended.err}`);
    // Interrupted before it listens for signals: the shell says 130 as well.
    const code = ended.signal === 'SIGINT' ? INTERRUPTED : ended.code;
    log.add({ kind: 'over', at: Date.now(), session, by, code, err: ended.err, endless });
    await passing(50);
    return ended;
  }

  async exported(): Promise<Line[]> {
    const ended = await this.start(['export', 'reminders', '--force', '-o', 'results.csv']).ended;
    if (ended.code !== 0) throw new Error(`the export ended with ${ended.code}: ${ended.err}`);
    const text = readFileSync(join(this.folder, 'results.csv'), 'utf8');
    return parse<Line>(text, { bom: true, columns: true });
  }
}

const howOf = ({ out, code, signal }: Ended): string => {
  const summary = jsonLines(out).findLast(({ event }) => event === 'summary');
  return `${code ?? signal} ${String(summary?.['how'] ?? 'without a summary')}: ${String(summary?.['why'] ?? '')}`;
};

const isPaused = ({ out, err }: Ended): boolean => /campaign resume/.test(`${out}${err}`);

async function sessions(stage: Stage): Promise<boolean> {
  const { script, provider } = stage;
  let paused = false;
  for (const [at, fate] of script.fates.entries()) {
    // The last session finds a provider that answers as it should.
    if (at === script.fates.length - 1) provider.heal();
    const ended = await stage.session(paused ? RESUME : RUN, fate);
    stage.said.push(`session ${provider.session}: ${howOf(ended)}`);
    paused = isPaused(ended);
    if (howOf(ended).includes(' finished')) return true;
  }
  return false;
}

/** Plays a whole seed and judges it. The folder stays when somebody has to look at it. */
export async function play(script: Script, { keep = false } = {}): Promise<Played> {
  const stage = new Stage(script);
  const { folder, provider, said } = stage;
  try {
    stage.url = await provider.listen();
    const finished = await sessions(stage);
    const exported = await stage.exported();
    const log = provider.log.entries;
    const verdicts = judge({ log, rows: script.rows, numbers: script, exported });
    if (!keep && verdicts.length === 0) rmSync(folder, { recursive: true });
    return { script, folder, verdicts, log, said, finished };
  } finally {
    await provider.close();
  }
}
