import { consentDoubt, readConsent, refusedDoubt, type Consent } from '../consent.ts';
import { ambiguousDate, latestMoment, readDateCell } from './scheduled.ts';
import type { RowAnswers } from '../refusal/in-row.ts';
import type { RowContext } from './row-context.ts';
import type { RowCells } from './row-cells.ts';

/** What makes a row too late to join, and nothing else wrong with it. */
export const SCHEDULED_PAST = 'scheduled_past';

/** The consent that the row has on record, and what its cells of consent leave open. */
export function consentIn(
  row: RowCells,
  zones: readonly string[],
  on: { context: RowContext; answers: RowAnswers },
): Consent | null {
  const { campaign, reference, now } = on.context;
  const { consentAt, consentSource } = row.columns;
  const source = row.text(consentSource);
  const dates = campaign.dates ?? null;
  let best: { consent: Consent; index: number } | null = null;
  for (const { column, answer } of on.answers.answers) {
    const { index } = column;
    const text = row.text(index);
    if (column.speaks !== 'consent' || text === null) continue;
    if (answer === 'refuses') {
      row.warn(index, refusedDoubt(text));
      return { text, at: null, source };
    }
    if (answer === 'unknown' || answer === 'silent') continue;
    const read = readConsent({ at: text, source }, { rules: reference.rules, zones, dates });
    if (read === 'ambiguous') row.problem(index, ambiguousDate(text));
    else if (read !== null && (read.at !== null || index === consentAt) && best?.consent.at == null)
      best = { consent: read, index };
  }
  if (best === null) return source === null ? null : { text: null, at: null, source };
  const doubt = consentDoubt(best.consent, campaign.consent ?? null, now);
  if (doubt !== null) row.warn(best.index, doubt);
  return best.consent;
}

/** The moment before which the row asks not to be called. */
export function notBeforeIn(
  row: RowCells,
  zones: readonly string[],
  { campaign, reference, now }: RowContext,
): number | null {
  const { scheduledAt: index } = row.columns;
  const own = row.text(index);
  if (own === null || index === null) {
    const { scheduledAt } = campaign;
    if (scheduledAt === null) return null;
    const moment = latestMoment(scheduledAt, reference.rules, zones);
    return moment.ok ? moment.at : null;
  }
  const cell = readDateCell(own, campaign.dates ?? null);
  if (cell === null) {
    row.problem(index, ambiguousDate(own));
    return null;
  }
  const moment = latestMoment(cell, reference.rules, zones);
  if (!moment.ok)
    row.problem(index, {
      code: 'scheduled_unreadable',
      message: `${moment.problem}.`,
      fix: 'Write a date as YYYY-MM-DD, with a time as YYYY-MM-DDTHH:MM.',
    });
  else if (moment.at <= now)
    row.problem(index, {
      code: SCHEDULED_PAST,
      message: `"${own}" is past already.`,
      fix: 'Write a later moment, or clear the cell to call as soon as it is allowed.',
    });
  return moment.ok ? moment.at : null;
}
