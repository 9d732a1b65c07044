/** 1234567 → 1,234,567. Not from Intl, so that it is the same on every machine. */
export const number = (value: number): string =>
  String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');

/** `1 row`, `1,200 rows`; the plural is the singular with an s unless it is given. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;
