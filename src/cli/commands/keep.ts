import type { ExitCode } from '../terminal/failure.ts';

/** What a command ends with is kept until the process does. */
export type Keep = (code: ExitCode) => void;
