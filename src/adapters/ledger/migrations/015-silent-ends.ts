/**
 * An order that is over, shows no attempt and was not cancelled: its phone may have rung once. It counts in every cap until
 * the provider shows what became of it (I11).
 */
export const SILENT_ENDS = `
alter table call_order add column may_have_rung integer not null default 0 check (may_have_rung in (0, 1));
update call_order set may_have_rung = 1
  where state = 'settled' and outcome is null and drained = 0 and cancel_asked_at is null
    and not exists (select 1 from attempt a where a.order_key = call_order.key);
`;
