import type { DisclosureFinding } from '../../domain/disclosure/asked.ts';
import type { ColumnNames } from '../../domain/draft/column-choices.ts';
import type { CampaignFacts } from '../../domain/report/remedy.ts';
import type { CheckReport } from '../../domain/report/check-report.ts';
import type { ColumnUse } from '../../domain/report/column-uses.ts';
import type { RenderedSample } from '../../domain/report/rendered.ts';
import type { Step } from '../../domain/report/best-step.ts';
import type { CheckedList } from '../lists/suppress-files.ts';
import type { StandInLeft } from './stand-ins-left.ts';

/** Everything that is known of a list once each of its rows has been read. */
export interface Checked {
  readonly report: CheckReport;
  readonly uses: readonly ColumnUse[];
  /** Columns that were chosen because no campaign file says which one is meant. */
  readonly named: ColumnNames;
  readonly samples: readonly RenderedSample[];
  readonly facts: CampaignFacts;
  /** What frees most people; null: there is nothing to do. */
  readonly step: Step | null;
  /** The campaign's lists of people not to be called, and whom they bar. */
  readonly lists: {
    readonly files: readonly CheckedList[];
    readonly onLists: number;
    /** People whose number ends like one that a list does not spell out. */
    readonly byLastDigits: number;
  };
  /** What the words that open a call leave out. */
  readonly disclosure: readonly DisclosureFinding[];
  /** Words of the campaign file that only the operator can replace. */
  readonly standIns: readonly StandInLeft[];
  /** Fields of the assistant that are sent as they stand. */
  readonly unchecked: readonly string[];
  /** What cannot be known without a campaign file. */
  readonly notChecked: readonly string[];
}
