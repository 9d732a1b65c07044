import { eventJson } from './event-json.ts';
import type { Fed } from '../../app/people/feed.ts';
import type { SessionParts } from '../../app/session/session.ts';
import type { End } from '../../app/session/end.ts';
import type { Advice } from '../../ports/advice.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Report, RunEvent } from '../../ports/report.ts';
import type { Mode } from '../../ports/ledger/runs.ts';
import type { Counts } from '../../ports/ledger/records.ts';

import { listText } from '../lists/list-text.ts';
import type { CheckedList } from '../lists/suppress-files.ts';
import { holdLines } from '../control/hold-lines.ts';
import { counted, duration, number, summaryLines, standingLine } from '../terminal/words.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Redrawn at most this often on a terminal; otherwise a line each half minute. */
const REDRAW_MS = 250;
const LINE_MS = 30_000;
/** Drawing may cost this share of the time at most: the counts of a million contacts take longer to get. */
const DRAW_SHARE = 20;

export interface RunFacts {
  readonly mode: Mode;
  /** Whether phones ring: the first line. */
  readonly banner: string;
  /** The same, before the last line's advice. */
  readonly lastWord: string;
  readonly ledger: string;
  readonly campaignFile: string;
  readonly contactFile: string | null;
  readonly campaignName: string;
  readonly json: boolean;
  /** The commands that may come next. */
  readonly next: {
    readonly export: () => string;
    readonly resume: () => string;
    readonly decide: () => string;
    readonly status: () => string;
    /** A message with the command that it advises. */
    readonly advised: (message: string, advice: Advice | undefined) => string;
  };
}

type Note = Extract<RunEvent, { event: 'note' }>;

interface Watch {
  readonly clock: Clock;
  readonly over: AbortSignal;
  /** Lines that are held now. */
  readonly lines: () => number;
  readonly idle: () => { why: string; until: number | null } | null;
}

/** What a run says: talk for people, or one JSON event a line. The two are never mixed. */
export class RunOutput implements Report {
  readonly #terminal: Terminal;
  readonly #facts: RunFacts;
  #drawn = false;
  #startedAt = 0;
  /** Somebody is typing an answer: nothing is drawn over it. */
  #asking = false;
  readonly #interrupted = new AbortController();

  constructor(terminal: Terminal, facts: RunFacts) {
    this.#terminal = terminal;
    this.#facts = facts;
  }

  /** The command that shows where this run stands. */
  get statusCommand(): string {
    return this.#facts.next.status();
  }

  tell(told: RunEvent): void {
    const event = told.event === 'note' ? this.#withAdvice(told) : told;
    if (this.#facts.json) this.#json(eventJson(event));
    else if (event.event === 'note' || event.event === 'ai_not_said') this.#line(event.message);
    else if (event.event === 'hold_began') this.say(holdLines(event, this.#facts.next.decide()));
    else if (event.event === 'hold_ended') this.#line('The run goes on: enough is known again.');
  }

  begin(run: { run: string; resumed: boolean; at: number; seed: number | null }): void {
    this.#startedAt = run.at;
    const at = new Date(run.at).toISOString();
    const { ledger, campaignFile, contactFile, campaignName } = this.#facts;
    if (this.#facts.json) {
      this.#json({
        event: 'run_started',
        schema_version: 1,
        mode: this.#facts.mode,
        run: run.run,
        resumed: run.resumed,
        at,
        seed: run.seed,
        ledger,
        campaign_file: campaignFile,
        contact_file: contactFile,
      });
      return;
    }
    this.#line(this.#facts.banner);
    this.#line(`ledger     ${ledger}`);
    this.#line(`campaign   ${campaignName} (${campaignFile})`);
    const seed = run.seed === null ? '' : `, seed ${run.seed}`;
    this.#line(`${run.resumed ? 'goes on at' : 'begins at '} ${at}${seed}`);
  }

  /** A rehearsal's ledger holds one run: what is thrown away for another is said. */
  replaced(run: string): void {
    const message = `the unfinished rehearsal ${run} is replaced: campaign, contacts, --seed or --now have changed`;
    this.tell({ event: 'note', message });
  }

  /** Talk that no program reads. */
  say(lines: readonly string[]): void {
    for (const line of lines) this.#line(line);
  }

  /** What was found in the campaign's lists of people not to be called. */
  lists(lists: readonly CheckedList[]): void {
    for (const { name, numbers, tailRows, ignored } of lists) {
      const facts = { file: name, numbers, rows_not_one_number: tailRows, rows_ignored: ignored };
      if (this.#facts.json) this.#json({ event: 'list_read', ...facts });
      else this.#line(`list       ${name}: ${listText({ numbers, tailRows, ignored })}`);
    }
  }

  fed(fed: Fed): void {
    if (this.#facts.json) {
      const { name, unchanged, ...counts } = fed;
      this.#json({ event: 'file_read', file: name, unchanged, ...counts });
      return;
    }
    if (fed.unchanged) {
      this.#line(`contacts   ${fed.name}: nothing new`);
      return;
    }
    const known = fed.known + fed.updated + fed.changed;
    const parts = [`${counted(fed.joined, 'person', 'people')} loaded`];
    if (known > 0)
      parts.push(`${number(known)} already there, ${number(fed.updated)} of them updated`);
    if (fed.changed > 0)
      parts.push(`${number(fed.changed)} were called already and keep the old cells`);
    if (fed.elsewhere > 0) parts.push(`${number(fed.elsewhere)} are in another file of this run`);
    if (fed.held > 0)
      parts.push(`${number(fed.held)} are no longer in the file and are not called`);
    if (fed.back > 0) parts.push(`${number(fed.back)} are back in it`);
    if (fed.refused > 0)
      parts.push(
        `${counted(fed.refused, 'row says', 'rows say')} not to call: their people are skipped`,
      );
    if (fed.invalid > 0) parts.push(`${counted(fed.invalid, 'row has', 'rows have')} problems`);
    this.#line(`contacts   ${fed.name}: ${parts.join(', ')}`);
  }

  stopping(signal: string): void {
    this.#interrupted.abort();
    if (this.#facts.json) {
      this.#json({ event: 'stopping', signal });
      return;
    }
    this.#line(
      `${signal}: no new calls. What does not ring yet is cancelled; live calls are followed to their end. Once more leaves at once.`,
    );
  }

  /** Draws where the run stands until `over`. Its clock is the real one, whatever clock the run has. */
  async watch(parts: SessionParts, watch: Watch): Promise<void> {
    if (this.#facts.json) return;
    const { clock } = watch;
    let pause = this.#terminal.isTty ? REDRAW_MS : LINE_MS;
    while (!watch.over.aborted) {
      await clock.sleep(clock.now() + pause, { key: 'progress', signal: watch.over });
      if (watch.over.aborted) break;
      const before = clock.monotonic();
      const states = await parts.ledger.states(parts.session.runId);
      const cost = clock.monotonic() - before;
      this.#draw(states, parts.clock.now(), watch);
      pause = Math.max(this.#terminal.isTty ? REDRAW_MS : LINE_MS, cost * DRAW_SHARE);
    }
  }

  /** Asks at the terminal; null: no answer. */
  async ask(question: string): Promise<string | null> {
    this.#clear();
    this.#asking = true;
    try {
      return await this.#terminal.ask(question, this.#interrupted.signal);
    } finally {
      this.#asking = false;
    }
  }

  #draw(states: Counts['states'], now: number, watch: Watch): void {
    if (this.#asking) return;
    const text = standingLine({
      states,
      lines: watch.lines(),
      now,
      startedAt: this.#startedAt,
      idle: watch.idle(),
    });
    if (!this.#terminal.isTty) {
      this.#terminal.say(text);
      return;
    }
    this.#terminal.redraw(text.slice(0, Math.max(20, this.#terminal.columns - 1)));
    this.#drawn = true;
  }

  async end(parts: SessionParts, end: End): Promise<void> {
    const now = parts.clock.now();
    const counts = await parts.ledger.counts(parts.session.runId);
    const { campaign } = parts;
    const why = this.#facts.next.advised(end.why, end.advice);
    if (this.#facts.json) {
      this.#json({
        event: 'summary',
        run: parts.session.runId,
        mode: this.#facts.mode,
        how: end.how,
        why,
        exit_code: end.exit,
        at: new Date(now).toISOString(),
        states: counts.states,
        invalid_rows: counts.invalid,
        duplicate_rows: counts.duplicates,
        held: counts.held,
        orders: counts.orders,
        attempts: counts.attempts,
        outcomes: counts.outcomes,
        talk_seconds: Math.round(counts.talkMs / 1000),
        ai_disclosed: counts.aiDisclosed,
      });
      return;
    }
    this.#clear();
    const took = duration(now - this.#startedAt);
    const head =
      end.how === 'finished' && end.exit === 0
        ? `finished after ${took}`
        : `${end.how} after ${took}: ${why}`;
    for (const line of [head, ...summaryLines(counts, campaign.rate)])
      this.#terminal.out(`${line}\n`);
    const { next, lastWord } = this.#facts;
    if (counts.states.uncertain > 0)
      this.#line(
        `For ${counted(counts.states.uncertain, 'person', 'people')} it is not known whether the phone rang. The program does not call them again by itself; list them and decide with: ${next.decide()}`,
      );
    this.#line(`${lastWord}Next: ${this.#nextStep(end)}`);
  }

  /** Programs and people read the same sentence. */
  #withAdvice({ event, message, advice }: Note): Note {
    return { event, message: this.#facts.next.advised(message, advice) };
  }

  #nextStep({ how, goOn }: End): string {
    if (how === 'finished') return this.#facts.next.export();
    if (how === 'refused') return 'fix the cause named above, then run the same command again';
    if (goOn === 'resume') return this.#facts.next.resume();
    if (goOn === 'limit') return 'run the same command with a higher --limit, or without one';
    if (goOn === 'correct') return 'correct the campaign file, then run it again with campaign run';
    return 'run the same command again to continue';
  }

  #line(text: string): void {
    this.#clear();
    this.#terminal.say(text);
  }

  #clear(): void {
    if (!this.#drawn) return;
    this.#terminal.redraw('');
    this.#drawn = false;
  }

  #json(event: object): void {
    this.#terminal.out(`${JSON.stringify(event)}\n`);
  }
}
