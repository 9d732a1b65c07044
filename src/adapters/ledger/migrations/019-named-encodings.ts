/** In which encoding somebody said that a list is written, to read it that way again; null: nobody named one. */
export const NAMED_ENCODINGS = `
alter table file add column named_encoding text;
alter table suppress_file add column named_encoding text;
`;
