import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { aDesk, type Desk } from '../../cli/desk/desk.ts';
import { numbers } from '../../cli/desk/people.ts';
import { atTerminal, OPEN_ALL_DAY } from '../../cli/run/live/desk/live-desk.ts';
import { readings, showsKey, showsNumber } from './reader.ts';
import { KEY, PHONES } from './spellings.ts';

/** Each person is called once, and all of them at the same time. */
const ONCE = `${OPEN_ALL_DAY.replace('attempts: 2', 'attempts: 1')}concurrency: { max: 100 }\n`;
const LEDGER = /\.db(?:-wal|-shm)?$/;
/** Results that were asked for hold the numbers of the file, and the list itself does. */
const WITH_NUMBERS = /(?:^|\/)(?:leads\.csv|never\.txt|results\.\w+|copy\.db)$/;

/** A desk where everything that is said or written is searched for the key and the numbers. */
export class Search {
  readonly desk: Desk = aDesk();
  readonly leaks: string[] = [];
  readonly url: string;
  said = '';

  constructor(url: string, fillers: number, campaign = ONCE) {
    this.url = url;
    const all = [...numbers(fillers), ...PHONES.map(({ e164 }) => e164)];
    const rows = all.map((number, i) => `${number},Name${i + 1}\n`);
    this.desk.write('leads.csv', `phone,first_name\n${rows.join('')}`);
    this.desk.write('leads.yaml', campaign);
  }

  async say(...args: string[]): Promise<number> {
    const { code, out, err } = await atTerminal(this.desk, args, {
      url: this.url,
      typed: [],
      key: KEY,
    });
    this.#look(args, out + '\n' + err);
    return code;
  }

  /** A run in a process of its own, which is told to stop after a while. */
  async runFor(ms: number): Promise<void> {
    const env = { REVOX_API_KEY: KEY, REVOX_BASE_URL: this.url };
    const args = ['run', 'leads.csv', '--live', '--yes', '--json'];
    const running = this.desk.begin(args, { env });
    const stops = (['SIGTERM', 'SIGTERM', 'SIGKILL'] as const).map((signal, nth) =>
      setTimeout(() => running.signal(signal), ms + nth * 1_000),
    );
    const { out, err } = await running.ended;
    for (const stop of stops) clearTimeout(stop);
    this.#look(args, out + '\n' + err);
  }

  /** Every command that tells of a run, by its people too. */
  async sayAll(rows: readonly number[]): Promise<void> {
    for (const command of ['status', 'uncertain', 'doctor']) {
      await this.say(command);
      await this.say(command, '--json');
    }
    for (const command of ['plan', 'check']) {
      await this.say(command, 'leads.csv');
      await this.say(command, 'leads.csv', '--json');
    }
    for (const row of rows) {
      await this.say('show', String(row));
      await this.say('why', String(row), '--file', 'leads.csv');
    }
    for (const format of ['csv', 'xlsx', 'jsonl'])
      await this.say('export', '--force', '-o', `results.${format}`);
    await this.say('dnc', 'list');
    await this.say('backup', '-o', 'copy.db', '--force');
    await this.say('pause', '--reason', 'lunch');
    await this.say('cancel');
    this.files();
  }

  /** Every file at this desk. The ledger may hold the numbers, and nothing may hold the key. */
  files(): void {
    for (const name of this.desk.everything()) {
      const path = join(this.desk.folder, '..', name);
      if (!statSync(path).isFile()) continue;
      const texts = readings(readFileSync(path));
      if (texts.some(showsKey)) this.leaks.push(`the key: the file ${name}`);
      if (LEDGER.test(name) || WITH_NUMBERS.test(name)) continue;
      if (texts.some(showsNumber)) this.leaks.push(`a number: the file ${name}`);
    }
  }

  #look(args: readonly string[], said: string): void {
    this.said += said;
    // What is known of one person was asked for, and may hold numbers, as results do.
    const mayHoldNumbers = args[0] === 'show';
    for (const line of said.split('\n')) {
      if (showsKey(line)) this.leaks.push(`the key: ${args.join(' ')}: ${line}`);
      if (!mayHoldNumbers && showsNumber(line))
        this.leaks.push(`a number: ${args.join(' ')}: ${line}`);
    }
  }
}
