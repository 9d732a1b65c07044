import { readFileSync } from 'node:fs';

/** What the audit recorded of the exchanges of North America. */
export interface ExchangeEvidence {
  /** How many are named after a place, and how many of these the gazetteer knows under one clock. */
  readonly named: number;
  readonly found: number;
  /** By area code, one zone for each clock that its exchanges have. */
  readonly areas: Readonly<Record<string, readonly string[]>>;
  /** Exchanges under a clock that their area code does not have, with the place. */
  readonly beside: Readonly<Record<string, { readonly place: string; readonly zone: string }>>;
}

/** `exchanges.json` of a folder; of `data/audit/` without. */
export const recordedExchanges = (
  folder = new URL('../../audit/', import.meta.url),
): ExchangeEvidence =>
  JSON.parse(readFileSync(new URL('exchanges.json', folder), 'utf8')) as ExchangeEvidence;
