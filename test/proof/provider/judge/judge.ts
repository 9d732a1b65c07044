import type { Entry } from '../log.ts';
import type { Row } from '../world/script.ts';
import { exportProblems, type Line } from './export.ts';
import { History } from './history.ts';
import { lineProblems, sendProblems, type Numbers } from './orders.ts';
import { brakeProblems, endProblems, hammering } from './sessions.ts';
import type { Verdict } from './verdict.ts';

export interface Case {
  readonly log: readonly Entry[];
  readonly rows: readonly Row[];
  readonly numbers: Numbers;
  readonly exported: readonly Line[];
}

/** Holds every send, every end and the results against what the log shows was told before. Empty: no promise was broken. */
export function judge({ log, rows, numbers, exported }: Case): Verdict[] {
  const history = new History();
  const found: Verdict[] = [];
  for (const entry of log) {
    if (entry.kind === 'post')
      found.push(...sendProblems(history, entry, numbers), ...brakeProblems(history, entry));
    if (entry.kind === 'accepted') found.push(...lineProblems(history, entry, numbers));
    history.add(entry);
    if (entry.kind === 'over') found.push(...endProblems(history, entry));
  }
  return [...found, ...hammering(log), ...exportProblems(history, { rows, lines: exported, log })];
}
