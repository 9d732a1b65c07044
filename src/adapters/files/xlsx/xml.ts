import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { WorkbookFault } from './refusal.ts';

/** What a part of a workbook is made of, in the order in which it stands there. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** No cell of a spreadsheet is longer than 32,767 characters; the parser holds what stands between two tags. */
const LONGEST_TEXT = 16 * 1024 * 1024;
const DEEPEST = 100;

/**
 * Reads XML as it arrives and hands it on in pieces: after each the reader may take what the handler has made of it.
 * Entities that a document defines itself are refused, not expanded.
 */
export async function* readXml(bytes: Readable, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let depth = 0;
  let sinceTag = 0;
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0;
    if (++depth > DEEPEST) throw new WorkbookFault('its XML is nested too deeply');
    handler.open(localName(name), attributes);
  });
  if (handler.text !== undefined) parser.on('text', (text) => handler.text?.(text));
  if (handler.text !== undefined) parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', ({ name }) => {
    sinceTag = 0;
    depth -= 1;
    handler.close?.(localName(name));
  });
  bytes.setEncoding('utf8');
  for await (const chunk of bytes as AsyncIterable<string>) {
    sinceTag += chunk.length;
    parser.write(chunk);
    if (sinceTag > LONGEST_TEXT) throw new WorkbookFault('a text in it is too long');
    yield;
  }
  parser.close();
  yield;
}

/** Reads a small part whole. */
export async function eachTag(bytes: Readable, open: XmlHandler['open']): Promise<void> {
  for await (const piece of readXml(bytes, { open })) void piece;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** ECMA-376 22.9.2.19: `_x0007_` is the character 7. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
