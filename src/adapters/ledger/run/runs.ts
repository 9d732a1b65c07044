import { LostSession, type NewRun, type Run } from '../../../ports/ledger/runs.ts';
import type { Session } from '../../../ports/session.ts';
import type { RunMemory } from '../../../ports/ledger/restored.ts';
import { greaterOf } from '../dialect.ts';
import { all, one, run, type Method } from '../statement.ts';

interface RunRow {
  id: string;
  name: string;
  label: string | null;
  mode: 'live' | 'rehearsal';
  created_at: number;
  finished_at: number | null;
  releases: string;
  fingerprint: string | null;
  seed: number | null;
  host: string | null;
  session_began_at: number | null;
}

const RUN = `select run.*, ledger.mode,
    (select s.began_at from session s where s.run_id = run.id and s.epoch = run.epoch) as session_began_at
  from run, ledger`;

const toRun = (row: RunRow): Run => ({
  id: row.id,
  name: row.name,
  label: row.label,
  mode: row.mode,
  createdAt: row.created_at,
  finishedAt: row.finished_at,
  releases: row.releases,
  fingerprint: row.fingerprint,
  seed: row.seed,
  host: row.host,
  sessionBeganAt: row.session_began_at,
});

export function* isCurrent(session: Session): Method<boolean> {
  const row = yield* one<{ epoch: number }>('select epoch from run where id = @run', {
    run: session.runId,
  });
  return row?.epoch === session.epoch;
}

/** Every method that changes a state begins with this: a session that was frozen and woke finds itself replaced. */
export function* assertSession(session: Session): Method<void> {
  if (!(yield* isCurrent(session))) {
    throw new LostSession(`session ${session.epoch} of run ${session.runId} has been replaced`);
  }
}

export function* findRun(id: string): Method<Run | null> {
  const row = yield* one<RunRow>(`${RUN} where run.id = @id`, { id });
  return row === null ? null : toRun(row);
}

export function* listRuns(): Method<readonly Run[]> {
  return (yield* all<RunRow>(`${RUN} order by run.created_at desc, run.id`)).map(toRun);
}

export function* createRun(input: NewRun): Method<Run> {
  const { now, ...facts } = input;
  yield* run(
    `insert into run (id, name, label, created_at, releases, fingerprint, seed, host)
     values (@id, @name, @label, @now, @releases, @fingerprint, @seed, @host)`,
    { ...facts, host: input.host ?? null, now },
  );
  const made = yield* findRun(input.id);
  if (made === null) throw new Error(`run ${input.id} was not stored`);
  return made;
}

/**
 * A later session or order than this ledger knows, or a lock that knows of no session while orders were made, says
 * that it is an older copy or may be one. The mark is set in the transaction that lifts the epoch: a crash between
 * the two would make the copy look like the newest ledger.
 */
export function* beginSession(
  runId: string,
  now: number,
  memory: RunMemory | null = null,
): Method<Session> {
  const after = memory?.epoch ?? null;
  const row = yield* one<{ epoch: number }>(
    `update run set epoch = ${greaterOf('epoch', 'coalesce(@after, 0)')} + 1, finished_at = null,
       restored_at = case
         when epoch < @after
           or (@lastOrder is not null
             and not exists (select 1 from call_order where key = @lastOrder and run_id = @runId))
           or (@after = 0 and exists (select 1 from call_order where run_id = @runId))
         then coalesce(restored_at, @now) else restored_at end
     where id = @runId returning epoch`,
    { runId, after, now, lastOrder: memory?.lastOrder ?? null },
  );
  if (row === null) throw new Error(`no run ${runId}`);
  yield* run('insert into session (run_id, epoch, began_at) values (@runId, @epoch, @now)', {
    runId,
    epoch: row.epoch,
    now,
  });
  return { runId, epoch: row.epoch };
}

export function* endSession(
  session: Session,
  end: { now: number; how: string; finished: boolean },
): Method<void> {
  yield* assertSession(session);
  yield* run(
    'update session set ended_at = @now, how = @how where run_id = @runId and epoch = @epoch',
    { now: end.now, how: end.how, runId: session.runId, epoch: session.epoch },
  );
  if (end.finished) {
    yield* run('update run set finished_at = @now where id = @runId', {
      now: end.now,
      runId: session.runId,
    });
  }
}

/** A rehearsal's clock goes on from here; derived, so that no crash can leave it behind. */
export function* lastMoment(runId: string): Method<number> {
  const row = yield* one<{ at: number | null }>(
    `select max(at) as at from (
       select max(created_at) as at from run where id = @runId
       union all select max(began_at) from session where run_id = @runId
       union all select max(ended_at) from session where run_id = @runId
       union all select max(changed_at) from contact where run_id = @runId
       union all select max(ordered_at) from call_order where run_id = @runId)`,
    { runId },
  );
  return row?.at ?? 0;
}

export function* saveDefinition(
  session: Session,
  text: string,
  now: number,
): Method<{ version: number; isNew: boolean }> {
  yield* assertSession(session);
  const last = yield* definition(session.runId);
  if (last?.text === text) return { version: last.version, isNew: false };
  const version = (last?.version ?? 0) + 1;
  yield* run('insert into definition values (@runId, @version, @text, @now)', {
    runId: session.runId,
    version,
    text,
    now,
  });
  return { version, isNew: true };
}

export function* definition(runId: string): Method<{ version: number; text: string } | null> {
  return yield* one<{ version: number; text: string }>(
    'select version, text from definition where run_id = @runId order by version desc limit 1',
    { runId },
  );
}
