/**
 * Which rows of a run's files say that their person is not to be called, by the line that they lead to; and how the rows
 * of a file were read, so that they are read again when the campaign, or this program, reads them otherwise.
 */
export const REFUSALS = `
create table refusal (
  run_id text not null references run(id),
  file_id integer not null references file(id),
  reading integer not null,
  line integer not null,
  identity text not null,
  reason text not null,
  primary key (file_id, reading, line)
) strict, without rowid;
create index refusal_by_identity on refusal(run_id, identity);
alter table file add column read_as text;
`;
