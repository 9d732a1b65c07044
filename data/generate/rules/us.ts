import { ALABAMA, LOUISIANA, PENNSYLVANIA, RHODE_ISLAND, UTAH } from './holidays.ts';
import type { Fact } from './record.ts';

/** Calling hours of the states of high and middle confidence. */

const SEED = 'https://github.com/ccabrerar/vicidial (state call times)';
const GUIDE = 'https://www.dropcowboy.com/state-compliance';
const TABLE = 'https://blog.clickpointsoftware.com/telemarketing-calling-hours-by-state';
const HELP =
  'https://leadmanagerhelp.clickpointsoftware.com/en/articles/5753977-state-calling-hours';

const EIGHT_TO_EIGHT = ['08:00-20:00', '08:00-20:00', '08:00-20:00'] as const;
const THREE_A_DAY = [{ max: 3, hours: 24, per: 'person and subject', perSubject: true }];

/** Of middle confidence, a statute, and nothing unusual about it: the rest is said where it differs. */
const PENNSYLVANIA_HOLIDAYS = [
  '73 P.S. 2245(a)(10): https://dnc.dreamhosters.com/update-pennsylvania-governor-signs-new-robocall-restrictions-law',
  'https://mslawgroup.com/regulatory-alert-pennsylvania-amends-telemarketing-registration-act/',
];

const state = (id: string, name: string, fact: Partial<Fact> & Pick<Fact, 'hours' | 'sources'>) =>
  ({
    id: `US-${id}`,
    name,
    in: [`US-${id}`],
    basis: 'statute',
    confidence: 'middle',
    ...fact,
  }) satisfies Fact;

export const STATES: readonly Fact[] = [
  state('AL', 'Alabama', {
    hours: ['08:00-20:00', '08:00-20:00', 'none'],
    closures: [{ days: ALABAMA, hours: 'none' }],
    sources: [
      GUIDE,
      SEED,
      HELP,
      'Ala. Admin. Code 770-X-5-.17: https://d1tvxue8o4w0fl.cloudfront.net/regulation/alabama-administrative-code/title-770-alabama-public-service-commission/chapter-770-x-5-telephone-rules/section-770-x-5-17-live-and-automated-solicitations-and-announcements',
      'Ala. Code 1-3-8: https://law.uslawyerdatabase.com/section-1-3-8-holidays-enumerated-personal-leave-days-state-holidays-observed-by-closing-of-state-offices-compensatory-leave-days',
      'https://inform.alabama.gov/calendar.aspx',
    ],
    quote: 'No solicitation calls are allowed on Sundays or holidays.',
    note: 'Mardi Gras is a holiday in Baldwin and Mobile Counties only; it is kept in all of them. Governors give more days, mostly the day after Thanksgiving, which is kept, and one about Christmas: use holidays.',
  }),
  state('CA', 'California, automatic devices', {
    hours: ['09:00-21:00', '09:00-21:00', '09:00-21:00'],
    aiDisclosure: 'at_start',
    sources: [
      'Pub. Util. Code 2872(c), 2874: https://codes.findlaw.com/ca/public-utilities-code/puc-sect-2872.html',
      'https://jurris.com/california/public-utilities-code/2871-2876',
      'AB 2905: https://fastdemocracy.com/bill-summary/?billsummary_id=CAB00032255&billsummary_session=2023-2024&billsummary_state=ca',
    ],
    quote: 'during the hours between 9 p.m. and 9 a.m. California time',
    note: 'Of devices that give a pre-recorded message: an AI may count as one. The announcement says so if the voice is artificial.',
  }),
  state('CT', 'Connecticut', {
    purposes: ['marketing'],
    hours: ['09:00-20:00', '09:00-20:00', '09:00-20:00'],
    sources: [
      'SB 1058 (PA 23-98): https://tcpaworld.com/2023/06/28/connecticut-rolls-out-new-telemarketing-requirements-here-is-what-you-need-to-know/',
    ],
  }),
  state('FL', 'Florida', {
    purposes: ['marketing'],
    hours: EIGHT_TO_EIGHT,
    caps: THREE_A_DAY,
    sources: [
      'Fla. Stat. 501.616(6): https://flsenate.gov/Session/Bill/2021/1120/BillText/Filed/HTML',
      'https://www.nolo.com/legal-encyclopedia/florida-restrictions-telemarketers.html',
    ],
    quote: 'before 8 a.m. or after 8 p.m. local time in the called person’s time zone',
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
      'LPSC General Order R-29617 (V)(A)(2): https://dnc.com/holiday-alerts?year=2023',
      'La. R.S. 1:55: https://legis.la.gov/legis/Law.aspx?d=74097',
      'https://www.dnc.com/index.php/news/louisiana-governor-declares-july-3-holiday-prompting-call-restrictions',
      'https://mslawgroup.com/louisiana-declares-state-of-emergency-triggers-telemarketing-ban/',
    ],
    note: 'The order bans calls on legal holidays; these are all that R.S. 1:55 names for the whole state. The governor declares more, often 24 and 31 December, and a declared emergency bans calls: use blackout.',
  }),
  state('ME', 'Maine', {
    purposes: ['marketing'],
    hours: ['09:00-17:00', 'none', 'none'],
    caps: [{ max: 1, hours: 8, per: 'person' }],
    sources: [
      '10 M.R.S. 1498(3) as quoted in LD 392: https://legislature.maine.gov/legis/bills/bills_121st/billtexts/LD039201-1.asp',
      SEED,
      'https://www.kelleydrye.com/viewpoints/blogs/ad-law-access/maine-to-require-telemarketers-to-check-reassigned-number-database',
    ],
    quote: 'weekdays between 9 a.m. and 5 p.m., according to the time in this State',
    note: 'Of automated solicitation; the law in force today was not seen. Before a sales call the reassigned numbers database is asked.',
  }),
  state('MD', 'Maryland', {
    purposes: ['marketing'],
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
  state('NE', 'Nebraska, automatic devices', {
    purposes: ['service', 'collections', 'research'],
    hours: ['08:00-21:00', '08:00-21:00', '08:00-21:00'],
    sources: ['Neb. Rev. Stat. 86-256: https://self-law.org/code/ne/chapter-86/86-256'],
    confidence: 'high',
    note: 'Of automatic devices that do not solicit. Those that solicit need a permit (86-250); their hours are among the cautious ones.',
  }),
  state('NV', 'Nevada', {
    hours: ['09:00-20:00', '09:00-20:00', '09:00-20:00'],
    sources: [GUIDE, SEED],
  }),
  state('OK', 'Oklahoma', {
    purposes: ['marketing'],
    hours: EIGHT_TO_EIGHT,
    caps: THREE_A_DAY,
    sources: ['Okla. Stat. tit. 15 s. 775C.4', TABLE, GUIDE, SEED],
  }),
  state('OR', 'Oregon', {
    purposes: ['marketing'],
    hours: EIGHT_TO_EIGHT,
    caps: [{ max: 3, hours: 24, per: 'person' }],
    sources: [
      'HB 3865: https://production.jdsupra.com/legalnews/oregon-passes-new-telephone-8210765',
    ],
    note: 'The cap does not hold within an established business relationship of 18 months.',
  }),
  state('PA', 'Pennsylvania, until October 2026', {
    id: 'US-PA-2019',
    purposes: ['marketing'],
    until: '2026-10-17',
    hours: ['08:00-21:00', '08:00-12:00', '13:30-21:00'],
    closures: [{ days: PENNSYLVANIA, hours: 'none' }],
    sources: [...PENNSYLVANIA_HOLIDAYS, SEED],
    note: 'The holidays are of high confidence. Of the hours the sources disagree; these are the strictest.',
  }),
  state('PA', 'Pennsylvania', {
    purposes: ['marketing'],
    from: '2026-10-18',
    hours: ['09:00-19:00', '09:00-19:00', 'none'],
    closures: [{ days: PENNSYLVANIA, hours: 'none' }],
    sources: [
      'SB 992: https://www.pasenategop.com/news/brooks-bill-to-strengthen-protections-against-telemarketers-passes-senate',
      'https://www.billtrack50.com/billdetail/1905317',
      ...PENNSYLVANIA_HOLIDAYS,
    ],
    note: 'The act as it was signed was not seen, nor the day from which it holds confirmed; the holidays are of high confidence.',
  }),
  state('RI', 'Rhode Island', {
    hours: ['09:00-18:00', '10:00-17:00', 'none'],
    closures: [{ days: RHODE_ISLAND, hours: 'none' }],
    sources: [
      SEED,
      'R.I. Gen. Laws 5-61-3.6: http://webserver.rilin.state.ri.us/Statutes/TITLE5/5-61/5-61-3.6.HTM',
      '5-61-2(2): https://instalawyer.io/laws/rhode-island-general-laws/section-5-61-2-definitions',
      '25-1-1: https://unicourt.github.io/cic-code-ri/transforms/ri/ocri/r71/gov.ri.code.title.25.html',
      'https://www.dnc.com/news/february-2018-holiday-call-restrictions',
    ],
    quote: 'Monday through Friday, except a state or federal holiday',
    note: 'Election Day is a holiday in the years of a general election; it is kept in all.',
  }),
  state('SD', 'South Dakota, automatic devices', {
    purposes: ['marketing'],
    hours: ['09:00-21:00', 'none', 'none'],
    sources: [
      'SDCL 37-30-28: http://legis.state.sd.us/statutes/DisplayStatute.aspx?Type=Statute&Statute=37-30-28',
      'https://lexace.ai/us/statute/south-dakota/37-30-28',
    ],
    quote: 'except weekdays between 9 a.m. and 9 p.m., according to the time in this state',
    confidence: 'high',
  }),
  state('TX', 'Texas', {
    purposes: ['marketing'],
    audience: ['consumers'],
    hours: ['09:00-21:00', '09:00-21:00', '12:00-21:00'],
    sources: [
      'Tex. Bus. & Com. Code 301.051: https://tcss.legis.texas.gov/resources/bc/htm/bc.301.htm',
      'https://codes.findlaw.com/tx/business-and-commerce-code/bus-com-sect-304-004/',
      'https://legalclarity.org/what-is-the-legal-time-to-call-customers-in-texas',
    ],
    confidence: 'high',
  }),
  state('UT', 'Utah', {
    purposes: ['marketing'],
    hours: ['08:00-21:00', '08:00-21:00', 'none'],
    closures: [{ days: UTAH, hours: 'none' }],
    consent: { kind: 'express', liftsHours: true },
    sources: [
      'Utah Code 13-25a-103: https://codes.findlaw.com/ut/title-13-commerce-and-trade/ut-code-sect-13-25a-103/',
      'https://utahlexgraph.pages.dev/Code/Title-13/13-Ch13_25a',
    ],
    quote:
      'may not make a telephone solicitation to a residential telephone or cellular telephone without prior express consent during any of the following times',
    confidence: 'high',
    note: 'An automated system with an artificial voice needs prior express consent, or a business relationship.',
  }),
  state('WA', 'Washington', {
    purposes: ['marketing'],
    audience: ['consumers'],
    hours: EIGHT_TO_EIGHT,
    sources: [
      'RCW 19.158.040(2): https://app.leg.wa.gov/RCW/default.aspx?cite=19.158.040',
      'RCW 80.36.390(1)(d): https://instalawyer.io/laws/revised-code-of-washington/8036390-telephone-solicitation',
    ],
    quote: 'before 8:00 a.m. or after 8:00 p.m. at the call recipient’s local time',
    confidence: 'high',
    note: 'A call ends within ten seconds of a request not to be called again.',
  }),
  state('WY', 'Wyoming, automated sales calls', {
    purposes: ['marketing'],
    hours: null,
    consent: 'express',
    sources: [
      'Wyo. Stat. 40-12-303: https://law.justia.com/codes/wyoming/2016/title-40/chapter-12/article-3/section-40-12-303/',
      'https://lexace.ai/us/statute/wyoming/40-12-303',
    ],
    quote:
      'No telephone solicitor or merchant shall make or knowingly allow a telephonic sales call to be made if the call involves an automated system',
    confidence: 'high',
    note: 'Barred but in answer to the person’s own call, to a screened number, or within a business relationship.',
  }),
];
