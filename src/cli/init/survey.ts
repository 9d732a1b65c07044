import { readRows } from '../../app/people/rows.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { mapColumns, type ColumnMap } from '../../domain/contact/columns/columns.ts';
import type { ColumnNames } from '../../domain/draft/column-choices.ts';
import { ListSurvey, type ListFacts } from '../../domain/draft/list-survey.ts';
import { whyNoConsent } from '../../domain/schedule/admission.ts';
import { Schedules } from '../../domain/schedule/schedules.ts';
import type { ContactSource } from '../../ports/contact-source.ts';
import { realClock, type Reference } from '../compose/compose.ts';
import { openColumns } from '../input/reading.ts';
import { trialOf } from './trial.ts';

export interface Surveyed {
  readonly source: ContactSource;
  readonly columns: ColumnMap;
  readonly named: ColumnNames;
  readonly facts: ListFacts;
  /** The least that a campaign says, with the columns that have to be named. */
  readonly campaign: Campaign;
}

/** Reads the list twice: to find the numbers, and then, with that known, row by row. */
export async function survey(source: ContactSource, reference: Reference): Promise<Surveyed> {
  const { named, campaign } = await trialOf(source, reference);
  const mapped = mapColumns(source.headers, campaign);
  if (!mapped.ok) throw openColumns(source.name, mapped.problems);
  const { columns } = mapped;
  const now = realClock().now();
  const calling = { ...campaign.calling, zone: campaign.calling.timezone };
  const schedules = new Schedules(reference.rules, calling, reference.law);
  const found = new ListSurvey(columns, ({ group, consent }) => {
    const who = { group, consentAt: consent?.at ?? null, consentText: consent?.text ?? null };
    return whyNoConsent(who, { schedules, campaign, now }) !== null;
  });
  const context = { columns, campaign, reference, now };
  for await (const reading of readRows(source, context, null)) found.add(reading);
  return { source, columns, named, facts: found.facts(), campaign };
}
