/**
 * When the last order of a person was last looked at, and since when no look at it has told that it is over (I13). What is
 * settled may still become uncertain, when a day of such looks has told nothing.
 *
 * Older versions stored times that no clock can show; they ended each session that read them.
 */
export const FRESH_LOOK = `
alter table call_order add column looked_at integer;
alter table call_order add column unlooked_since integer;

drop trigger settled_is_final;
create trigger settled_is_final before update of state on call_order
  when old.state in ('settled','withdrawn') and new.state <> old.state
    and not (old.state = 'settled' and new.state = 'uncertain')
begin
  select raise(abort, 'I5: a settled order never waits again');
end;

update attempt set started_at = null where abs(started_at) > 8640000000000000;
update attempt set answered_at = null where abs(answered_at) > 8640000000000000;
update attempt set ended_at = null where abs(ended_at) > 8640000000000000;
update contact set not_before = changed_at + 86400000 where abs(not_before) > 8640000000000000;
`;
