/** Who of a run is on a list of the campaign, and where those lists lie. */
export const SUPPRESS = `
alter table contact add column suppressed text;
create index contact_suppressed on contact(run_id) where suppressed is not null;
create table suppress_file (
  run_id text not null references run(id),
  nth integer not null,
  name text not null,
  path text not null,
  primary key (run_id, nth)
) strict, without rowid;
`;
