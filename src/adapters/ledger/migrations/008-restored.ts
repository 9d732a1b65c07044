/** Of a ledger that was copied and is worked on again: what was ordered since is found out first. */
export const RESTORED = `
alter table ledger add column copied_at integer;
alter table run add column restored_at integer;
create table restored (
  run_id text not null references run(id),
  epoch integer not null,
  at integer not null,
  found integer not null,
  who text,
  reason text
) strict;
`;
