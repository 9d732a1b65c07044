/** For limits on how often a person is called: what an order was about, and whether its talk was a refusal. */
export const LIMITS = `
alter table call_order add column subject text not null default '';
alter table call_order add column refused integer check (refused in (0,1));
`;
