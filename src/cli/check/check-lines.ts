import { problemAdvice, warningAdvice } from '../../domain/report/problem-advice.ts';
import { barsMany } from '../../domain/run/many-barred.ts';
import { listText } from '../lists/list-text.ts';
import { counted, number } from '../terminal/words.ts';
import type { Checked } from './checked.ts';
import { disclosureLines } from './lines/disclosure-lines.ts';
import { chosenLines, mappingLines } from './lines/mapping-lines.ts';
import { neverLines } from './lines/never-lines.ts';
import { groupLines } from './lines/problem-lines.ts';
import type { PasteInto } from './lines/remedy-lines.ts';
import { sampleLines } from './lines/sample-lines.ts';
import { standInLines } from './lines/stand-in-lines.ts';
import { plainText } from '../../domain/text/privacy.ts';
import { shownValue } from './lines/shown-value.ts';
import { wrapped } from './lines/wrapped.ts';

/** The whole report, as a person reads it. */
export function checkLines(checked: Checked, into: PasteInto): string[] {
  const { report, uses, samples, facts } = checked;
  const { problemRows: bad } = report;
  return [
    ...groupLines(
      `${counted(bad, 'row', 'rows')} cannot be called as ${bad === 1 ? 'it is' : 'they are'}, by cause`,
      report.problemGroups(),
      { advice: (group) => problemAdvice(group, facts), into },
    ),
    ...groupLines('odd, but these rows can be read', report.warningGroups(), {
      advice: warningAdvice,
      into,
    }),
    ...mappingLines(uses),
    ...chosenLines(checked.named, 'The campaign file can say otherwise.'),
    ...sampleLines(samples),
    ...notCheckedLines(checked),
    ...uncheckedLines(checked),
    ...disclosureLines(checked.disclosure, into),
    ...standInLines(checked.standIns, into.file),
    ...listLines(checked),
    ...countLines(checked, into),
  ];
}

function notCheckedLines({ notChecked }: Checked): string[] {
  if (notChecked.length === 0) return [];
  return [
    'not checked, because there is no campaign file yet',
    ...notChecked.map((what) => `  ${what}`),
  ];
}

function uncheckedLines({ unchecked }: Checked): string[] {
  if (unchecked.length === 0) return [];
  return wrapped(
    '',
    `Sent to the voice API as they stand in assistant.more, and not checked: ${unchecked.map(plainText).join(', ')}.`,
  );
}

function listLines({ lists: { files, onLists, byLastDigits }, report }: Checked): string[] {
  if (files.length === 0 && byLastDigits === 0) return [];
  const asks = barsMany(byLastDigits, report.contacts)
    ? '; more than one in a hundred: a live run asks'
    : '';
  return [
    'lists of people not to be called',
    ...files.map((file) => `  ${file.name}: ${listText(file)}`),
    `  ${counted(onLists, 'person is', 'people are')} on these lists, and ${number(byLastDigits)} may be, by their last seven digits${asks}`,
  ];
}

function countLines({ report }: Checked, into: PasteInto): string[] {
  const never = report.contacts - report.callable;
  const lines = [
    `${counted(report.callable, 'person', 'people')} can be called, ${number(never)} cannot; ${counted(report.problemRows, 'row has', 'rows have')} problems.`,
    ...report
      .byCountry()
      .map(
        (c) => `  ${(c.country === '' ? 'no country' : c.country).padEnd(10)} ${number(c.count)}`,
      ),
    ...neverLines(report.never(), into),
  ];
  if (report.completed > 0) {
    lines.push(
      `${counted(report.completed, 'number was', 'numbers were')} completed with a country code, such as:`,
      ...report.samples.map((s) => `  row ${s.line}: ${shownValue(s.before)} → ${s.after}`),
    );
  }
  return lines;
}
