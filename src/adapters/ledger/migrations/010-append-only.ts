/** What happened to a person, and what the provider said, is only appended to. */
export const APPEND_ONLY = `
create trigger change_is_kept before delete on change
begin
  select raise(abort, 'changes are never deleted');
end;
create trigger change_is_final before update on change
begin
  select raise(abort, 'changes never change');
end;
create trigger evidence_is_final before update on evidence
begin
  select raise(abort, 'evidence never changes');
end;
`;
