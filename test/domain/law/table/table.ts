import type { Row } from './table-row.ts';
import { SAID } from './table-said.ts';
import { CAUTIOUS, FEDERAL, STATES } from './table-us.ts';
import { COUNTRIES } from './table-world.ts';

export const ROWS: readonly Row[] = [...FEDERAL, ...STATES, ...COUNTRIES, CAUTIOUS, ...SAID];
