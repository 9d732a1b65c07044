/** The exit codes, in one place; docs/commands.md documents them. */
export const EXIT = {
  done: 0,
  bug: 1,
  usage: 2,
  stopped: 3,
  refused: 4,
  ledger: 5,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something the operator can fix: what happened, and what to do about it. No stack is shown. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exit: ExitCode;
  readonly hint: string | null;

  constructor(exit: ExitCode, text: { message: string; hint: string | null }, cause?: unknown) {
    super(text.message, { cause });
    this.exit = exit;
    this.hint = text.hint;
  }
}

export const usage = (message: string, hint: string | null, cause?: unknown): Failure =>
  new Failure(EXIT.usage, { message, hint }, cause);
