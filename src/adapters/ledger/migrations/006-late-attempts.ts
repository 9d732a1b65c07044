/** Attempts that nobody expected, and orders that never rang because the run was stopping. */
export const LATE = `
alter table attempt add column late integer not null default 0 check (late in (0,1));
alter table call_order add column drained integer not null default 0 check (drained in (0,1));
`;
