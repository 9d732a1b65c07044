import { FIRST } from './001-first.ts';
import { REQUESTS } from './002-requests.ts';
import { LIMITS } from './003-limits.ts';
import { HOST } from './004-host.ts';
import { CONSENT } from './005-consent.ts';
import { LATE } from './006-late-attempts.ts';
import { SUPPRESS } from './007-suppress.ts';
import { RESTORED } from './008-restored.ts';
import { PLACE_NOTE } from './009-place-note.ts';
import { APPEND_ONLY } from './010-append-only.ts';
import { DIALLED_IDENTITY } from './011-dialled-identity.ts';
import { REFUSALS } from './012-refusals.ts';
import { FRESH_LOOK } from './013-fresh-look.ts';
import { NUMBER_TAILS } from './014-number-tails.ts';
import { SILENT_ENDS } from './015-silent-ends.ts';
import { AI_DISCLOSED } from './016-ai-disclosed.ts';
import { OTHER_NUMBERS } from './017-other-numbers.ts';
import { REACHED_AGAIN } from './018-reached-again.ts';
import { NAMED_ENCODINGS } from './019-named-encodings.ts';
import { REASON_CODES } from './020-reason-codes.ts';

/** A released migration is never edited: a test knows its hash. The version is `user_version` of the file. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'first', sql: FIRST },
  { version: 2, name: 'requests and do-not-call', sql: REQUESTS },
  { version: 3, name: 'subject and refusal', sql: LIMITS },
  { version: 4, name: 'host of a run', sql: HOST },
  { version: 5, name: 'consent', sql: CONSENT },
  { version: 6, name: 'late attempts and drained orders', sql: LATE },
  { version: 7, name: 'suppress', sql: SUPPRESS },
  { version: 8, name: 'restored copies', sql: RESTORED },
  { version: 9, name: 'note on the place', sql: PLACE_NOTE },
  { version: 10, name: 'append only', sql: APPEND_ONLY },
  { version: 11, name: 'dialled identity', sql: DIALLED_IDENTITY },
  { version: 12, name: 'refusals', sql: REFUSALS },
  { version: 13, name: 'fresh look', sql: FRESH_LOOK },
  { version: 14, name: 'last digits of numbers', sql: NUMBER_TAILS },
  { version: 15, name: 'silent ends', sql: SILENT_ENDS },
  { version: 16, name: 'ai disclosed', sql: AI_DISCLOSED },
  { version: 17, name: 'other numbers', sql: OTHER_NUMBERS },
  { version: 18, name: 'reached again', sql: REACHED_AGAIN },
  { version: 19, name: 'named encodings', sql: NAMED_ENCODINGS },
  { version: 20, name: 'reason codes', sql: REASON_CODES },
];
