import { liveBanner, type Way } from './live-question.ts';
import type { RunFacts } from './run-output.ts';

/** The ledger of a run, and how the next command names both. */
export interface Place {
  readonly ledger: string;
  /** Null where the ledger holds one run. */
  readonly run: string | null;
  /** What --ledger said. */
  readonly named: string | undefined;
}

type Facts = Pick<RunFacts, 'mode' | 'ledger' | 'banner' | 'lastWord' | 'next' | 'decide'>;

const deciding = ({ run, named }: Place, flag: string): string => {
  const ledger = named === undefined ? '' : ` --ledger ${named}`;
  return `Of some it is not known whether it rang; decide with: campaign uncertain${flag}${run === null ? '' : ` ${run}`}${ledger}`;
};

const exporting = ({ run, named }: Place, flag: string): string => {
  const ledger = named === undefined ? '' : ` --ledger ${named}`;
  return `campaign export${flag}${run === null ? '' : ` ${run}`}${ledger} -o results.csv`;
};

/** What a rehearsal says of itself, first and last. */
export const rehearsalFacts = (place: Place): Facts => ({
  mode: 'rehearsal',
  ledger: place.ledger,
  banner: 'REHEARSAL  no phone rings; these people are invented.',
  lastWord: 'REHEARSAL  no phone rang. ',
  next: exporting(place, ' --rehearsal'),
  decide: deciding(place, ' --rehearsal'),
});

/** What a live run says of itself. */
export const liveFacts = (place: Place, way: Way): Facts => ({
  mode: 'live',
  ledger: place.ledger,
  banner: liveBanner(way),
  lastWord: '',
  next: exporting(place, ''),
  decide: deciding(place, ''),
});
