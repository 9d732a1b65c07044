import { carryOut } from '../../app/dispatch/resolve.ts';
import { maskNumber } from '../../domain/text/privacy.ts';
import { reasonJson, reasonTextOrNull } from '../../domain/run/text/reason-text.ts';
import type { Run } from '../../ports/ledger/runs.ts';
import type { ResolveKind, UncertainContact } from '../../ports/ledger/requests.ts';
import { asker, givenFor, sessionLock } from '../terminal/asking.ts';
import { remembering, tryLock } from '../compose/compose.ts';
import { EXIT, usage, type ExitCode } from '../terminal/failure.ts';
import { lookAt, type Looked, type LookOptions } from '../input/look.ts';
import { aboutRun } from '../terminal/next/given.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { nowOf } from './waits.ts';
import { counted, number } from '../terminal/words.ts';

export interface UncertainOptions extends LookOptions {
  readonly rang?: readonly string[];
  readonly notRung?: readonly string[];
  readonly again?: readonly string[];
  readonly reason?: string;
  readonly json?: boolean;
}

interface Word {
  readonly kind: ResolveKind;
  readonly contactId: string;
}

export async function uncertainCommand(
  runId: string | undefined,
  options: UncertainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const words = wordsOf(options);
  const looked = await lookAt(runId, options, terminal);
  const { ledger, run } = looked;
  try {
    const now = await nowOf(ledger, run);
    if (words.length > 0) await decideThem(looked, words, { options, terminal, now });
    else list(await ledger.uncertainContacts(run.id), { now, run, options, terminal });
    return EXIT.done;
  } finally {
    ledger.close();
  }
}

function wordsOf(options: UncertainOptions): readonly Word[] {
  const of = (kind: ResolveKind, contacts: readonly string[] = []): Word[] =>
    contacts.map((contactId) => ({ kind, contactId }));
  const words = [
    ...of('rang', options.rang),
    ...of('not_rung', options.notRung),
    ...of('again', options.again),
  ];
  if (options.again !== undefined && (options.reason ?? '').trim() === '') {
    throw usage('--again may ring a person a second time', 'say why with --reason "…"');
  }
  const twice = words.find(
    (word, at) => words.findIndex((w) => w.contactId === word.contactId) < at,
  );
  if (twice !== undefined) {
    throw usage(`"${twice.contactId}" is named twice`, 'decide once about each person');
  }
  return words;
}

const iso = (at: number): string => new Date(at).toISOString();

function list(
  people: readonly UncertainContact[],
  to: { now: number; run: Run; options: UncertainOptions; terminal: Terminal },
): void {
  const { now, run, options, terminal } = to;
  for (const person of people) {
    const mayRing = now < person.ringsUntil;
    const { contactId, file, line, key, since, ringsUntil, reason } = person;
    if (options.json === true) {
      const facts = { contact: contactId, number: maskNumber(person.e164), file, line, order: key };
      const times = { since: iso(since), may_ring: mayRing, rings_until: iso(ringsUntil) };
      terminal.out(`${JSON.stringify({ ...facts, ...times, ...reasonJson(reason) })}\n`);
      continue;
    }
    const row = line === null ? 'no row' : `${file ?? ''} row ${line}`;
    const ring = mayRing ? `may still ring until ${iso(ringsUntil)}` : 'can no longer ring';
    terminal.out(
      `${contactId}  ${maskNumber(person.e164)}  ${row}  since ${iso(since)}  ${ring}\n`,
    );
    terminal.out(`    ${reasonTextOrNull(reason) ?? ''}\n`);
  }
  if (people.length === 0) {
    terminal.say(`Nobody in run ${run.id} needs a decision.`);
    return;
  }
  const word = aboutRun('uncertain', givenFor(run, options));
  terminal.say(
    `${counted(people.length, 'person needs', 'people need')} a decision. Next, with the id at the start of a line:`,
  );
  terminal.say(`  ${word} --rang <id>      it rang: no further call, unless the campaign says so`);
  terminal.say(`  ${word} --not-rung <id>  it never rang: called again when it is safe`);
  terminal.say(`  ${word} --again <id> --reason "…"  called again although it may have rung`);
}

/** Records each decision; a running session carries it out, or this command where none runs. */
async function decideThem(
  looked: Looked,
  words: readonly Word[],
  at: { options: UncertainOptions; terminal: Terminal; now: number },
): Promise<void> {
  const { ledger, run } = looked;
  const { terminal, options, now } = at;
  const uncertain = new Set((await ledger.uncertainContacts(run.id)).map((one) => one.contactId));
  const wrong = words.find((word) => !uncertain.has(word.contactId));
  if (wrong !== undefined) {
    throw usage(
      `"${wrong.contactId}" needs no decision in run ${run.id}`,
      `take the ids from: ${aboutRun('uncertain', givenFor(run, options))}`,
    );
  }
  const by = asker(terminal, options.reason);
  for (const word of words) await ledger.ask({ ...by, ...word, runId: run.id, hangUp: false });
  const lock = tryLock(sessionLock(ledger.path, run));
  if (lock === null) {
    terminal.say(
      `${counted(words.length, 'decision')} recorded. The running session carries them out.`,
    );
    return;
  }
  try {
    const moved = await carryOutAlone({ ...looked, ledger: remembering(ledger, lock) }, now);
    terminal.say(`${number(moved)} of ${counted(words.length, 'decision')} carried out.`);
  } finally {
    lock.release();
  }
  const { states } = await ledger.counts(run.id);
  const next = states.pending > 0 ? 'resume' : states.uncertain > 0 ? 'uncertain' : 'status';
  terminal.say(`Next: ${aboutRun(next, givenFor(run, options))}`);
}

async function carryOutAlone(looked: Looked, now: number): Promise<number> {
  const { ledger, run, campaign } = looked;
  const session = await ledger.beginSession(run.id, now);
  const moved = await carryOut({ ledger, session, campaign }, now);
  const { states, held } = await ledger.counts(run.id);
  const left = states.pending - held + states.placing + states.calling;
  await ledger.endSession(session, { now, how: 'decisions carried out', finished: left === 0 });
  return moved;
}
