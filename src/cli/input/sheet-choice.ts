export interface SheetChoice {
  readonly sheet?: string;
}

/** The file as every reader of tables takes it: `leads.xlsx#May`. */
export const withSheet = (file: string, { sheet }: SheetChoice): string =>
  sheet === undefined ? file : `${file}#${sheet}`;

/** The file itself, of a path that may name a sheet. */
export const withoutSheet = (path: string): string => path.replace(/#[^/\\#]+$/, '');
