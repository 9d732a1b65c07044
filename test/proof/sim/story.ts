import { ringsOf } from './world/record.ts';
import type { World } from './world/world.ts';

const iso = (at: number | null): string => (at === null ? 'never' : new Date(at).toISOString());

/** What happened to each person, for anyone who looks at a failing seed. */
export function storyOf({ disk, record, plan, lives }: World): string[] {
  const lines = lives.map(({ life }) => `${life.name} last struck at: ${life.lastWhere}`);
  const changes = disk.db.prepare(
    `select ch.at, ch.was, ch.became, ch.reason from change ch join contact c on c.seq = ch.contact_seq
     where c.e164 = ? order by ch.id`,
  );
  const people = plan.runs.flatMap(({ contacts }) => contacts);
  for (const [e164, zones] of new Map(people.map((one) => [one.e164, one.zones]))) {
    lines.push(`${e164} in ${zones.join('+')}`);
    for (const send of record.sends.filter((one) => one.number === e164)) {
      const how = send.unclear ? 'unclear' : send.throttled ? 'throttled' : 'answered';
      lines.push(
        `  ${iso(send.at)} ${send.life} of ${send.run} sends ${send.key.slice(-8)}: ${how}`,
      );
    }
    for (const order of record.ofNumber(e164)) {
      const faults = JSON.stringify(order.birth.faults ?? {});
      lines.push(
        `  ${iso(order.birth.createdAt)} order ${order.key.slice(-8)} of ${record.runOf(order.key)} ${order.state.status} ` +
          `over ${iso(order.overAt)} ${faults}`,
      );
      for (const ring of ringsOf(order))
        lines.push(`    rings ${iso(ring.startedAt)} to ${iso(ring.endedAt)}`);
    }
    for (const one of changes.all(e164) as { [name: string]: never }[])
      lines.push(`  ${iso(one['at'] ?? null)} ${one['was']} → ${one['became']}: ${one['reason']}`);
  }
  return lines;
}
