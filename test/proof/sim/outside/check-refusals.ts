import type { World } from '../world/world.ts';
import { peopleIn, refusingIn } from './files.ts';
import { everybodyOn } from './lists.ts';

/**
 * I14: by the files and lists that the sender's session has read, nobody is ordered who refuses in a row, nobody who is
 * on a suppress file, with all their digits or the last ones, and nobody who is in the file no more.
 */
export function refusalsKept(world: World): string[] {
  return world.record.sends.flatMap(({ key, number, life }) => {
    const lived = world.lives.find((one) => one.life.name === life);
    if (lived === undefined) return [`${key} was sent by nobody`];
    const { file, lists } = lived.life;
    const broken: string[] = [];
    if (file !== null && !peopleIn(file).has(number))
      broken.push(`I14 ${key} left to somebody who is in the file no more`);
    if (file !== null && refusingIn(file).has(number))
      broken.push(`I14 ${key} left to somebody who refuses in a row`);
    if (lists !== null && everybodyOn(lists.suppressed).has(number))
      broken.push(`I14 ${key} left to somebody on the suppress file`);
    return broken;
  });
}
