import type { Advice } from '../../ports/advice.ts';

/** How a session ended. `exit` is the command's exit code. */
export interface End {
  readonly how: 'finished' | 'stopped' | 'refused';
  readonly exit: 0 | 3 | 4;
  readonly why: string;
  readonly advice?: Advice;
  /** What takes more than the same command again: the end of the pause, more people than the limit, other words. */
  readonly goOn?: 'resume' | 'limit' | 'correct';
}
