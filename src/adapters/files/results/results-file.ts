import { extname } from 'node:path';
import type { Writable } from 'node:stream';
import {
  RESULTS_FORMATS,
  type ResultsFormat,
  type ResultsShape,
  type ResultsWriter,
} from '../../../ports/results.ts';
import { ResultsFileError } from './results-error.ts';
import { plainLines } from '../../../domain/text/privacy.ts';
import { openTarget, refuseTarget, streamOut, type Out } from './results-out.ts';
import { csvForm, JSONL_FORM, textWriter, type TextForm } from './results-text.ts';
import { refuseWideSheet, XlsxWriter } from './results-xlsx.ts';

export { ResultsFileError };

export interface ResultsTarget {
  readonly format: ResultsFormat;
  readonly open: (shape: ResultsShape) => Promise<ResultsWriter>;
}

/** Which form the name asks for. */
export function resultsFormat(path: string): ResultsFormat {
  const extension = extname(path).toLowerCase();
  const format = RESULTS_FORMATS.find((one) => `.${one}` === extension);
  if (format !== undefined) return format;
  const what = extension === '' ? 'has no extension' : `ends in "${extension}"`;
  throw new ResultsFileError('format', {
    message: `"${path}" ${what}, and the results are written as ${list()}.`,
    hint: `Name it ${path.slice(0, path.length - extension.length)}.csv, for example.`,
  });
}

const list = (): string => {
  const names = RESULTS_FORMATS.map((one) => `.${one}`);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
};

/** Refuses a target that cannot be taken before any row is read. Nothing is created until `open`. */
export async function resultsTarget(
  path: string,
  { force }: { readonly force: boolean },
): Promise<ResultsTarget> {
  const format = resultsFormat(path);
  await refuseTarget(path, force);
  return { format, open: (shape) => openResultsFile(path, { ...shape, format, force }) };
}

/** Results in a file that appears under its name only when it is complete. */
export async function openResultsFile(
  path: string,
  o: ResultsShape & { readonly format: ResultsFormat; readonly force: boolean },
): Promise<ResultsWriter> {
  if (o.format === 'xlsx') refuseWideSheet(path, o.headers.length);
  const out = await openTarget(path, o.force);
  switch (o.format) {
    case 'csv':
      return textWriter(out, csvForm(o, true));
    case 'jsonl':
      return textWriter(out, JSONL_FORM);
    case 'xlsx':
      return new XlsxWriter(out, o);
  }
}

/** Results as text to a stream, such as the standard output. A byte order mark would hinder other programs. */
export function resultsStream(
  stream: Writable,
  format: Exclude<ResultsFormat, 'xlsx'> = 'csv',
): ResultsTarget {
  const form = (shape: ResultsShape): TextForm =>
    format === 'csv' ? csvForm(shape, false) : JSONL_FORM;
  const out = streamOut(stream);
  const isScreen = (stream as { isTTY?: boolean }).isTTY === true;
  return {
    format,
    open: (shape) => Promise.resolve(textWriter(isScreen ? forScreen(out) : out, form(shape))),
  };
}

/** A cell could otherwise repaint the screen of somebody who looks at the results. */
const forScreen = (out: Out): Out => ({
  ...out,
  write: (text) => out.write(typeof text === 'string' ? plainLines(text) : text),
});
