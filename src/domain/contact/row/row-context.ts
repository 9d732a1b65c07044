import type { Campaign } from '../../campaign/campaign.ts';
import type { NumberTables } from '../../phone/number/number.ts';
import type { PlaceTables } from '../../phone/place/place.ts';
import type { ZoneRules } from '../../time/zone-rules.ts';
import type { Law } from '../../law/law.ts';
import type { ColumnMap } from '../columns/column-map.ts';

/** By what the rows of a file are read. */
export interface RowContext {
  readonly columns: ColumnMap;
  readonly campaign: Pick<Campaign, 'defaultCountry' | 'extract' | 'scheduledAt'> &
    Partial<Pick<Campaign, 'where' | 'consent' | 'dates'>>;
  readonly reference: {
    readonly rules: ZoneRules;
    readonly numbers: NumberTables;
    readonly places: PlaceTables;
    /** Without it no consent lifts any hours. */
    readonly law?: Pick<Law, 'liftsHoursIn'>;
  };
  readonly now: number;
}
