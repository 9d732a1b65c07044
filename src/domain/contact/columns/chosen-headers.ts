import type { ColumnChoices } from '../../campaign/schema/columns.ts';
import type { Role } from './aliases.ts';

/** The header that the campaign file names for each role, of several phones the first; null: it is recognised by its own name. */
export const chosenHeaders = (columns: ColumnChoices): Readonly<Record<Role, string | null>> => ({
  phone: columns.phone[0] ?? null,
  name: columns.name,
  timezone: columns.timezone,
  country: columns.country,
  state: columns.state,
  postal_code: columns.postalCode,
  scheduled_at: columns.scheduledAt,
  priority: columns.priority,
  external_id: columns.externalId,
  consent_at: columns.consentAt,
  consent_source: columns.consentSource,
  audience: columns.audience,
});
