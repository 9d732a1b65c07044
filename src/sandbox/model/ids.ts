import type { Chance } from './chance.ts';

/** Null: ids are UUIDs, as the provider's are. A prefix: nobody can take what it begins for something real. */
export type IdPrefix = string | null;

export const drawnId = (prefix: IdPrefix, chance: Chance, purpose: string): string =>
  prefix === null ? chance.uuid(purpose) : prefix + chance.hex(purpose, 24);
