/** One thing that `doctor` has looked at. `attention`: it works, and somebody should see to it. */
export interface Finding {
  readonly area: string;
  readonly level: 'ok' | 'note' | 'attention' | 'broken';
  readonly text: string;
  /** How to mend it; null where there is nothing to mend. */
  readonly mend: string | null;
}

export const fine = (area: string, text: string): Finding => ({
  area,
  level: 'ok',
  text,
  mend: null,
});

export const note = (area: string, text: string): Finding => ({
  area,
  level: 'note',
  text,
  mend: null,
});

export const attention = (area: string, text: string, mend: string): Finding => ({
  area,
  level: 'attention',
  text,
  mend,
});

export const broken = (area: string, text: string, mend: string): Finding => ({
  area,
  level: 'broken',
  text,
  mend,
});
