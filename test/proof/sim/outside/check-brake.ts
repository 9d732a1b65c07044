import type { World } from '../world/world.ts';

/** As the contract has it: with so many nothing more leaves. */
const UNCLEAR_AT_MOST = 5;

/** I15: ambiguous answers are a brake. Of a process: what it has sent and heard itself. */
export function brakeKept(world: World): string[] {
  const { sends, clearedAt } = world.record;
  return sends.flatMap((send) => {
    const unclear = sends.filter(
      (before) =>
        before.life === send.life &&
        before.unclear &&
        before.answeredAt !== null &&
        before.answeredAt < send.gateAt &&
        !(clearedAt.get(before.key) ?? []).some((at) => at >= before.at && at <= send.at),
    );
    if (unclear.length < UNCLEAR_AT_MOST) return [];
    return [`I15 ${send.key} left while ${unclear.length} orders had no clear answer`];
  });
}
