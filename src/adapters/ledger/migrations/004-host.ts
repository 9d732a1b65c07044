/** A run belongs to the provider it began with: the same people elsewhere would be called again. */
export const HOST = `
alter table run add column host text;
`;
