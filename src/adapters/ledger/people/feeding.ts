import { formatNames } from '../../../domain/run/calling-group.ts';
import { type ContactState, MAY_BE_ORDERED } from '../../../domain/run/states.ts';
import { storeReason } from '../../../domain/run/reason.ts';
import { createHash } from 'node:crypto';
import { isRefusal } from '../../../domain/contact/consent.ts';
import type { NewContact } from '../../../domain/contact/contact.ts';
import { contactBefore } from '../../../domain/run/transitions.ts';
import { dialledIdentity } from '../../../domain/phone/number/identity.ts';
import { tailOf } from '../../../domain/phone/number/number-tails.ts';
import type { FeedCounts, FileFacts, RowToFeed } from '../../../ports/ledger/intake.ts';
import type { Session } from '../../../ports/session.ts';
import { keepOthers } from './other-numbers.ts';
import { forgetOldRefusals, refusalOf, refuse } from './refusing.ts';
import { assertSession } from '../run/runs.ts';
import { listed, moveContact } from '../moving.ts';
import { one, run, type Method } from '../statement.ts';

interface Known {
  seq: number;
  state: ContactState;
  tries: number;
  variables: string;
  metadata: string;
}

/**
 * Made from run and dialled identity: the same in every copy of the ledger and for every spelling (I2). Somebody who is in the run
 * keeps the id they joined with. It begins with a letter, so that no spreadsheet takes it for a number.
 */
function contactId(runId: string, identity: string): string {
  return `c${createHash('sha256').update(`${runId}\n${identity}`).digest('hex').slice(0, 20)}`;
}

/**
 * The same content under another name or path is the same file; a known path with new content is a new
 * reading of that file. Anything else is another file of the run.
 */
export function* beginFile(
  session: Session,
  file: FileFacts,
  now: number,
): Method<{ fileId: number; known: boolean }> {
  yield* assertSession(session);
  const found = yield* one<{ id: number; hash: string; complete: number; readAs: string | null }>(
    `select id, hash, complete, read_as as "readAs" from file where run_id = @runId and (hash = @hash or path = @path)
     order by (hash = @hash) desc, id limit 1`,
    { runId: session.runId, hash: file.hash, path: file.path },
  );
  const readAs = file.readAs ?? null;
  const namedEncoding = file.namedEncoding ?? null;
  const facts = { ...file, headers: JSON.stringify(file.headers), readAs, namedEncoding, now };
  if (found === null) {
    const made = yield* one<{ id: number }>(
      `insert into file (run_id, path, name, hash, delimiter, headers, reading, read_at, read_as, named_encoding)
       values (@runId, @path, @name, @hash, @delimiter, @headers, 1, @now, @readAs, @namedEncoding) returning id`,
      { runId: session.runId, ...facts },
    );
    if (made === null) throw new Error('the file was not stored');
    return { fileId: made.id, known: false };
  }
  const known = found.hash === file.hash && found.complete === 1 && found.readAs === readAs;
  yield* run(
    `update file set path = @path, name = @name, hash = @hash, delimiter = @delimiter, headers = @headers,
       read_at = @now, read_as = @readAs, named_encoding = @namedEncoding, reading = reading + @more, complete = @known where id = @id`,
    { ...facts, more: known ? 0 : 1, known: known ? 1 : 0, id: found.id },
  );
  return { fileId: found.id, known };
}

const cellsOf = (contact: NewContact): Record<string, string | number | null> => ({
  e164: contact.e164,
  tail: tailOf(contact.e164),
  name: contact.name,
  region: contact.region,
  numberType: contact.numberType,
  evidence: JSON.stringify(contact.evidence),
  zones: formatNames(contact.zones),
  zoneSource: contact.zoneSource,
  placeNote: contact.placeNote,
  grp: contact.group,
  variables: JSON.stringify(contact.variables),
  metadata: JSON.stringify(contact.metadata),
  priority: contact.priority,
  externalId: contact.externalId,
  key: contact.concurrencyKey,
  scheduledAt: contact.notBefore,
  consentAt: contact.consent?.at ?? null,
  consentText: contact.consent?.text ?? null,
  consentSource: contact.consent?.source ?? null,
});

function* join(
  session: Session,
  row: RowToFeed & { contact: NewContact },
  at: { identity: string; now: number; releases: string },
): Method<number> {
  const made = yield* one<{ seq: number }>(
    `insert into contact (id, run_id, e164, identity, tail, name, region, number_type, evidence, zones, zone_source, grp,
       located_with, variables, metadata, priority, external_id, concurrency_key, scheduled_at,
       consent_at, consent_text, consent_source, place_note, state, reason, not_before, changed_at)
     values (@id, @runId, @e164, @identity, @tail, @name, @region, @numberType, @evidence, @zones, @zoneSource, @grp,
       @releases, @variables, @metadata, @priority, @externalId, @key, @scheduledAt,
       @consentAt, @consentText, @consentSource, @placeNote,
       @state, @reason, @scheduledAt, @now) returning seq`,
    {
      ...cellsOf(row.contact),
      ...at,
      id: contactId(session.runId, at.identity),
      runId: session.runId,
      state: row.skip === null ? 'pending' : 'skipped',
      reason: row.skip,
    },
  );
  if (made === null) throw new Error('the contact was not stored');
  return made.seq;
}

/**
 * Of somebody who was ordered before no cell is taken over but one: anyone who has refused consent since is not to be
 * tried again. What is settled stays as it is (I5).
 */
function* keepRefusal(seq: number, { consent }: NewContact): Method<void> {
  if (consent === null || !isRefusal(consent.text)) return;
  const { text, source } = consent;
  yield* run(
    `update contact set consent_at = null, consent_text = @text, consent_source = @source
     where seq = @seq and state in ('pending','placing','calling','uncertain')`,
    { seq, text, source },
  );
}

/** Cells of a contact that has no order yet are updated; afterwards a change is only reported. */
function* meetAgain(
  row: RowToFeed & { contact: NewContact },
  known: Known,
  at: { now: number; releases: string },
): Method<'updated' | 'changed' | 'known'> {
  const same =
    known.variables === JSON.stringify(row.contact.variables) &&
    known.metadata === JSON.stringify(row.contact.metadata);
  const open = known.tries === 0 && contactBefore('fed_again').includes(known.state);
  if (!open) {
    yield* keepRefusal(known.seq, row.contact);
    return same ? 'known' : 'changed';
  }
  const { now, releases } = at;
  yield* moveContact('fed_again', {
    to: row.skip === null ? 'pending' : 'skipped',
    set: `e164 = @e164, tail = @tail, name = @name, region = @region, number_type = @numberType, evidence = @evidence,
      zones = @zones, zone_source = @zoneSource, grp = @grp, located_with = @releases,
      variables = @variables, metadata = @metadata, priority = @priority, external_id = @externalId,
      concurrency_key = @key, scheduled_at = @scheduledAt, not_before = @scheduledAt,
      consent_at = @consentAt, consent_text = @consentText, consent_source = @consentSource,
      place_note = @placeNote, reason = @reason, changed_at = @now`,
    where: 'seq = @seq',
    params: { ...cellsOf(row.contact), now, releases, seq: known.seq, reason: row.skip },
  });
  return same ? 'known' : 'updated';
}

function* feedContact(
  session: Session,
  row: RowToFeed & { contact: NewContact },
  at: { fileId: number; reading: number; now: number; releases: string; identity: string },
): Method<{ seq: number | null; count: keyof FeedCounts }> {
  const known = yield* one<Known>(
    `select seq, state, tries, variables, metadata from contact
     where run_id = @runId and identity = @identity order by e164 <> @e164, seq limit 1`,
    { runId: session.runId, identity: at.identity, e164: row.contact.e164 },
  );
  if (known === null && row.onlyIfJoined) return { seq: null, count: 'invalid' };
  if (known === null) return { seq: yield* join(session, row, at), count: 'joined' };
  const home = yield* one<object>(
    `select 1 from row r join file f on f.id = r.file_id
     where r.contact_seq = @seq and r.file_id <> @fileId and r.reading = f.reading limit 1`,
    { seq: known.seq, fileId: at.fileId },
  );
  if (home !== null) return { seq: known.seq, count: 'elsewhere' };
  return { seq: known.seq, count: yield* meetAgain(row, known, at) };
}

export function* feedRows(
  session: Session,
  fileId: number,
  feed: { rows: readonly RowToFeed[]; now: number },
): Method<FeedCounts> {
  yield* assertSession(session);
  const file = yield* one<{ reading: number; releases: string }>(
    'select f.reading, r.releases from file f join run r on r.id = f.run_id where f.id = @id',
    { id: fileId },
  );
  if (file === null) throw new Error(`no file ${fileId}`);
  const counts: FeedCounts = {
    joined: 0,
    updated: 0,
    changed: 0,
    known: 0,
    invalid: 0,
    elsewhere: 0,
  };
  for (const row of feed.rows) {
    const { contact } = row;
    let seq: number | null = null;
    if (contact === null) counts.invalid += 1;
    else {
      const identity = dialledIdentity(contact.e164);
      const at = { fileId, ...file, now: feed.now, identity };
      const skip = row.skip ?? (yield* refusalOf(session.runId, identity));
      const fed = yield* feedContact(session, { ...row, contact, skip }, at);
      counts[fed.count] += 1;
      seq = fed.seq;
      if (seq !== null) yield* keepOthers(seq, contact.otherNumbers);
    }
    yield* run(
      `insert into row (file_id, line, cells, contact_seq, problems, reading)
       values (@fileId, @line, @cells, @seq, @problems, @reading)`,
      {
        fileId,
        line: row.line,
        cells: JSON.stringify(row.cells),
        seq,
        problems: seq === null ? JSON.stringify(row.problems) : null,
        reading: file.reading,
      },
    );
    if (row.refusal != null) {
      const { line } = row;
      const at = { fileId, reading: file.reading, line, now: feed.now };
      const { e164, otherNumbers, reason } = row.refusal;
      for (const number of [e164, ...otherNumbers])
        yield* refuse(session.runId, { e164: number, reason }, at);
    }
  }
  return counts;
}

const IN_A_FILE = `exists (select 1 from row r join file f on f.id = r.file_id
  where r.contact_seq = contact.seq and r.reading = f.reading)`;

/** People who are in no file of the run any more wait until they are back; they are not called meanwhile. */
export function* endFile(
  session: Session,
  fileId: number,
  now: number,
): Method<{ held: number; back: number }> {
  yield* assertSession(session);
  const { runId } = session;
  yield* run('update file set complete = 1, read_at = @now where id = @fileId', { fileId, now });
  yield* forgetOldRefusals(runId, fileId, now);
  const back = yield* one<{ n: number }>(
    `select count(*) as n from contact
     where run_id = @runId and held is not null and state <> 'skipped' and ${IN_A_FILE}`,
    { runId },
  );
  yield* run(
    `update contact set held = null where run_id = @runId and held is not null and ${IN_A_FILE}`,
    { runId },
  );
  const gone = yield* one<{ n: number }>(
    `select count(*) as n from contact where run_id = @runId and state = 'pending' and held is null and not ${IN_A_FILE}`,
    { runId },
  );
  // Anyone who has an order still open is held too: when it ends, nobody is to try again. So is anyone who is skipped:
  // a list may mean them no more.
  yield* run(
    `update contact set held = @held
     where run_id = @runId and state in (${listed(MAY_BE_ORDERED)}) and held is null
       and not ${IN_A_FILE}`,
    { runId, held: storeReason({ code: 'removed_from_file' }) },
  );
  // Rows of an older reading stay only for people who are gone, so that their results stay in the export: of each
  // person the newest, for a reading may have broken off.
  yield* run(
    `delete from row as old where old.file_id = @fileId
       and old.reading < (select reading from file where id = @fileId)
       and (old.contact_seq is null or exists (
         select 1 from row r join file f on f.id = r.file_id
         where r.contact_seq = old.contact_seq
           and (r.reading = f.reading or (r.file_id = old.file_id and r.reading > old.reading))))`,
    { fileId },
  );
  return { held: gone?.n ?? 0, back: back?.n ?? 0 };
}
