/** The states of that day: a migration is never edited. */
const STATES = `'pending','placing','calling','uncertain','reached','exhausted','failed','skipped','cancelled'`;

export const FIRST = `
create table ledger (
  mode text not null check (mode in ('live','rehearsal'))
) strict;

create table run (
  id text primary key not null,
  name text not null,
  label text,
  created_at integer not null,
  finished_at integer,
  epoch integer not null default 0,
  releases text not null,
  fingerprint text,
  seed integer
) strict;

create table session (
  run_id text not null references run(id),
  epoch integer not null,
  began_at integer not null,
  ended_at integer,
  how text,
  primary key (run_id, epoch)
) strict;

create table definition (
  run_id text not null references run(id),
  version integer not null,
  text text not null,
  stored_at integer not null,
  primary key (run_id, version)
) strict;

create table file (
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
) strict;
create index file_by_run on file(run_id);

create table contact (
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
  state text not null check (state in (${STATES})),
  reason text,
  not_before integer,
  held text,
  tries integer not null default 0,
  outcome text,
  success integer check (success in (0,1)),
  changed_at integer not null,
  unique (run_id, e164)
) strict;
create index contact_due on contact(run_id, grp, (tries > 0), concurrency_key, priority desc, seq)
  where state = 'pending' and held is null and not_before is null;
create index contact_waiting on contact(run_id, not_before)
  where state = 'pending' and held is null and not_before is not null;
create index contact_state on contact(run_id, state);

create table row (
  file_id integer not null references file(id),
  line integer not null,
  cells text not null,
  reading integer not null,
  contact_seq integer references contact(seq),
  problems text,
  primary key (file_id, reading, line)
) strict, without rowid;
create index row_by_contact on row(contact_seq) where contact_seq is not null;

create table call_order (
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
  look_at integer,
  unique (contact_seq, nth)
) strict;
create unique index order_open_number on call_order(e164) where open = 1;
create index order_by_number on call_order(e164, ordered_at);
create index order_by_time on call_order(run_id, ordered_at);
create index order_unsettled on call_order(run_id, state) where state in ('placing','calling','uncertain');
create index order_look on call_order(run_id, look_at) where look_at is not null;

create table attempt (
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
  transcript text,
  primary key (order_key, id)
) strict;

create table evidence (
  id integer primary key,
  order_key text not null,
  source text not null check (source in ('post','search','get','hint','cancel')),
  provider_id text,
  raw text,
  at integer not null
) strict;
create index evidence_by_order on evidence(order_key);

create table change (
  id integer primary key,
  run_id text not null,
  contact_seq integer not null,
  at integer not null,
  was text not null,
  became text not null,
  reason text
) strict;
create index change_by_contact on change(contact_seq);

create trigger contact_changed after update of state on contact when old.state <> new.state
begin
  insert into change (run_id, contact_seq, at, was, became, reason)
  values (new.run_id, new.seq, new.changed_at, old.state, new.state, new.reason);
end;
create trigger evidence_is_kept before delete on evidence
begin
  select raise(abort, 'evidence is never deleted');
end;
create trigger settled_is_final before update of state on call_order
  when old.state in ('settled','withdrawn') and new.state <> old.state
begin
  select raise(abort, 'I5: a settled order never changes');
end;
`;
