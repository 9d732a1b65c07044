/** A list as one program exports it. */
export interface Exported {
  /** The program that it is modelled on. */
  readonly by: string;
  readonly lines: readonly string[];
  /** The column that the campaign names as the phone, where its header does not say it. */
  readonly phone?: string;
}

export const CAMPAIGN = [
  'name: calls',
  'consent: {basis: customers, statement: They agreed in the order form.}',
  'assistant: {prompt: Say hello.}',
];

/** The campaign of a list: it says that everybody agreed. */
export const campaignOf = ({ phone }: Pick<Exported, 'phone'>): readonly string[] =>
  phone === undefined ? CAMPAIGN : [...CAMPAIGN, `columns: { phone: ${JSON.stringify(phone)} }`];

/** A Tuesday, 10:00 in New York. */
export const NOW = '2026-12-01T15:00:00Z';
