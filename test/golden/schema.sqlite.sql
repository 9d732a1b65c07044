CREATE INDEX change_by_contact on change(contact_seq);

CREATE INDEX contact_by_identity on contact(run_id, identity);

CREATE INDEX contact_due on contact(run_id, grp, (tries > 0), concurrency_key, priority desc, seq)
  where state = 'pending' and held is null and not_before is null;

CREATE INDEX contact_state on contact(run_id, state);

CREATE INDEX contact_suppressed on contact(run_id) where suppressed is not null;

CREATE INDEX contact_waiting on contact(run_id, not_before)
  where state = 'pending' and held is null and not_before is not null;

CREATE INDEX do_not_call_by_identity on do_not_call(identity);

CREATE INDEX do_not_call_log_by_identity on do_not_call_log(identity);

CREATE INDEX evidence_by_order on evidence(order_key);

CREATE INDEX file_by_run on file(run_id);

CREATE INDEX order_by_identity on call_order(identity, ordered_at);

CREATE INDEX order_by_time on call_order(run_id, ordered_at);

CREATE INDEX order_look on call_order(run_id, look_at) where look_at is not null;

CREATE UNIQUE INDEX order_open_identity on call_order(identity) where open = 1;

CREATE INDEX order_unsettled on call_order(run_id, state) where state in ('placing','calling','uncertain');

CREATE INDEX other_number_identity on other_number (identity);

CREATE INDEX refusal_by_identity on refusal(run_id, identity);

CREATE INDEX request_by_contact on request(contact_id) where contact_id is not null;

CREATE INDEX request_by_kind on request(run_id, kind, id);

CREATE INDEX row_by_contact on row(contact_seq) where contact_seq is not null;

CREATE TABLE attempt (
  order_key text not null references call_order(key),
  id text not null,
  nth integer not null,
  status text not null,
  outcome text not null,
  dial_error text,
  started_at integer,
  answered_at integer,
  ended_at integer,
  recording_url text,
  ended_by text,
  end_reason text,
  structured_output text,
  transcript text, late integer not null default 0 check (late in (0,1)), ai_disclosed text,
  primary key (order_key, id)
) strict;

CREATE TABLE call_order (
  key text primary key not null,
  run_id text not null references run(id),
  contact_seq integer not null references contact(seq),
  e164 text not null,
  nth integer not null,
  state text not null check (state in ('placing','calling','uncertain','settled','withdrawn')),
  open integer not null check (open in (0,1)),
  definition integer not null,
  permit text not null,
  ordered_at integer not null,
  rings_until integer not null,
  placed_at integer,
  provider_id text unique,
  cancel_asked_at integer,
  settled_at integer,
  outcome text,
  look_at integer, subject text not null default '', refused integer check (refused in (0,1)), drained integer not null default 0 check (drained in (0,1)), identity text not null default '', looked_at integer, unlooked_since integer, may_have_rung integer not null default 0 check (may_have_rung in (0, 1)),
  unique (contact_seq, nth)
) strict;

CREATE TABLE change (
  id integer primary key,
  run_id text not null,
  contact_seq integer not null,
  at integer not null,
  was text not null,
  became text not null,
  reason text
) strict;

CREATE TABLE contact (
  seq integer primary key,
  id text not null unique,
  run_id text not null references run(id),
  e164 text not null,
  name text,
  region text,
  number_type text not null,
  evidence text not null,
  zones text not null,
  zone_source text not null,
  grp text not null,
  located_with text not null,
  variables text not null,
  metadata text not null,
  priority integer not null,
  external_id text,
  concurrency_key text,
  scheduled_at integer,
  state text not null check (state in ('pending','placing','calling','uncertain','reached','exhausted','failed','skipped','cancelled')),
  reason text,
  not_before integer,
  held text,
  tries integer not null default 0,
  outcome text,
  success integer check (success in (0,1)),
  changed_at integer not null, consent_at integer, consent_text text, consent_source text, suppressed text, place_note text, identity text not null default '', tail text not null default '',
  unique (run_id, e164)
) strict;

CREATE TABLE definition (
  run_id text not null references run(id),
  version integer not null,
  text text not null,
  stored_at integer not null,
  primary key (run_id, version)
) strict;

CREATE TABLE do_not_call (
  e164 text primary key not null,
  who text not null,
  reason text,
  source text not null,
  at integer not null
, identity text not null default '') strict, without rowid;

CREATE TABLE do_not_call_log (
  id integer primary key,
  e164 text not null,
  kind text not null check (kind in ('add','remove')),
  who text not null,
  reason text,
  source text not null,
  at integer not null
, identity text not null default '') strict;

CREATE TABLE do_not_call_tail (
  tail text primary key not null,
  value text not null,
  row integer not null,
  who text not null,
  reason text,
  source text not null,
  at integer not null
) strict, without rowid;

CREATE TABLE evidence (
  id integer primary key,
  order_key text not null,
  source text not null check (source in ('post','search','get','hint','cancel')),
  provider_id text,
  raw text,
  at integer not null
) strict;

CREATE TABLE file (
  id integer primary key,
  run_id text not null references run(id),
  path text not null,
  name text not null,
  hash text not null,
  delimiter text not null,
  headers text not null,
  reading integer not null default 0,
  complete integer not null default 0 check (complete in (0,1)),
  read_at integer not null
, read_as text, named_encoding text) strict;

CREATE TABLE ledger (
  mode text not null check (mode in ('live','rehearsal'))
, copied_at integer) strict;

CREATE TABLE other_number (
  seq integer not null references contact(seq),
  identity text not null,
  e164 text not null,
  primary key (seq, identity)
) strict, without rowid;

CREATE TABLE "refusal" (
  run_id text not null references run(id),
  file_id integer not null references file(id),
  reading integer not null,
  line integer not null,
  identity text not null,
  reason text not null,
  primary key (file_id, reading, line, identity)
) strict, without rowid;

CREATE TABLE request (
  id integer primary key,
  run_id text not null references run(id),
  kind text not null check (kind in ('pause','resume','cancel','rang','not_rung','again')),
  contact_id text references contact(id),
  hang_up integer not null check (hang_up in (0,1)),
  who text not null,
  reason text,
  at integer not null,
  check ((contact_id is not null) = (kind in ('rang','not_rung','again')))
) strict;

CREATE TABLE request_done (
  request_id integer primary key references request(id),
  at integer not null,
  what text not null
) strict;

CREATE TABLE restored (
  run_id text not null references run(id),
  epoch integer not null,
  at integer not null,
  found integer not null,
  who text,
  reason text
) strict;

CREATE TABLE row (
  file_id integer not null references file(id),
  line integer not null,
  cells text not null,
  reading integer not null,
  contact_seq integer references contact(seq),
  problems text,
  primary key (file_id, reading, line)
) strict, without rowid;

CREATE TABLE run (
  id text primary key not null,
  name text not null,
  label text,
  created_at integer not null,
  finished_at integer,
  epoch integer not null default 0,
  releases text not null,
  fingerprint text,
  seed integer
, host text, restored_at integer, again_reached_at integer) strict;

CREATE TABLE session (
  run_id text not null references run(id),
  epoch integer not null,
  began_at integer not null,
  ended_at integer,
  how text,
  primary key (run_id, epoch)
) strict;

CREATE TABLE suppress_file (
  run_id text not null references run(id),
  nth integer not null,
  name text not null,
  path text not null, named_encoding text,
  primary key (run_id, nth)
) strict, without rowid;

CREATE TABLE suppress_tail (
  run_id text not null references run(id),
  tail text not null,
  file text not null,
  row integer not null,
  primary key (run_id, tail)
) strict, without rowid;

CREATE TRIGGER change_is_final before update on change
begin
  select raise(abort, 'changes never change');
end;

CREATE TRIGGER change_is_kept before delete on change
begin
  select raise(abort, 'changes are never deleted');
end;

CREATE TRIGGER contact_changed after update of state on contact when old.state <> new.state
begin
  insert into change (run_id, contact_seq, at, was, became, reason)
  values (new.run_id, new.seq, new.changed_at, old.state, new.state, new.reason);
end;

CREATE TRIGGER do_not_call_log_is_final before update on do_not_call_log
begin
  select raise(abort, 'the do-not-call log never changes');
end;

CREATE TRIGGER do_not_call_log_is_kept before delete on do_not_call_log
begin
  select raise(abort, 'the do-not-call log is never deleted');
end;

CREATE TRIGGER evidence_is_final before update on evidence
begin
  select raise(abort, 'evidence never changes');
end;

CREATE TRIGGER evidence_is_kept before delete on evidence
begin
  select raise(abort, 'evidence is never deleted');
end;

CREATE TRIGGER request_is_final before update on request
begin
  select raise(abort, 'requests never change');
end;

CREATE TRIGGER request_is_kept before delete on request
begin
  select raise(abort, 'requests are never deleted');
end;

CREATE TRIGGER settled_is_final before update of state on call_order
  when old.state in ('settled','withdrawn') and new.state <> old.state
    and not (old.state = 'settled' and new.state = 'uncertain')
begin
  select raise(abort, 'I5: a settled order never waits again');
end;
