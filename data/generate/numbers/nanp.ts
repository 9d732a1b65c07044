/**
 * Facts about North American area codes that Google's map lacks or gets wrong, kept by hand. Checked
 * against NANPA's public report of 2025-11-26; where the two differ, both zones count, because a call at
 * eight by the wrong one is a call at seven.
 */
export const AREA_CODES_AS_OF = '2025-11-26';

const E = 'America/New_York';
const C = 'America/Chicago';
const M = 'America/Denver';
const P = 'America/Los_Angeles';
const TORONTO = 'America/Toronto';
const WINNIPEG = 'America/Winnipeg';
const EDMONTON = 'America/Edmonton';
const VANCOUVER = 'America/Vancouver';
const HALIFAX = 'America/Halifax';

/** Area codes that lie in several zones: Google gives most of their exchanges one default. */
export const SPLIT_AREAS: readonly (readonly [codes: string, zones: readonly string[]])[] = [
  ['208 986', ['America/Boise', P]],
  ['219 574 812 930', [E, C]],
  ['270 364 606', [E, C]],
  ['308 605 620 701 785', [C, M]],
  ['423 729 931', [E, C]],
  ['448 850', [E, C]],
  ['458 541', [P, M]],
  ['775', [P, M]],
  ['906', [E, C]],
  ['907', ['America/Anchorage', 'America/Adak']],
  ['915', [M, C]],
  ['928', ['America/Phoenix', M]],
  ['807', [TORONTO, WINNIPEG]],
  [
    '867',
    [
      'America/Whitehorse',
      'America/Inuvik',
      'America/Cambridge_Bay',
      'America/Rankin_Inlet',
      'America/Resolute',
      'America/Iqaluit',
    ],
  ],
  ['250 236 257 672 778', [VANCOUVER, EDMONTON]],
  ['418 367 581 273', [TORONTO, HALIFAX]],
  ['709 879', ['America/St_Johns', 'America/Goose_Bay', HALIFAX]],
];

/** An area code that the number data lacks. */
export interface NewArea {
  /** An older code that it overlays: it has the same clocks. */
  readonly overlays: string;
  readonly in: string;
  /** When it comes into service by NANPA's plans; absent: before the report of `AREA_CODES_AS_OF`. */
  readonly from?: string;
}

/** Area codes in service or planned. libphonenumber calls every number in most of them invalid; people answer them. */
export const NEW_AREAS: Readonly<Record<string, NewArea>> = {
  '357': { overlays: '559', in: 'US-CA' },
  '436': { overlays: '440', in: 'US-OH' },
  '457': { overlays: '318', in: 'US-LA' },
  '621': { overlays: '713', in: 'US-TX' },
  '624': { overlays: '716', in: 'US-NY' },
  '679': { overlays: '313', in: 'US-MI' },
  '729': { overlays: '423', in: 'US-TN' },
  '837': { overlays: '530', in: 'US-CA' },
  '861': { overlays: '309', in: 'US-IL' },
  '924': { overlays: '507', in: 'US-MN' },
  '471': { overlays: '662', in: 'US-MS', from: '2026-01-30' },
  '483': { overlays: '334', in: 'US-AL', from: '2026-02-23' },
  '465': { overlays: '718', in: 'US-NY', from: '2026-06-18' },
  '273': { overlays: '418', in: 'CA-QC', from: '2027-02-27' },
  '565': { overlays: '912', in: 'US-GA', from: 'planned' },
  '761': { overlays: '502', in: 'US-KY', from: 'planned' },
};

/** Google's entries that are simply wrong. */
export const WRONG_AREAS: Readonly<Record<string, readonly string[]>> = {
  // Orlando, which Google puts into Central.
  '689': [E],
};
