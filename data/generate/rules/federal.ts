import type { Fact } from './record.ts';

/** The federal rules of the United States. */

/** What an artificial voice has to say, and whose consent it needs. */
const SECTION = 'https://www.ecfr.gov/current/title-47/part-64/section-64.1200';
const NAME = `47 CFR 64.1200(b)(1): ${SECTION}`;
const NAME_AND_OPT_OUT = `47 CFR 64.1200(b)(1), (3): ${SECTION}`;

const ISLANDS = ['AS', 'GU', 'MP', 'PR', 'VI'];

export const FEDERAL: readonly Fact[] = [
  {
    id: 'US',
    name: 'United States, telemarketing',
    in: ['US', ...ISLANDS],
    purposes: ['marketing'],
    audience: ['consumers'],
    hours: ['08:00-21:00', '08:00-21:00', '08:00-21:00'],
    consent: 'written',
    callerNamed: 'at_start',
    optOutOffered: 'at_start',
    basis: 'statute',
    sources: [
      '47 CFR 64.1200(c)(1)',
      '16 CFR 310.4(c)',
      NAME_AND_OPT_OUT,
      'https://fedsoc.org/commentary/fedsoc-blog/navigating-a-tcpa-minefield-understanding-the-quiet-hours-rule',
      'FCC 24-17: https://www.scribd.com/document/704494076/FCC-24-17A1',
    ],
    confidence: 'high',
    note: 'An AI voice is an artificial voice: prior express consent, in writing for marketing. The name is the registered one; the way to opt out, by voice or key, is told within two seconds after it.',
  },
  {
    id: 'US-business',
    name: 'United States, telemarketing to businesses',
    in: ['US', ...ISLANDS],
    purposes: ['marketing'],
    audience: ['businesses'],
    hours: null,
    consent: 'written',
    callerNamed: 'at_start',
    optOutOffered: 'at_start',
    basis: 'statute',
    sources: [`47 CFR 64.1200(a)(1), (2): ${SECTION}`, '16 CFR 310.6(b)(7)', NAME_AND_OPT_OUT],
    quote: 'using an automatic telephone dialing system or an artificial or prerecorded voice',
    confidence: 'middle',
    note: 'The hours are of residential subscribers; a mobile number of a business is protected from an artificial voice all the same.',
  },
  {
    id: 'US-voice',
    name: 'United States, artificial voice',
    in: ['US', ...ISLANDS],
    purposes: ['service', 'collections', 'research'],
    hours: null,
    consent: 'express',
    callerNamed: 'at_start',
    basis: 'statute',
    sources: [
      `47 CFR 64.1200(a)(1): ${SECTION}`,
      NAME,
      'FCC 24-17: https://www.scribd.com/document/704494076/FCC-24-17A1',
    ],
    quote: 'using an automatic telephone dialing system or an artificial or prerecorded voice',
    confidence: 'high',
    note: 'An AI voice is an artificial voice, whatever the call is about. A number given for such calls is consent to them.',
  },
  {
    id: 'US-collections',
    name: 'United States, debt collection',
    in: ['US', ...ISLANDS],
    purposes: ['collections'],
    hours: ['08:00-21:00', '08:00-21:00', '08:00-21:00'],
    caps: [{ max: 7, hours: 168, per: 'person and debt', perSubject: true }],
    coolOff: [{ after: 'conversation', hours: 168, per: 'person and debt', perSubject: true }],
    basis: 'statute',
    sources: [
      '12 CFR 1006.14(b)(2): https://law.lawstack.com/cfr/12/1006.14/',
      'https://www.jpainfo.com/fdcpa-regulation-f',
    ],
    confidence: 'middle',
    note: 'The cap is of high confidence, the hours of middle. The day of the conversation is day one.',
  },
];
