import { formatNames } from '../../../domain/run/calling-group.ts';
import { MAY_BE_ORDERED } from '../../../domain/run/states.ts';
import type { Session } from '../../../ports/session.ts';
import type { Unlocated } from '../../../ports/ledger/intake.ts';
import { assertSession } from '../run/runs.ts';
import { listed } from '../moving.ts';
import { all, one, run, type Method } from '../statement.ts';

/** Unfinished contacts that were located with other data than `releases`, a page at a time, by file order. */
export function* unlocated(
  runId: string,
  releases: string,
  page: { after: number; limit: number },
): Method<readonly Unlocated[]> {
  return yield* all<Unlocated>(
    `select seq, id as "contactId", e164, region, number_type as "numberType", evidence, grp as "group"
     from contact
     where seq > @after and run_id = @runId and located_with <> @releases
       and state in (${listed(MAY_BE_ORDERED)})
     order by seq limit @limit`,
    { runId, releases, ...page },
  );
}

export function* relocate(
  session: Session,
  located: readonly {
    contactId: string;
    zones: readonly string[];
    zoneSource: string;
    placeNote: string | null;
    group: string;
  }[],
  releases: string,
): Method<void> {
  yield* assertSession(session);
  for (const { contactId, zones, zoneSource, group, placeNote } of located) {
    yield* run(
      `update contact set zones = @zones, zone_source = @zoneSource, grp = @group, located_with = @releases,
         place_note = @placeNote
       where id = @contactId`,
      { contactId, zones: formatNames(zones), zoneSource, group, placeNote, releases },
    );
  }
}

export function* setReleases(session: Session, releases: string): Method<void> {
  yield* assertSession(session);
  yield* run('update run set releases = @releases where id = @runId', {
    runId: session.runId,
    releases,
  });
}

export function* numberOf(runId: string, contactId: string): Method<string | null> {
  const row = yield* one<{ e164: string }>(
    'select e164 from contact where run_id = @runId and id = @contactId',
    { runId, contactId },
  );
  return row?.e164 ?? null;
}
