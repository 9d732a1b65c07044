/** A range of numbers that are given to nobody, for films and examples. `x` stands for any digit. */
export interface FictionalRange {
  readonly region: string | null;
  readonly type: 'fixed' | 'mobile' | 'fixed_or_mobile' | 'non_geographic';
  readonly from: string;
  readonly to: string;
}

type Block = readonly [type: FictionalRange['type'], from: string, to: string];

const ACMA = 'ACMA, phone numbers for use in TV shows, films and creative works';
const ARCEP = 'ARCEP, plan national de numérotation: numbers for audiovisual works';
const BNETZA = 'Bundesnetzagentur, Rufnummern für Medienproduktionen';
const OFCOM = 'Ofcom, telephone numbers for drama use';
const PTS = 'PTS, telefonnummer för användning i böcker och filmer';

/** Only blocks that the regulator itself publishes; a wrong one would let a real person pass as invented. */
const PUBLISHED: readonly (readonly [
  source: string,
  region: string | null,
  blocks: readonly Block[],
])[] = [
  [
    'NANPA, 555-0100 to 555-0199 of each area code',
    null,
    [['fixed_or_mobile', '+1xxx5550100', '+1xxx5550199']],
  ],
  [
    OFCOM,
    'GB',
    [
      ...['113', '114', '115', '116', '117', '118', '121', '131', '141', '151', '161'].map(
        (area): Block => ['fixed', `+44${area}4960000`, `+44${area}4960999`],
      ),
      ['fixed', '+441632960000', '+441632960999'],
      ['fixed', '+441914980000', '+441914980999'],
      ['fixed', '+442079460000', '+442079460999'],
      ['fixed', '+442896496000', '+442896496999'],
      ['fixed', '+442920180000', '+442920180999'],
      ['non_geographic', '+443069990000', '+443069990999'],
      ['mobile', '+447700900000', '+447700900999'],
      ['non_geographic', '+448081570000', '+448081570999'],
    ],
  ],
  [
    ACMA,
    'AU',
    [
      ...['2', '3', '7', '8'].flatMap((area): Block[] => [
        ['fixed', `+61${area}55500000`, `+61${area}55509999`],
        ['fixed', `+61${area}70100000`, `+61${area}70109999`],
      ]),
      ['mobile', '+61491570006', '+61491570006'],
      ['mobile', '+61491570110', '+61491570110'],
      ['mobile', '+61491570156', '+61491570159'],
    ],
  ],
  [
    'ComReg, numbers for dramatic use (020 91X XXXX)',
    'IE',
    [['fixed', '+353209100000', '+353209199999']],
  ],
  [
    ARCEP,
    'FR',
    [
      ...['19900', '26191', '35301', '46571', '53649'].map((start): Block => [
        'fixed',
        `+33${start}0000`,
        `+33${start}9999`,
      ]),
      ['mobile', '+33639980000', '+33639989999'],
    ],
  ],
  [
    BNETZA,
    'DE',
    [
      ['fixed', '+493023125000', '+493023125999'],
      ['fixed', '+496990009000', '+496990009999'],
      ['fixed', '+494066969000', '+494066969999'],
      ['fixed', '+492214710000', '+492214710999'],
      ['fixed', '+498999998000', '+498999998999'],
      ['mobile', '+491713920000', '+491713920099'],
      ['mobile', '+4917604069000', '+4917604069099'],
    ],
  ],
  [
    PTS,
    'SE',
    [
      ['fixed', '+46313900600', '+46313900699'],
      ['fixed', '+46406280400', '+46406280499'],
      ['fixed', '+46846500400', '+46846500499'],
      ['fixed', '+46980319200', '+46980319299'],
      ['mobile', '+46701740605', '+46701740699'],
    ],
  ],
];

/** First digits that are no person's line, whatever a numbering plan says of the rest. */
const SPECIAL = {
  '+870': 'satellite',
  '+878': 'personal',
  '+881': 'satellite',
  '+882': 'satellite',
  '+883': 'satellite',
  '+979': 'premium',
} as const;

/** Emergency and directory numbers that a cell may hold instead of a person's. */
const SHORT =
  '000 100 101 102 103 108 110 111 112 113 114 115 116 117 118 119 120 122 190 191 192 193 911 988 995 997 998 999';

export function rangeData(): Record<string, unknown> {
  return {
    what: 'Telephone numbers that belong to nobody, and numbers that are no person’s line',
    source: 'the regulators named below, by hand',
    release: '2026-11-22',
    fictional: PUBLISHED.flatMap(([source, region, blocks]) =>
      blocks.map(([type, from, to]) => ({ region, type, from, to, source })),
    ),
    special: SPECIAL,
    emergency: SHORT.split(' '),
  };
}
