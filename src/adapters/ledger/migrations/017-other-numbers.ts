/**
 * The numbers in the other phone columns of a person's row: lists and limits count for each of them, and what a row refuses
 * holds for all of its numbers.
 */
export const OTHER_NUMBERS = `
create table other_number (
  seq integer not null references contact(seq),
  identity text not null,
  e164 text not null,
  primary key (seq, identity)
) strict, without rowid;
create index other_number_identity on other_number (identity);

create table refusal_of_number (
  run_id text not null references run(id),
  file_id integer not null references file(id),
  reading integer not null,
  line integer not null,
  identity text not null,
  reason text not null,
  primary key (file_id, reading, line, identity)
) strict, without rowid;
insert into refusal_of_number select run_id, file_id, reading, line, identity, reason from refusal;
drop table refusal;
alter table refusal_of_number rename to refusal;
create index refusal_by_identity on refusal(run_id, identity);
`;
