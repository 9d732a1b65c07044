import { fieldsOf, measured, readCorpus } from './corpus.ts';

/**
 * `npx tsx test/domain/disclosure/corpus-main.ts <file.jsonl> [--quiet]`: how the judge of disclosure fares against
 * sentences that another hand has judged. A miss: a pass where there is none. A false alarm: none where there is one.
 * Other differences (denied instead of not said) are neither.
 */

const [path, flag] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write('give a .jsonl file\n');
  process.exit(2);
}
const items = readCorpus(path);
const out = (line: string): void => void process.stdout.write(`${line}\n`);

for (const field of fieldsOf(items)) {
  out(`${field}`);
  for (const [language, { judged, differences }] of measured(items, field)) {
    const misses = differences.filter(({ dangerous }) => dangerous).length;
    const alarms = differences.filter(
      ({ expected, dangerous }) =>
        !dangerous &&
        (field === 'denies_ai' ? expected === false : expected === 'said' || expected === true),
    ).length;
    const others = differences.length - misses - alarms;
    out(
      `  ${language.padEnd(4)} ${String(judged).padStart(4)} judged  ${misses} misses  ${alarms} false alarms  ${others} otherwise`,
    );
  }
  if (flag === '--quiet') continue;
  for (const { item, expected, found, dangerous } of measured(items, field).get('all')
    ?.differences ?? [])
    out(
      `    ${dangerous ? 'MISS' : '    '} ${item.id} ${item.language} ${String(expected)} → ${String(found)}: ${item.text.slice(0, 150)}`,
    );
}
