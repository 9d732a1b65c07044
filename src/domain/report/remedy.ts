/** What can be done about people who cannot be called, so that they can be. */
export interface Remedy {
  /**
   * Whether it is for the operator to do. False: the reason stands, such as somebody's own word, and the text says
   * why nothing is to be done.
   */
  readonly frees: boolean;
  readonly text: string;
  /** Lines for the campaign file; null: the remedy is in the list, or elsewhere. */
  readonly paste: Paste | null;
}

/** Lines of YAML under one key of the campaign file. */
export interface Paste {
  /** The key at the top level: where it is there already, the lines below it go under it. */
  readonly key: string;
  readonly lines: readonly string[];
}

export const remedy = (text: string, paste: Paste | null = null): Remedy => ({
  frees: true,
  text,
  paste,
});

export const nothingToDo = (text: string): Remedy => ({ frees: false, text, paste: null });

/** What a remedy has to know of the campaign in order to be pasted as it is. */
export interface CampaignFacts {
  /** Headers under `columns.ignore`, which a new one joins. */
  readonly ignored: readonly string[];
  /** The country that most numbers of the list are of; null: nobody can say. */
  readonly likelyCountry: string | null;
}

/** The column is no longer used for anything. */
export const ignoreColumn = (header: string, { ignored }: CampaignFacts): Paste => ({
  key: 'columns',
  lines: [
    'columns:',
    `  ignore: [${[...ignored, header].map((one) => JSON.stringify(one)).join(', ')}]`,
  ],
});

/** No column is used for this, whatever its header says. */
export const withoutRole = (role: string): Paste => ({
  key: 'columns',
  lines: ['columns:', `  ${role}: ignore`],
});

export const keyLine = (key: string, value: string): Paste => ({
  key,
  lines: [`${key}: ${value}`],
});
