/** The two result columns by which a file that comes back is recognised, and its rows matched. */
export const CALL_CONTACT = 'call_contact';
export const CALL_STATE = 'call_state';

const name = (header: string): string => header.trim().toLowerCase();

/** Every name that an export gives a column, of rows or of attempts; a test holds it against them. */
const OURS = new Set(
  `mode contact state outcome success attempts orders first_at last_at last_at_local time_zone located_by location_note consent talk_seconds
   ended_by end_reason dial_error recording_url ai_disclosed provider_ids cost_estimate reason reason_code transcript file
   late order nth attempt ordered_at rings_until started_at answered_at ended_at started_at_local window provider_id`
    .split(/\s+/)
    .map((rest) => `call_${rest}`),
);

/** Whether the headers are those of our own export, given back to us. */
export function isFedBack(headers: readonly string[]): boolean {
  const names = new Set(headers.map(name));
  return names.has(CALL_CONTACT) && names.has(CALL_STATE);
}

/** A name that could be taken for one of ours: an owner's own column of that name is marked in the results. */
export function looksLikeResult(header: string): boolean {
  return name(header).startsWith('call_') || name(header).startsWith('output.');
}

/**
 * Only a file that is recognised as an export loses these: in any other file `call_state` is the owner's own
 * column, and in an export a `call_notes` that somebody wrote into it is.
 */
export function isResultColumn(header: string): boolean {
  return OURS.has(name(header)) || name(header).startsWith('output.');
}
