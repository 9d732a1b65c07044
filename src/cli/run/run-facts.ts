import { liveBanner, type Way } from './live/live-question.ts';
import { advisedText } from '../terminal/next/advice-text.ts';
import { aboutRun, exportOf, type Given } from '../terminal/next/given.ts';
import type { RunFacts } from './run-output.ts';

type Facts = Pick<RunFacts, 'mode' | 'ledger' | 'banner' | 'lastWord' | 'next'>;

const nextOf = (given: Given, cwd: string): RunFacts['next'] => ({
  export: () => exportOf(given, cwd),
  resume: () => aboutRun('resume', given),
  decide: () => aboutRun('uncertain', given),
  status: () => aboutRun('status', given),
  advised: (message, advice) => advisedText(message, advice, given),
});

/** What a rehearsal says of itself, first and last. */
export const rehearsalFacts = (ledger: string, given: Given, cwd: string): Facts => ({
  mode: 'rehearsal',
  ledger,
  banner: 'REHEARSAL  no phone rings; these people are invented.',
  lastWord: 'REHEARSAL  no phone rang. ',
  next: nextOf(given, cwd),
});

/** What a live run says of itself. */
export const liveFacts = (
  ledger: string,
  given: Given,
  { cwd, way }: { readonly cwd: string; readonly way: Way },
): Facts => ({
  mode: 'live',
  ledger,
  banner: liveBanner(way),
  lastWord: '',
  next: nextOf(given, cwd),
});
