import type { KnownOrder } from '../../../ports/order-search.ts';
import { all, type Method } from '../statement.ts';

/** Each run by itself, so that its own index gives its newest without sorting all of them. */
export function* newestKnown(
  runId: string,
  { limit, ofRun }: { readonly limit: number; readonly ofRun: boolean },
): Method<readonly KnownOrder[]> {
  const runs = yield* all<{ id: string }>(
    `select id from run
     where coalesce(host, '') = (select coalesce(host, '') from run where id = @runId)`,
    { runId },
  );
  const known: KnownOrder[] = [];
  for (const { id } of ofRun ? [{ id: runId }] : runs) {
    known.push(
      ...(yield* all<KnownOrder>(
        `select o.provider_id as id, o.key as key, o.e164 as number, c.id as "contactId", o.ordered_at as since
         from call_order o join contact c on c.seq = o.contact_seq
         where o.run_id = @id and o.provider_id is not null
         order by o.ordered_at desc limit @limit`,
        { id, limit },
      )),
    );
  }
  return known.sort((a, b) => b.since - a.since).slice(0, limit);
}
