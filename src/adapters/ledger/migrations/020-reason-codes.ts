/**
 * Reasons are codes with facts: what earlier versions have stored as a sentence gets its code. `coded_reason` is a function
 * that the driver lends to this migration; what it does not know stays as it is. Nobody changes state by it.
 */
export const REASON_CODES = `
update contact set reason = coded_reason(reason, state) where reason is not null;
update contact set held = coded_reason(held, state) where held is not null;
update refusal set reason = coded_reason(reason, 'skipped');

drop trigger change_is_final;
update change set reason = coded_reason(reason, became) where reason is not null;
create trigger change_is_final before update on change
begin
  select raise(abort, 'changes never change');
end;

update do_not_call set reason = coded_reason(reason, 'skipped')
  where reason = 'asked not to be called again' and who = 'the person called';
drop trigger do_not_call_log_is_final;
update do_not_call_log set reason = coded_reason(reason, 'skipped')
  where (reason = 'asked not to be called again' and who = 'the person called')
    or reason = 'no longer on the list of live runs';
create trigger do_not_call_log_is_final before update on do_not_call_log
begin
  select raise(abort, 'the do-not-call log never changes');
end;
`;
