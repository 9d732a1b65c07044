import { appendFileSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  EXAMPLE_ORDER,
  loadReference,
  parseFault,
  readPeople,
  SEARCH_KINDS,
  serveSandbox,
  type ServerChoice,
  type Serving,
} from '../compose/compose.ts';
import { EXIT, usage, type ExitCode } from '../terminal/failure.ts';
import { shown } from '../input/paths.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface SandboxOptions {
  readonly host: string;
  readonly port: string;
  readonly speed: string;
  readonly seed: string;
  readonly key?: string;
  readonly record?: string;
  readonly people?: string;
  readonly db?: string;
  readonly search: string;
  readonly fault?: readonly string[];
}

const MAX_SEED = 2 ** 31 - 1;
const MAX_PORT = 65_535;
const MAX_SPEED = 1_000_000;
/** At most so many problems of a profile are printed; the rest are counted. */
const SHOWN = 10;

/** `campaign sandbox`: answers until it is told to end. */
export async function sandboxCommand(
  options: SandboxOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const db = options.db === undefined ? null : resolve(terminal.cwd, options.db);
  const choice = choiceOf(options, terminal);
  const serving = await begin({ ...choice, db }, terminal);
  const ended = signalled(terminal);
  introduce(serving, choice, terminal);
  await ended;
  await serving.close();
  terminal.say('The sandbox has ended.');
  return EXIT.done;
}

function choiceOf(options: SandboxOptions, terminal: Terminal): ServerChoice {
  const path = (name: string): string => resolve(terminal.cwd, name);
  const { key, record, people, host } = options;
  const choice = {
    host,
    port: wholeNumber('--port', options.port, MAX_PORT),
    seed: wholeNumber('--seed', options.seed, MAX_SEED),
    speed: speedOf(options.speed),
    key: keyOf(key),
    profile: people === undefined ? null : profileOf(path(people), terminal),
    record: record === undefined ? null : path(record),
    search: searchOf(options.search),
    faults: (options.fault ?? []).map(faultOf),
  };
  if (choice.record !== null) tryRecord(choice.record, terminal);
  return choice;
}

function wholeNumber(flag: string, text: string, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= max) return value;
  throw usage(`${flag} is "${text}"`, `give a whole number from 0 to ${max}`);
}

function faultOf(text: string): ServerChoice['faults'][number] {
  const fault = parseFault(text);
  if (fault.ok) return fault.value;
  throw usage(
    `--fault is "${text}": ${fault.problem.message}`,
    'write a kind, then :3 for the first three or :0.1 for one in ten, such as throttle:0.1,retry-after=2',
  );
}

function searchOf(text: string): ServerChoice['search'] {
  const kind = SEARCH_KINDS.find((one) => one === text);
  if (kind !== undefined) return kind;
  throw usage(`--search is "${text}"`, `give one of ${SEARCH_KINDS.join(', ')}`);
}

function speedOf(text: string): number {
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value > 0 && value <= MAX_SPEED) return value;
  throw usage(
    `--speed is "${text}"`,
    `give a number above 0, at most ${MAX_SPEED}: 1 is as in life`,
  );
}

function keyOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^[!-~]([ -~]*[!-~])?$/.test(text)) return text;
  throw usage(
    '--key is empty, begins or ends with a space, or has a character that no header can carry',
    'give plain letters, digits and signs, such as sk_test',
  );
}

function profileOf(path: string, terminal: Terminal): ServerChoice['profile'] {
  const name = shown(path, terminal.cwd);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw usage(
      `${name} cannot be read: ${reason(cause)}`,
      'name another file with --people',
      cause,
    );
  }
  const reading = readPeople(text);
  if (reading.ok) return reading.profile;
  const lines = reading.problems.slice(0, SHOWN).map((problem) => `  ${problem}`);
  const more = reading.problems.length - lines.length;
  if (more > 0) lines.push(`  and ${more} more`);
  throw usage(
    [`${name} does not say what people are like:`, ...lines].join('\n'),
    'begin with: hours: [{ from: 0, human: 40, voicemail: 35, no_answer: 20 }]',
  );
}

/** Before anything is answered: an order whose line cannot be written would not be accepted. */
function tryRecord(path: string, terminal: Terminal): void {
  try {
    appendFileSync(path, '');
  } catch (cause) {
    const message = `${shown(path, terminal.cwd)} cannot be written: ${reason(cause)}`;
    throw usage(message, 'name another file with --record', cause);
  }
}

const CANNOT_LISTEN: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there already',
  EACCES: 'this user may not listen there',
  EADDRNOTAVAIL: 'this computer does not have that address',
  ENOTFOUND: 'there is no such address',
  EAI_AGAIN: 'there is no such address',
};

async function begin(
  choice: ServerChoice & { readonly db: string | null },
  terminal: Terminal,
): Promise<Serving> {
  try {
    return await serveSandbox(choice, loadReference(), (line) => {
      terminal.say(line);
    });
  } catch (cause) {
    const code = (cause as { code?: unknown }).code;
    const why = typeof code === 'string' ? CANNOT_LISTEN[code] : undefined;
    if (why !== undefined) {
      const message = `cannot listen on ${choice.host} port ${choice.port}: ${why}`;
      throw usage(message, 'choose with --port and --host; --port 0 takes any free port', cause);
    }
    if (choice.db === null) throw cause;
    const message = `${shown(choice.db, terminal.cwd)} cannot be used: ${reason(cause)}`;
    throw usage(message, 'name another file with --db', cause);
  }
}

function introduce({ url }: Serving, choice: ServerChoice, terminal: Terminal): void {
  terminal.out(`${url}\n`);
  terminal.say('SANDBOX  no phone rings; these people are invented. An order, for example:');
  terminal.say(
    `  curl ${url}/call -H 'Authorization: Bearer ${choice.key === null ? 'any' : '<the key>'}' \\`,
  );
  terminal.say(`    -H 'Content-Type: application/json' -d '${JSON.stringify(EXAMPLE_ORDER)}'`);
  if (!LOOPBACK.test(choice.host)) {
    terminal.say(`Anyone who can reach this computer can use it: it listens on ${choice.host}.`);
  }
  terminal.say('Ctrl-C ends it.');
}

const LOOPBACK = /^(127\.|::1$|localhost$)/;

/** The first signal ends it cleanly, the second at once. */
function signalled(terminal: Terminal): Promise<void> {
  return new Promise((done) => {
    let times = 0;
    terminal.onSignal(() => {
      times += 1;
      if (times > 1) terminal.leave(EXIT.interrupted);
      done();
    });
  });
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
