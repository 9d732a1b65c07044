import { KEY_VARIABLE } from '../compose/provider.ts';
import { usage } from '../terminal/failure.ts';

/** The flags of `run` that say whether phones ring. */
export interface ModeFlags {
  readonly live?: boolean;
  readonly rehearse?: boolean;
  /** True without a number. */
  readonly yes?: string | true;
}

interface Surroundings {
  readonly keySet: boolean;
  /** Somebody sits there who can be asked. */
  readonly canAsk: boolean;
  /** Where the key may lie, for anyone who has none. */
  readonly keyFile: string;
}

/** How a live run is agreed to: by an answer, or by `--yes`, with the number of people or without. */
export type Agreement =
  | { readonly kind: 'ask'; readonly orRehearse: boolean }
  | { readonly kind: 'yes'; readonly people: number | null };

type RunMode =
  { readonly mode: 'rehearsal' } | { readonly mode: 'live'; readonly agreement: Agreement };

/** No phone rings without an explicit word. The table of docs/operations.md, in code. */
export function runMode(flags: ModeFlags, around: Surroundings): RunMode {
  const { live = false, rehearse = false } = flags;
  if (live && rehearse) throw usage('--live and --rehearse exclude each other', 'give one of them');
  if (!live && flags.yes !== undefined) {
    throw usage(
      '--yes agrees to a live run, and --live is not given',
      'add --live, or leave it out',
    );
  }
  if (rehearse || (!live && !around.keySet)) return { mode: 'rehearsal' };
  if (live && !around.keySet)
    throw usage('there is no key for the voice API', keyHint(around.keyFile));
  if (flags.yes !== undefined)
    return { mode: 'live', agreement: { kind: 'yes', ...peopleOf(flags.yes) } };
  if (around.canAsk) return { mode: 'live', agreement: { kind: 'ask', orRehearse: !live } };
  if (live) {
    const hint = 'add --yes, or --yes=<number of people> to fail when that number differs';
    throw usage('--live rings real phones, and nobody is here to be asked', hint);
  }
  throw usage(
    'a key for the voice API is set, so this could ring real phones',
    'say --live --yes, or --rehearse',
  );
}

export const keyHint = (file: string): string =>
  `set ${KEY_VARIABLE}, or put the key into ${file} (mode 600); or rehearse without --live`;

function peopleOf(yes: string | true): { people: number | null } {
  if (yes === true) return { people: null };
  if (/^\d{1,9}$/.test(yes)) return { people: Number(yes) };
  throw usage(`--yes is "${yes}"`, 'give the number of people, or nothing: --yes=212');
}
