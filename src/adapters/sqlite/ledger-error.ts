type LedgerRefusal =
  'newer' | 'not_a_ledger' | 'other_mode' | 'missing' | 'unreadable' | 'damaged' | 'storage';

export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  readonly code: LedgerRefusal;
  /** What to do, where that depends on more than the code. */
  readonly fix: string | null = null;

  constructor(code: LedgerRefusal, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** A failure of SQLite or of the file system, in the operator's words. */
export function toLedgerError(path: string, cause: unknown): LedgerError {
  if (cause instanceof LedgerError) return cause;
  const code = (cause as { code?: string }).code ?? '';
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (code === 'SQLITE_NOTADB') {
    return new LedgerError('not_a_ledger', `${path} is not a ledger`, cause);
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new LedgerError('damaged', `${path} is damaged: ${reason}`, cause);
  }
  return new LedgerError('unreadable', `${path} cannot be used: ${reason}`, cause);
}

/** Codes of SQLite, and of the file system for what is written without it. */
const STORAGE =
  /^(SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)|(ENOSPC|EDQUOT|EIO|EROFS|EFBIG|ENXIO|ENODEV)$)/;
const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);

/** Null: not the fault of the disk. */
export function storageError(path: string, cause: unknown): LedgerError | null {
  const code = (cause as { code?: unknown }).code;
  if (typeof code !== 'string' || !STORAGE.test(code)) return null;
  const what = FULL.has(code) ? 'the disk is full' : `the disk failed (${code})`;
  return new LedgerError('storage', `${path} could not be written: ${what}`, cause);
}
