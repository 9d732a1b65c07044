import { hasReason } from '../reason-code.ts';
import { dialledIdentity } from '../../../domain/phone/number/identity.ts';
import type { ReasonCode } from '../../../domain/run/reason.ts';
import { onSuppressList } from '../../../domain/schedule/admission.ts';
import type { Candidate, Page, SpokenTo, SuppressFile } from '../../../ports/ledger/admission.ts';
import type { Session } from '../../../ports/session.ts';
import { assertSession } from '../run/runs.ts';
import { BAR, FREE } from '../moving.ts';
import { all, change, run, type Method } from '../statement.ts';

export function* groups(runId: string): Method<readonly string[]> {
  const rows = yield* all<{ grp: string }>(
    `select distinct grp from contact where run_id = @runId and state in ('pending','placing','calling','uncertain') order by grp`,
    { runId },
  );
  return rows.map((row) => row.grp);
}

export function* skipGroup(
  session: Session,
  group: string,
  why: { reason: string; now: number },
): Method<number> {
  yield* assertSession(session);
  const { runId } = session;
  return yield* change(`${BAR} and run_id = @runId and grp = @group`, { runId, group, ...why });
}

/** Off the index contact_state, whose entries of one state lie in the order of `seq`. */
export function* withoutConsent(
  runId: string,
  on: { readonly now: number; readonly evenBlank: boolean; readonly since?: number },
  page: Page,
): Method<readonly Candidate[]> {
  return yield* all<Candidate>(
    `select seq, grp as "group", consent_at as "consentAt", consent_text as "consentText" from contact
     where run_id = @runId and state = 'pending' and seq > @after
       and (consent_at is null or consent_at > @now or consent_at < @since) and (@evenBlank = 1 or consent_text is not null)
     order by seq limit @limit`,
    { runId, now: on.now, since: on.since ?? 0, evenBlank: Number(on.evenBlank), ...page },
  );
}

export function* spokenTo(runId: string, page: Page): Method<readonly SpokenTo[]> {
  const rows = yield* all<Omit<SpokenTo, 'variables'> & { variables: string }>(
    `select seq, grp as "group", variables, coalesce((
         select r.line from row r join file f on f.id = r.file_id and f.reading = r.reading
         where r.contact_seq = c.seq order by r.file_id, r.line limit 1), 0) as line
     from contact c
     where run_id = @runId and state = 'pending' and held is null and seq > @after
       and not exists (select 1 from do_not_call d where d.identity = c.identity)
     order by seq limit @limit`,
    { runId, ...page },
  );
  return rows.map((row) => ({
    ...row,
    variables: JSON.parse(row.variables) as SpokenTo['variables'],
  }));
}

export function* skippedFor(
  runId: string,
  codes: readonly ReasonCode[],
  page: Page,
): Method<readonly Candidate[]> {
  return yield* all<Candidate>(
    `select seq, grp as "group", consent_at as "consentAt", consent_text as "consentText" from contact
     where run_id = @runId and state = 'skipped' and seq > @after
       and ${hasReason(...codes)} order by seq limit @limit`,
    { runId, ...page },
  );
}

export function* skipEach(
  session: Session,
  skips: readonly { readonly seq: number; readonly reason: string }[],
  now: number,
): Method<void> {
  yield* assertSession(session);
  for (const skip of skips) yield* endWaiting(skip, now);
}

/** Ends somebody who may not be called, if they wait: who is under way is marked, and is not tried again. */
export function* endWaiting(
  skip: { readonly seq: number; readonly reason: string },
  now: number,
): Method<void> {
  yield* run(`${BAR} and seq = @seq`, { seq: skip.seq, reason: skip.reason, now });
}

export function* takeBack(session: Session, seqs: readonly number[], now: number): Method<void> {
  yield* assertSession(session);
  // Who they are was read in an earlier transaction: anyone who is not skipped any more stays so.
  for (const seq of seqs) yield* run(`${FREE} and seq = @seq`, { seq, now });
}

export function* suppressFiles(runId: string): Method<readonly SuppressFile[]> {
  return yield* all<SuppressFile>(
    `select name, path, named_encoding as encoding from suppress_file
     where run_id = @runId order by nth`,
    { runId },
  );
}

export function* beginSuppress(session: Session, files: readonly SuppressFile[]): Method<void> {
  yield* assertSession(session);
  const { runId } = session;
  yield* run(
    'update contact set suppressed = null where run_id = @runId and suppressed is not null',
    { runId },
  );
  yield* run('delete from suppress_file where run_id = @runId', { runId });
  yield* run('delete from suppress_tail where run_id = @runId', { runId });
  for (const [nth, { name, path, encoding = null }] of files.entries()) {
    yield* run(
      `insert into suppress_file (run_id, nth, name, path, named_encoding)
       values (@runId, @nth, @name, @path, @encoding)`,
      { runId, nth, name, path, encoding },
    );
  }
}

/** Anyone who has an order that is open is marked as well: when it ends, nobody is to try again. */
export function* suppress(
  session: Session,
  numbers: readonly string[],
  { file, now }: { readonly file: string; readonly now: number },
): Method<number> {
  yield* assertSession(session);
  let marked = 0;
  for (const e164 of numbers) {
    const found = yield* all<{ seq: number }>(
      `update contact set suppressed = @file
       where run_id = @runId and suppressed is null
         and (identity = @identity or seq in (select seq from other_number where identity = @identity))
       returning seq`,
      { runId: session.runId, identity: dialledIdentity(e164), file },
    );
    marked += found.length;
    for (const { seq } of found) yield* endWaiting({ seq, reason: onSuppressList(file) }, now);
  }
  return marked;
}
