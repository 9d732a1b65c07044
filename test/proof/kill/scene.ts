import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SearchKind } from '../../../src/sandbox/search/kinds.ts';
import { OPEN_ALL_DAY } from '../../cli/run/live/desk/live-desk.ts';
import { numbers } from '../../cli/desk/people.ts';
import { jsonLines, Running, type Ended, type Event } from '../../cli/desk/running.ts';

const PROGRAM = fileURLToPath(new URL('../../../dist/bin.js', import.meta.url));

export const RUN = ['run', 'leads.csv', '--live', '--yes', '--json'];

/** Nobody follows the script of their last two digits: twenty of one kind in a row would stop the run. */
const PEOPLE = `hours:
  - { from: 0, human: 55, voicemail: 22, no_answer: 20, busy: 3 }
phones: { person: 98, nobody: 0.5, menu: 1, screened: 0.5 }
scripted_numbers: false
`;

/** Which Node runs which copy of the program. */
export interface Runtime {
  readonly node: string;
  readonly program: string;
}

export interface Cast {
  readonly contacts: number;
  readonly lines: number;
  readonly seed: number;
  /** Of the sandbox, as its flag takes them. */
  readonly faults: readonly string[];
  readonly people?: string;
  /** Which search the provider has; by number, when nothing is said. */
  readonly search?: SearchKind;
  /** Without it, the program that was built here, by the Node that runs this. */
  readonly runtime?: Runtime;
}

/** An order as the sandbox wrote it down before it answered: what a phone was really asked to do. */
export interface Recorded {
  readonly id: string;
  readonly at: string;
  readonly phone_number: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A folder with a campaign and a ledger, a provider in a process of its own, and sessions that can be killed. */
export class Scene {
  readonly #root = mkdtempSync(join(tmpdir(), 'campaign-kill-'));
  readonly folder = join(this.#root, 'work');
  readonly ledger = join(this.#root, 'ledger', 'ledger.db');
  readonly reserve = `${this.ledger}.reminders.reserve`;
  readonly numbers: readonly string[];
  readonly #running = new Set<Running>();
  #provider: ChildProcess | null = null;
  #url = '';
  readonly #runtime: Runtime;

  constructor({ contacts, lines, people = PEOPLE, runtime }: Cast) {
    this.#runtime = runtime ?? { node: process.execPath, program: PROGRAM };
    mkdirSync(this.folder);
    mkdirSync(join(this.#root, 'ledger'));
    this.numbers = numbers(contacts);
    const rows = this.numbers.map((number, i) => `${number},Name${i + 1}\n`);
    this.#write('leads.csv', `phone,first_name\n${rows.join('')}`);
    this.#write('leads.yaml', `${OPEN_ALL_DAY}concurrency: { max: ${lines} }\n`);
    this.#write('people.yaml', people);
    this.#write('record.jsonl', '');
  }

  static async open(cast: Cast): Promise<Scene> {
    const scene = new Scene(cast);
    await scene.#serve(cast);
    return scene;
  }

  get url(): string {
    return this.#url;
  }

  /** `wrapper`: a program that starts the session, such as strace with its flags. */
  begin(args: readonly string[], wrapper: readonly string[] = []): Running {
    const { node, program } = this.#runtime;
    const [command = node, ...words] = [...wrapper, node, program, ...args];
    const running = new Running(words, { cwd: this.folder, env: this.#env() }, command);
    this.#running.add(running);
    void running.ended.then(() => this.#running.delete(running));
    return running;
  }

  async run(args: readonly string[]): Promise<Ended> {
    return await this.begin(args).ended;
  }

  recorded(): Recorded[] {
    const text = readFileSync(join(this.folder, 'record.jsonl'), 'utf8');
    return text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Recorded);
  }

  /** The ledger as a kill has left it, elsewhere: opening the real one would repair it for the next session. */
  copyOfLedger(): string {
    const copy = mkdtempSync(join(this.#root, 'copy-'));
    for (const end of ['', '-wal']) {
      if (existsSync(this.ledger + end)) cpSync(this.ledger + end, join(copy, `ledger.db${end}`));
    }
    return join(copy, 'ledger.db');
  }

  async ask(path: string): Promise<unknown> {
    const headers = { authorization: 'Bearer any' };
    const answer = await fetch(new URL(path, this.#url), { headers });
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
    return await answer.json();
  }

  /** From here on the provider does what it should. */
  async heal(): Promise<void> {
    const headers = { authorization: 'Bearer any' };
    await fetch(new URL('/sandbox/faults', this.#url), { method: 'DELETE', headers });
  }

  async close(): Promise<void> {
    const running = [...this.#running];
    for (const one of running) one.signal('SIGKILL');
    await Promise.all(running.map((one) => one.ended));
    this.#provider?.kill('SIGKILL');
    rmSync(this.#root, { recursive: true, force: true });
  }

  #write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  #env(): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: this.#root,
      CAMPAIGN_LEDGER: this.ledger,
      REVOX_BASE_URL: this.#url,
      REVOX_API_KEY: 'any-key-of-the-tests',
    };
  }

  async #serve({ seed, faults, search = 'number' }: Cast): Promise<void> {
    const flags = ['--port', '0', '--speed', '600', '--seed', String(seed)];
    const files = ['--record', 'record.jsonl', '--people', 'people.yaml'];
    const wrong = faults.flatMap((fault) => ['--fault', fault]);
    const more = ['--search', search, ...wrong];
    const { node, program } = this.#runtime;
    const child = spawn(node, [program, 'sandbox', ...flags, ...files, ...more], {
      cwd: this.folder,
      env: { PATH: process.env['PATH'], HOME: this.#root },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#provider = child;
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    this.#url = await new Promise<string>((resolve, reject) => {
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        if (out.includes('\n')) resolve(out.split('\n')[0] ?? '');
      });
      child.once('close', () => {
        reject(new Error(`the sandbox ended before it listened: ${err}`));
      });
    });
  }
}

/** The last event of a session that came to an end; undefined when it was killed. */
export const summaryOf = ({ out }: Ended): Event | undefined =>
  jsonLines(out).findLast(({ event }) => event === 'summary');
