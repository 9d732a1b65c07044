/** What any process may ask of a run, and whom nobody may call. Both logs are only ever appended to. */
export const REQUESTS = `
create table request (
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
create index request_by_kind on request(run_id, kind, id);
create index request_by_contact on request(contact_id) where contact_id is not null;

create table request_done (
  request_id integer primary key references request(id),
  at integer not null,
  what text not null
) strict;

create table do_not_call (
  e164 text primary key not null,
  who text not null,
  reason text,
  source text not null,
  at integer not null
) strict, without rowid;

create table do_not_call_log (
  id integer primary key,
  e164 text not null,
  kind text not null check (kind in ('add','remove')),
  who text not null,
  reason text,
  source text not null,
  at integer not null
) strict;
create index do_not_call_log_by_number on do_not_call_log(e164);

create trigger request_is_kept before delete on request
begin
  select raise(abort, 'requests are never deleted');
end;
create trigger request_is_final before update on request
begin
  select raise(abort, 'requests never change');
end;
create trigger do_not_call_log_is_kept before delete on do_not_call_log
begin
  select raise(abort, 'the do-not-call log is never deleted');
end;
create trigger do_not_call_log_is_final before update on do_not_call_log
begin
  select raise(abort, 'the do-not-call log never changes');
end;
`;
