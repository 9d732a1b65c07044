import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject, onTestFinished } from 'vitest';
import { Running, type Ended } from './running.ts';
import { aTerminal } from './terminal.ts';

export const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
export const PROGRAM = join(PROJECT, 'dist', 'bin.js');
export const EXAMPLE_CONTACTS = join(PROJECT, 'data', 'contacts.csv');
export const EXAMPLE_CAMPAIGN = join(PROJECT, 'campaigns', 'example.yaml');

/** What differs from a plain call of the program. */
export interface Calling {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another user, by number. */
  readonly uid?: number;
  /** For Node itself, before the program. */
  readonly node?: readonly string[];
  /** Another copy of the program than the one that was built here. */
  readonly program?: string;
  /** It has to be a process of its own: its streams or its end are what is tested. */
  readonly process?: boolean;
}

function emptyFolder(): string {
  const failure = inject('buildFailure');
  if (failure !== '') throw new Error(`the program could not be built:\n${failure}`);
  return mkdtempSync(join(tmpdir(), 'campaign-cli-'));
}

/** Where an operator sits: a working folder, a home and a ledger that nobody else has, and the built program. */
export class Desk {
  readonly #root = emptyFolder();
  /** The working folder. */
  readonly folder = join(this.#root, 'work');
  readonly home = join(this.#root, 'home');
  readonly ledger = join(this.#root, 'ledger', 'ledger.db');
  readonly rehearsal = join(this.#root, 'ledger', 'ledger.rehearsal.db');
  readonly sandbox = join(this.#root, 'ledger', 'ledger.rehearsal-sandbox.db');
  readonly #runs = new Set<Running>();

  constructor() {
    for (const folder of [this.folder, this.home, dirname(this.ledger)]) mkdirSync(folder);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): string {
    const path = this.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Every file and folder of this desk, so that a test sees what a command has written anywhere. */
  everything(): string[] {
    return readdirSync(this.#root, { recursive: true, encoding: 'utf8' }).sort();
  }

  begin(args: readonly string[], calling: Calling = {}): Running {
    const running = new Running([...(calling.node ?? []), calling.program ?? PROGRAM, ...args], {
      cwd: calling.cwd ?? this.folder,
      env: { ...this.surroundings(), ...calling.env },
      ...(calling.uid === undefined ? {} : { uid: calling.uid, gid: calling.uid }),
    });
    this.#runs.add(running);
    return running;
  }

  /**
   * Runs a command to its end. It runs in this process, which is faster, unless `calling` asks for a process of its own;
   * what is written to stdout as a file (`-o -`) needs one too.
   */
  async run(args: readonly string[], calling: Calling = {}): Promise<Ended> {
    const { node, program, uid, process: apart = args.includes('-') } = calling;
    const plain = node === undefined && program === undefined && uid === undefined;
    if (apart || !plain) return await this.begin(args, calling).ended;
    const { main } = await import('../../../src/cli/program.ts');
    const env = { ...this.surroundings(), ...calling.env };
    const { terminal, said } = aTerminal(calling.cwd ?? this.folder, { env });
    const code = await main(args, terminal, '0.0.0');
    return { code, signal: null, ...said };
  }

  /** A line as a person would paste it, in which `campaign` is the program. */
  async paste(line: string, calling: Calling = {}): Promise<Ended> {
    const program = `campaign() { "$NODE" "$PROGRAM" "$@"; }\n${line}`;
    const env = { ...this.surroundings(), ...calling.env, NODE: process.execPath, PROGRAM };
    const running = new Running(['-c', program], { cwd: calling.cwd ?? this.folder, env }, 'sh');
    this.#runs.add(running);
    return await running.ended;
  }

  /** Ends what still runs, then takes the folder away. */
  async clear(): Promise<void> {
    for (const running of this.#runs) running.signal('SIGKILL');
    await Promise.all([...this.#runs].map((running) => running.ended));
    rmSync(this.#root, { recursive: true, force: true });
  }

  /** Nothing of the operator who runs the tests is handed on: no ledger, no home, no key. */
  surroundings(): Record<string, string> {
    const kept = ['PATH', 'SystemRoot'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    return {
      ...Object.fromEntries(kept),
      HOME: this.home,
      USERPROFILE: this.home,
      APPDATA: join(this.home, 'roaming'),
      LOCALAPPDATA: join(this.home, 'local'),
      XDG_DATA_HOME: join(this.home, 'data'),
      XDG_CONFIG_HOME: join(this.home, 'config'),
      XDG_CACHE_HOME: join(this.home, 'cache'),
      XDG_STATE_HOME: join(this.home, 'state'),
      CAMPAIGN_LEDGER: this.ledger,
    };
  }
}

/** A desk for one test. */
export function aDesk(): Desk {
  const desk = new Desk();
  onTestFinished(() => desk.clear());
  return desk;
}
