/** When somebody said that the run may call people again whom another run has reached lately; null: nobody did. */
export const REACHED_AGAIN = `
alter table run add column again_reached_at integer;
`;
