import { clocks, decisions } from './every-clock.ts';

/** `node --import tsx test/domain/time/every-clock/every-clock-main.ts 200 > lines`: to be compared between two versions of Node. */
const count = Number(process.argv[2] ?? 200);
for (const lines of [clocks(count), decisions(count * 4)]) {
  process.stdout.write([...lines, ''].join('\n'));
}
