/**
 * The last digits of numbers that stand unreadable in lists of people not to be called: of the do-not-call list, for every
 * run, and of the suppress files of a run, as they were read at its last session. `value`: the cell as it stands there.
 */
export const NUMBER_TAILS = `
alter table contact add column tail text not null default '';
update contact set tail = substr(e164, -7);

create table do_not_call_tail (
  tail text primary key not null,
  value text not null,
  row integer not null,
  who text not null,
  reason text,
  source text not null,
  at integer not null
) strict, without rowid;

create table suppress_tail (
  run_id text not null references run(id),
  tail text not null,
  file text not null,
  row integer not null,
  primary key (run_id, tail)
) strict, without rowid;
`;
