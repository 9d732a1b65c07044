import type { LinesInUse } from '../../app/unclear/lines-in-use.ts';
import { counted, minute } from '../terminal/words.ts';

/** Which lines are held, as a session counts them; nothing while none is held by an order in doubt. */
export function linesText({ live, mayBeLive, until }: LinesInUse, max: number): readonly string[] {
  if (until === null) return [];
  const held = counted(mayBeLive, 'line is', 'lines are');
  return [
    `  lines     ${live + mayBeLive} of ${max} in use: ${held} held by orders that may be live, until ${minute(until)} at the latest`,
  ];
}

export const linesJson = ({ live, mayBeLive, until }: LinesInUse, max: number): object => ({
  max,
  live,
  may_be_live: mayBeLive,
  may_be_live_until: until === null ? null : new Date(until).toISOString(),
});
