import * as z from 'zod';
import type { LocateChoices } from '../../phone/place/place.ts';
import { nonBlank } from '../fields/fields.ts';

/** The keys of a campaign about where its people are. */

export const locationSchema = z.enum(['address_first', 'intersect']).meta({
  description:
    'address_first: the strongest evidence of a row gives the place: time zone, postal code, state, number. intersect: only hours that suit all of it.',
  default: 'address_first',
});

export const nonGeographicSchema = nonBlank({
  description:
    'Numbers that belong to no place, such as free-phone numbers. skip: nobody is called there without an address. A time zone: by its clock.',
  default: 'skip',
  examples: ['skip', 'America/New_York'],
});

export const SKIP = 'skip';

export const toWhere = (
  location: LocateChoices['location'] | undefined,
  nonGeographic: string | undefined,
  zoneExists: (name: string) => string | null,
): LocateChoices => ({
  location: location ?? 'address_first',
  nonGeographic:
    nonGeographic === undefined || nonGeographic === SKIP ? null : zoneExists(nonGeographic),
});
