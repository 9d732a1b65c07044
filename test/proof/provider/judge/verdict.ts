export const RULES = [
  'key twice',
  'after a doubtful send',
  'after a human',
  'after a refusal',
  'too many rings',
  'while open',
  'not looked at',
  'too soon',
  'too many live',
  'sent after a stop',
  'no brake',
  'hammering',
  'exit code',
  'stack trace',
  'no end',
  'row lost or twice',
  'row not as told',
  'row that refuses was called',
] as const;

/** A promise that was broken, and by which lines. */
export interface Verdict {
  readonly rule: (typeof RULES)[number];
  readonly at: number;
  readonly text: string;
}
