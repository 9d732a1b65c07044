/** What of a row's evidence of the place contradicts the rest, or was not understood. */
export const PLACE_NOTE = `
alter table contact add column place_note text;
`;
