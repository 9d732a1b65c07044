import { ALABAMA, LOUISIANA, RHODE_ISLAND } from './rules-holidays.ts';
import type { Fact } from './rules-record.ts';

/** Calling hours of the United States: the federal rules, and the states of high and middle confidence. */

const ISLANDS = ['AS', 'GU', 'MP', 'PR', 'VI'];
const SEED = 'https://github.com/ccabrerar/vicidial (state call times)';
const GUIDE = 'https://www.dropcowboy.com/state-compliance';
const TABLE = 'https://blog.clickpointsoftware.com/telemarketing-calling-hours-by-state';
const HELP =
  'https://leadmanagerhelp.clickpointsoftware.com/en/articles/5753977-state-calling-hours';

const EIGHT_TO_EIGHT = ['08:00-20:00', '08:00-20:00', '08:00-20:00'] as const;
const THREE_A_DAY = [{ max: 3, hours: 24, per: 'person and subject' }];

/** Of middle confidence, a statute, and nothing unusual about it: the rest is said where it differs. */
const state = (id: string, name: string, fact: Partial<Fact> & Pick<Fact, 'hours' | 'sources'>) =>
  ({
    id: `US-${id}`,
    name,
    in: [`US-${id}`],
    basis: 'statute',
    confidence: 'middle',
    ...fact,
  }) satisfies Fact;

export const FEDERAL: readonly Fact[] = [
  {
    id: 'US',
    name: 'United States, telemarketing',
    in: ['US', ...ISLANDS],
    hours: ['08:00-21:00', '08:00-21:00', '08:00-21:00'],
    consent: 'express',
    basis: 'statute',
    sources: [
      '47 CFR 64.1200(c)(1)',
      '16 CFR 310.4(c)',
      'https://fedsoc.org/commentary/fedsoc-blog/navigating-a-tcpa-minefield-understanding-the-quiet-hours-rule',
      'FCC 24-17: https://www.scribd.com/document/704494076/FCC-24-17A1',
    ],
    confidence: 'high',
    note: 'An AI voice is an artificial voice: prior express consent, in writing for marketing.',
  },
  {
    id: 'US-collections',
    name: 'United States, debt collection',
    in: ['US', ...ISLANDS],
    purposes: ['collections'],
    hours: ['08:00-21:00', '08:00-21:00', '08:00-21:00'],
    caps: [{ max: 7, hours: 168, per: 'person and debt' }],
    coolOff: [{ after: 'conversation', hours: 168, per: 'person and debt' }],
    basis: 'statute',
    sources: [
      '12 CFR 1006.14(b)(2): https://law.lawstack.com/cfr/12/1006.14/',
      'https://www.jpainfo.com/fdcpa-regulation-f',
    ],
    confidence: 'middle',
    note: 'The cap is of high confidence, the hours of middle. The day of the conversation is day one.',
  },
];

export const STATES: readonly Fact[] = [
  state('AL', 'Alabama', {
    hours: ['08:00-20:00', '08:00-20:00', 'none'],
    closures: [{ days: ALABAMA, hours: 'none' }],
    sources: [GUIDE, SEED, HELP],
    note: 'Mardi Gras is a holiday in two counties only; it is kept in all of them.',
  }),
  state('CT', 'Connecticut', {
    hours: ['09:00-20:00', '09:00-20:00', '09:00-20:00'],
    sources: [
      'SB 1058 (PA 23-98): https://tcpaworld.com/2023/06/28/connecticut-rolls-out-new-telemarketing-requirements-here-is-what-you-need-to-know/',
    ],
  }),
  state('FL', 'Florida', {
    hours: EIGHT_TO_EIGHT,
    caps: THREE_A_DAY,
    sources: [
      'Fla. Stat. 501.616(6): https://flsenate.gov/Session/Bill/2021/1120/BillText/Filed/HTML',
      'https://www.nolo.com/legal-encyclopedia/florida-restrictions-telemarketers.html',
    ],
    confidence: 'high',
  }),
  state('IL', 'Illinois', {
    hours: ['09:00-21:00', '09:00-21:00', '09:00-21:00'],
    sources: [TABLE, GUIDE, SEED],
    note: 'From 08:00 for a live voice; an AI voice may count as pre-recorded, for which it is 09:00.',
  }),
  state('KY', 'Kentucky', {
    hours: ['10:00-21:00', '10:00-21:00', '10:00-21:00'],
    sources: [GUIDE, TABLE, SEED],
  }),
  state('LA', 'Louisiana', {
    hours: ['08:00-20:00', '08:00-20:00', 'none'],
    closures: [{ days: LOUISIANA, hours: 'none' }],
    sources: [
      GUIDE,
      TABLE,
      SEED,
      'https://www.dnc.com/index.php/news/louisiana-governor-declares-july-3-holiday-prompting-call-restrictions',
      'https://mslawgroup.com/louisiana-declares-state-of-emergency-triggers-telemarketing-ban/',
    ],
    note: 'The governor can declare more holidays, and a declared emergency bans calls: use blackout.',
  }),
  state('MD', 'Maryland', {
    hours: EIGHT_TO_EIGHT,
    caps: THREE_A_DAY,
    sources: [
      'Stop the Spam Calls Act: https://www.dnc.com/index.php/news/maryland-governor-signs-stop-spam-calls-act-2023-law',
      'https://www.wmar2news.com/local/law-to-prevent-spam-calls-takes-effect-first-of-the-year',
    ],
  }),
  state('MA', 'Massachusetts', { hours: EIGHT_TO_EIGHT, sources: [GUIDE, TABLE, SEED] }),
  state('MS', 'Mississippi', {
    hours: ['08:00-20:00', '08:00-20:00', 'none'],
    sources: [
      'https://www.dnc.com/blog/no-more-holidays-mississippi-marketers-magnolia-state-lifts-prohibition-telemarketing-legal',
      GUIDE,
    ],
  }),
  state('NV', 'Nevada', {
    hours: ['09:00-20:00', '09:00-20:00', '09:00-20:00'],
    sources: [GUIDE, SEED],
  }),
  state('OK', 'Oklahoma', {
    hours: EIGHT_TO_EIGHT,
    caps: THREE_A_DAY,
    sources: ['Okla. Stat. tit. 15 s. 775C.4', TABLE, GUIDE, SEED],
  }),
  state('OR', 'Oregon', {
    hours: EIGHT_TO_EIGHT,
    caps: [{ max: 3, hours: 24, per: 'person' }],
    sources: [
      'HB 3865: https://production.jdsupra.com/legalnews/oregon-passes-new-telephone-8210765',
    ],
    note: 'The cap does not hold within an established business relationship of 18 months.',
  }),
  state('RI', 'Rhode Island', {
    hours: ['09:00-18:00', '10:00-17:00', 'none'],
    closures: [{ days: RHODE_ISLAND, hours: 'none' }],
    sources: [
      SEED,
      'R.I. Gen. Laws 5-61-3.6: http://webserver.rilin.state.ri.us/Statutes/TITLE5/5-61/5-61-3.6.HTM',
    ],
  }),
  state('TX', 'Texas', {
    hours: ['09:00-21:00', '09:00-21:00', '12:00-21:00'],
    sources: [SEED, 'https://legalclarity.org/what-is-the-legal-time-to-call-customers-in-texas'],
  }),
  state('WA', 'Washington', {
    hours: EIGHT_TO_EIGHT,
    sources: [
      'RCW 80.36.390: https://www.ucetnictvi1.org/washington-states-new-telemarketing-law-goes-into-effect-next-week-local/',
      SEED,
    ],
    note: 'A call ends within ten seconds of a request not to be called again.',
  }),
];
