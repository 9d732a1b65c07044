/**
 * Numbers are compared by the line that they lead to, not by their spelling. `dialled_identity` is a function that the
 * driver lends to this migration. Where two spellings of one line both have an open order, the first stays the open one,
 * as when two runs find out later that they have ordered the same number.
 */
export const DIALLED_IDENTITY = `
alter table contact add column identity text not null default '';
update contact set identity = dialled_identity(e164);
create index contact_by_identity on contact(run_id, identity);

alter table call_order add column identity text not null default '';
update call_order set identity = dialled_identity(e164);
update call_order set open = 0 where open = 1 and exists (select 1 from call_order other
  where other.identity = call_order.identity and other.open = 1
    and (other.ordered_at, other.key) < (call_order.ordered_at, call_order.key));
drop index order_open_number;
drop index order_by_number;
create unique index order_open_identity on call_order(identity) where open = 1;
create index order_by_identity on call_order(identity, ordered_at);

alter table do_not_call add column identity text not null default '';
update do_not_call set identity = dialled_identity(e164);
create index do_not_call_by_identity on do_not_call(identity);

drop trigger do_not_call_log_is_final;
alter table do_not_call_log add column identity text not null default '';
update do_not_call_log set identity = dialled_identity(e164);
drop index do_not_call_log_by_number;
create index do_not_call_log_by_identity on do_not_call_log(identity);
create trigger do_not_call_log_is_final before update on do_not_call_log
begin
  select raise(abort, 'the do-not-call log never changes');
end;
`;
