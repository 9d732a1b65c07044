export type ContactFileProblem =
  | 'not_found'
  | 'directory'
  | 'not_a_file'
  | 'unreadable'
  | 'empty'
  | 'no_rows'
  | 'binary'
  | 'encoding'
  | 'quoting'
  | 'record_too_long'
  | 'too_many_columns'
  | 'duplicate_headers'
  | 'changed'
  | 'damaged'
  | 'too_large'
  | 'title'
  | 'sheet';

/** The contact file as a whole cannot be read: nothing of it may be used. `hint` says how to fix it. */
export class ContactFileError extends Error {
  readonly code: ContactFileProblem;
  readonly hint: string;

  constructor(code: ContactFileProblem, text: { message: string; hint: string }, cause?: unknown) {
    super(text.message, cause === undefined ? undefined : { cause });
    this.name = 'ContactFileError';
    this.code = code;
    this.hint = text.hint;
  }
}

const SAVE_AS_CSV = 'Open it in your spreadsheet program and save it as .xlsx or "CSV UTF-8".';

/** The hint for every file that holds something else than text. */
export const saveAsCsv = (): string => SAVE_AS_CSV;

/** A failure of the operating system, in the user's words. */
export function fromSystem(path: string, error: unknown): ContactFileError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new ContactFileError(
      'not_found',
      { message: `There is no file "${path}".`, hint: 'Check the spelling and the folder.' },
      error,
    );
  if (code === 'EISDIR')
    return new ContactFileError(
      'directory',
      { message: `"${path}" is a folder.`, hint: 'Name the file inside it.' },
      error,
    );
  const denied = code === 'EACCES' || code === 'EPERM' || code === 'EBUSY';
  return new ContactFileError(
    'unreadable',
    {
      message: `"${path}" cannot be read (${code === '' ? String(error) : code}).`,
      hint: denied
        ? 'Allow your user to read it, and close the program that holds it open.'
        : 'Copy the file to this computer and try again.',
    },
    error,
  );
}
