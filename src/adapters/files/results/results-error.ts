type ResultsFileProblem = 'exists' | 'directory' | 'unwritable' | 'format';

/** The results cannot be written there. `hint` says how to fix it. */
export class ResultsFileError extends Error {
  readonly code: ResultsFileProblem;
  readonly hint: string;

  constructor(code: ResultsFileProblem, text: { message: string; hint: string }, cause?: unknown) {
    super(text.message, cause === undefined ? undefined : { cause });
    this.name = 'ResultsFileError';
    this.code = code;
    this.hint = text.hint;
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** A failure of the operating system, in the user's words. */
export function unwritable(path: string, error: unknown): ResultsFileError {
  if (error instanceof ResultsFileError) return error;
  const code = codeOf(error);
  const message = `"${path}" cannot be written (${code === '' ? String(error) : code}).`;
  return new ResultsFileError('unwritable', { message, hint: hintFor(code) }, error);
}

function hintFor(code: string): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'Its folder does not exist: create it, or name another one.';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk is full: make room, or name a file on another disk.';
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
    case 'EROFS':
      return 'Close the program that has it open, or name a file in a folder you may write to.';
    case 'ENAMETOOLONG':
      return 'Choose a shorter name.';
    default:
      return 'Name a file in another folder with -o.';
  }
}
