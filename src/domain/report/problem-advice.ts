import type { ProblemGroup } from './problem-groups.ts';
import {
  ignoreColumn,
  keyLine,
  nothingToDo,
  remedy,
  withoutRole,
  type CampaignFacts,
  type Remedy,
} from './remedy.ts';

/** What is to be done about the rows of one cause. */
export function problemAdvice(group: ProblemGroup, facts: CampaignFacts): Remedy {
  const advice = ADVICE[group.code];
  return advice === undefined ? asTheRowSays(group) : advice(group, facts);
}

/** What is odd about rows, and keeps nobody from being called; null: nothing is to be done. */
export const warningAdvice = ({ example: { fix } }: ProblemGroup): Remedy | null =>
  fix === null ? null : remedy(fix);

/** Each such row has its own remedy, which is that of the example. */
function asTheRowSays({ example }: ProblemGroup): Remedy {
  return remedy(example.fix ?? 'Correct the cells, or leave these rows out of the list.');
}

type Advice = (group: ProblemGroup, facts: CampaignFacts) => Remedy;

/** Of a single row its own remedy, which may know what was meant. */
const ignoring =
  (ofSeveral: string): Advice =>
  ({ code, column, count, example }, facts) => {
    const cells = count === 1 && example.fix !== null ? example.fix : ofSeveral;
    // Of time zones there is one column; of addresses there may be several.
    const without =
      code === 'timezone_unusable' ? withoutRole('timezone') : ignoreColumn(column, facts);
    return remedy(`${cells} Or do without the column:`, without);
  };

const extract: Advice = () =>
  remedy(
    'Write the number alone into the cell. Or let the program find it in the text:',
    keyLine('extract', 'true'),
  );

/**
 * What a cell of a column that speaks of refusal or of consent means is for the operator to say. As it stands here it
 * refuses: pasted without a look it bars people, and calls nobody.
 */
function meaning(group: ProblemGroup, speaks: 'do_not_call' | 'consent'): Remedy {
  const column = JSON.stringify(group.column);
  const cell = JSON.stringify(group.example.value.trim());
  const [means, cells] =
    speaks === 'consent'
      ? ['yes: they have agreed, no: they have not', `yes: [], no: [${cell}]`]
      : ['yes: they are not to be called, no: they may be', `yes: [${cell}], no: []`];
  return remedy(
    `Say which cells mean what (${means}), or name the column under columns.ignore if it says nothing about calls:`,
    { key: 'columns', lines: ['columns:', `  ${speaks}: { column: ${column}, ${cells} }`] },
  );
}

/** By code. A problem that is not here says what to do in its own words. */
const ADVICE: Readonly<Record<string, Advice>> = {
  number_no_country: (_, { likelyCountry }) =>
    remedy(
      likelyCountry === null
        ? 'Write + and the country code before the numbers. If all of them are of one country, name it, by its own two letters:'
        : `Write + and the country code before the numbers. If all of them are of one country, such as ${likelyCountry} like most others, name it:`,
      keyLine('default_country', likelyCountry ?? 'US'),
    ),
  number_extension: extract,
  number_letters: extract,
  number_blank: () =>
    remedy('Write the number with + and country code, as +12025550123, or leave these people out.'),
  number_elsewhere: ({ example }) => remedy(example.fix ?? ''),
  number_none: () =>
    remedy('Write the number with + and country code, as +12025550123, or leave these people out.'),
  date_ambiguous: () =>
    remedy(
      'Say once which comes first in the dates of this list, the month or the day (day-first):',
      keyLine('dates', 'month-first'),
    ),
  do_not_call_unknown: (group) => meaning(group, 'do_not_call'),
  consent_unknown: (group) => meaning(group, 'consent'),
  duplicate: () =>
    nothingToDo(
      'Each number is called once, for its first row. You can leave the other rows as they are.',
    ),
  timezone_unusable: ignoring(
    'Write names such as America/New_York or Europe/Paris, or leave the cells blank.',
  ),
  postal_code_unusable: ignoring('Correct the postal codes, or leave the cells blank.'),
  state_unusable: ignoring('Write states by two letters or in full, or leave the cells blank.'),
  country_unknown: ignoring('Write two-letter codes, such as GB or BR, or leave the cells blank.'),
  cell_too_long: ignoring('Shorten the cells.'),
};
