/** One thing that `doctor` has looked at. `attention`: it works, and somebody should see to it. */
export interface Finding {
  readonly area: string;
  readonly level: 'ok' | 'note' | 'attention' | 'broken';
  readonly text: string;
  /** How to fix it; null where there is nothing to fix. */
  readonly fix: string | null;
}

export const fine = (area: string, text: string): Finding => ({
  area,
  level: 'ok',
  text,
  fix: null,
});

export const note = (area: string, text: string): Finding => ({
  area,
  level: 'note',
  text,
  fix: null,
});

export const attention = (area: string, text: string, fix: string): Finding => ({
  area,
  level: 'attention',
  text,
  fix,
});

export const broken = (area: string, text: string, fix: string): Finding => ({
  area,
  level: 'broken',
  text,
  fix,
});
