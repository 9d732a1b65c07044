export type LedgerRefusal = 'newer' | 'not_a_ledger' | 'other_mode' | 'missing' | 'unreadable';

export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  readonly code: LedgerRefusal;

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
  return new LedgerError('unreadable', `${path} cannot be used: ${reason}`, cause);
}
