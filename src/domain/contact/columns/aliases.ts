import { compactName } from './header-name.ts';
import { PHONE_NAMES } from './phone-words.ts';

/** What a column can be, besides a prompt variable or metadata. Spelled as under `columns` in the campaign. */
export type Role =
  | 'phone'
  | 'name'
  | 'timezone'
  | 'country'
  | 'state'
  | 'postal_code'
  | 'scheduled_at'
  | 'priority'
  | 'external_id'
  | 'consent_at'
  | 'consent_source'
  | 'audience';

/**
 * Headers by which a column is recognised, the name of the role itself first. Spelling, case and separators
 * do not count. Not here: `start_time` and `date`, which are more often those of an appointment, and
 * `region` and `zone`, which are more often those of a sales team.
 */
export const ALIASES: Readonly<Record<Role, readonly string[]>> = {
  phone: PHONE_NAMES,
  name: ['name', 'full_name', 'contact_name', 'customer_name', 'display_name', 'person_name'],
  timezone: ['timezone', 'time_zone', 'tz', 'iana_timezone', 'timezone_name'],
  country: ['country', 'country_code', 'country_iso', 'iso_country', 'country_name'],
  state: ['state', 'province', 'state_code', 'us_state', 'state_province'],
  postal_code: ['postal_code', 'postcode', 'post_code', 'zip', 'zip_code', 'postal', 'plz'],
  scheduled_at: ['scheduled_at', 'schedule_at', 'not_before', 'call_after', 'call_not_before'],
  priority: ['priority', 'prio', 'call_priority', 'lead_priority'],
  external_id: [
    ...['external_id', 'id', 'contact_id', 'customer_id', 'lead_id', 'record_id', 'reference'],
    ...['vendor_lead_code', 'person_id'],
  ],
  consent_at: [
    ...['consent_at', 'consent_date', 'consent_time', 'consent_timestamp', 'consent_on'],
    ...['consent_given_at', 'consent_given_on', 'consented_at', 'consented_on', 'date_of_consent'],
    ...['opted_in_at', 'opted_in_on', 'opt_in_at', 'opt_in_date', 'optin_date', 'opt_in_timestamp'],
  ],
  consent_source: [
    ...['consent_source', 'consent_method', 'consent_channel', 'consent_via', 'consent_evidence'],
    ...['source_of_consent', 'opt_in_source', 'opt_in_method', 'opted_in_via'],
  ],
  // Fewer rules hold for businesses, so only a campaign that names the column means it.
  audience: [],
};

export const ROLES = Object.keys(ALIASES) as readonly Role[];

/** Roles of which a wrong one would have people called at a wrong time, or without consent: two candidates are never guessed. */
export const DECIDES_WHEN: ReadonlySet<Role> = new Set([
  'timezone',
  'country',
  'state',
  'postal_code',
  'scheduled_at',
  'consent_at',
]);

/** The rank of a header among the names of a role, 0 for the role's own; null when it is none of them. */
export function rankFor(role: Role, header: string): number | null {
  const rank = COMPACT.get(role)?.indexOf(compactName(header)) ?? -1;
  return rank === -1 ? null : rank;
}

const COMPACT = new Map(ROLES.map((role) => [role, ALIASES[role].map(compactName)]));
