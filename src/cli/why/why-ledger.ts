import { against, NOBODY, type Against, type AskedBy } from '../../app/people/standing.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { dialledIdentity } from '../../domain/phone/number/identity.ts';
import { tailOf } from '../../domain/phone/number/number-tails.ts';
import { storeReason } from '../../domain/run/reason.ts';
import { ON_DO_NOT_CALL, onSuppressList } from '../../domain/schedule/admission.ts';
import type { Limits } from '../../domain/law/limits.ts';
import type { LedgerIdentity, Mode, RunsPort } from '../../ports/ledger/runs.ts';
import type { Standing, StandingPort } from '../../ports/ledger/standing.ts';
import { openExistingLedger } from '../compose/compose.ts';
import type { OpenLedger } from '../compose/looking.ts';
import { isThere, ledgerPath } from '../input/paths.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Subject } from './why-subject.ts';

export interface LedgerChoice {
  readonly ledger?: string;
  readonly rehearsal?: boolean;
}

/** Opens the ledger that is meant, if it is there, and says which. Nothing is locked, and none is made. */
export async function withLedger<T>(
  options: LedgerChoice,
  terminal: Terminal,
  ask: (ledger: OpenLedger | null) => Promise<T>,
): Promise<T> {
  const mode: Mode = options.rehearsal === true ? 'rehearsal' : 'live';
  const path = ledgerPath(mode, options.ledger, terminal);
  if (!isThere(path)) {
    terminal.say(`there is no ${mode} ledger at ${path}: it knows of nobody`);
    return await ask(null);
  }
  const ledger = openExistingLedger(path, mode);
  try {
    terminal.say(`${mode} ledger ${path}`);
    return await ask(ledger);
  } finally {
    ledger.close();
  }
}

/** Where the clock of a rehearsal stopped; null for a live ledger, whose clock is everybody's. */
export async function momentOfRehearsal(
  ledger: (RunsPort & LedgerIdentity) | null,
): Promise<number | null> {
  if (ledger?.mode !== 'rehearsal') return null;
  const [run] = await ledger.runs();
  return run === undefined ? null : await ledger.lastMoment(run.id);
}

export interface Known extends Against {
  readonly standing: Standing;
  /** The list of the campaign that names the person. */
  readonly suppressedBy: string | null;
  readonly runId: string | null;
}

/** What the ledger, the lists of the campaign and the row itself have against a call, whatever the hour. */
export async function knownOf(
  subject: Subject,
  ledger: StandingPort | null,
  { at, limits }: { at: number; limits: Limits },
): Promise<Known> {
  const { e164, of } = subject;
  const runId = of?.campaign.slug ?? null;
  // A moment is asked for by the second: what was ordered within it has been ordered.
  const asOf = { runId, at: at + 999 };
  const standing = (await ledger?.standing(e164, asOf)) ?? NOBODY;
  const { number: suppressedBy, tail } = await listsWith(subject);
  const found = against(standing, {
    at,
    run: of === null ? null : askingRun(of.campaign),
    limits,
    subject: of?.campaign.subject ?? '',
    scheduledAt: subject.notBefore,
    suppressedBy,
  });
  const others = await ofOthers(subject, ledger, asOf);
  const refused = subject.refused === null ? [] : [subject.refused];
  const never = [...found.never, ...tail, ...others, ...refused];
  return { ...found, never, standing, suppressedBy, runId };
}

const askingRun = ({ slug, repeatAfterMs, leavesReachedMs }: Campaign): AskedBy['run'] => ({
  id: slug,
  repeatAfterMs,
  leavesReachedMs,
});

interface Listing {
  /** The list that has the number itself. */
  readonly number: string | null;
  /** That a list may mean the number by a row that cannot be read. */
  readonly tail: readonly string[];
}

/** Why the person may not be called because of another number of the row. */
async function ofOthers(
  { otherNumbers, suppress }: Subject,
  ledger: StandingPort | null,
  asOf: Parameters<StandingPort['standing']>[1],
): Promise<string[]> {
  const found: string[] = [];
  for (const e164 of otherNumbers) {
    const { barred, barredTail } = (await ledger?.standing(e164, asOf)) ?? NOBODY;
    const { number, tail } = await listsWith({ e164, suppress });
    const because = [
      ...(barred === null ? [] : [ON_DO_NOT_CALL]),
      ...(number === null ? [] : [onSuppressList(number)]),
      ...(barredTail === null ? [] : [tailReason(barredTail.source, barredTail.row)]),
      ...tail,
    ];
    found.push(...because.map((one) => storeReason({ code: 'other_number_barred', because: one })));
  }
  return found;
}

const tailReason = (file: string, row: number): string =>
  storeReason({ code: 'number_tail_barred', file, row });

async function listsWith({ e164, suppress }: Pick<Subject, 'e164' | 'suppress'>): Promise<Listing> {
  const identity = dialledIdentity(e164);
  const tail = tailOf(e164);
  const maybe: string[] = [];
  for (const list of suppress) {
    for await (const { row, numbers, tails } of list.entries([])) {
      if (numbers.some((number) => dialledIdentity(number) === identity))
        return { number: list.name, tail: [] };
      if (maybe.length === 0 && tails.includes(tail)) maybe.push(tailReason(list.name, row));
    }
  }
  return { number: null, tail: maybe };
}
