/** Whether the agent's first words in a talk said that an AI speaks; null: nobody has looked. */
export const AI_DISCLOSED = `
alter table attempt add column ai_disclosed text;
`;
