import type { RunEvent } from '../../ports/report.ts';
import { number } from '../terminal/words.ts';

/** Why nothing leaves, of which people nobody knows whether they were called, and who can change it. */
export function holdLines(
  { orders, why, until }: Extract<RunEvent, { event: 'hold_began' }>,
  decide: string,
): readonly string[] {
  return [
    `HELD       ${number(orders.length)} orders had no clear answer and were not found; they may all have been placed. Nobody else is called.`,
    `  answer   ${why}`,
    `  people   ${orders.map(({ contact }) => contact).join(', ')}`,
    `  The orders are looked for again. When one is found, or somebody decides about it, the run goes on by itself.`,
    `  Ask the provider what became of them, then decide in another terminal: ${decide}`,
    `  Otherwise this session ends at ${until}, when no call can show any more.`,
  ];
}
