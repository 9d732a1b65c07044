import { createHash } from 'node:crypto';
import { referenceFile, type ReferenceFile } from '../format.ts';
import { MORE } from './asia.ts';
import { EUROPE } from './europe.ts';
import { CAUTIOUS } from './low.ts';
import { recordOf, VERIFIED_ON } from './record.ts';
import { SAID } from './said.ts';
import { STATES } from './us.ts';
import { FEDERAL } from './federal.ts';
import { OVERSEAS } from './world.ts';

/** `rules.json`: the calling rules, from the tables beside this file. */
export function rulesFile(): ReferenceFile {
  const rules = [...FEDERAL, ...STATES, ...EUROPE, ...OVERSEAS, ...MORE, CAUTIOUS, ...SAID].map(
    recordOf,
  );
  const content = createHash('sha256').update(JSON.stringify(rules)).digest('hex');
  return referenceFile('rules.json', {
    what: 'Calling hours, caps and consent by country and state. Facts, not legal advice',
    source: 'by hand, from the sources that each record names',
    release: `${VERIFIED_ON}/${content.slice(0, 8)}`,
    rules,
  });
}
