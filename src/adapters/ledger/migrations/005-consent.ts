/** The consent of a person as the row has it, kept as evidence. */
export const CONSENT = `
alter table contact add column consent_at integer;
alter table contact add column consent_text text;
alter table contact add column consent_source text;
`;
