import type { Readable } from 'node:stream';
import { readXml, unescaped, type XmlHandler } from './xml.ts';

/** The text of a string that may be in pieces of different looks. How it is pronounced (`rPh`) is no part of it. */
export class RichText {
  #text = '';
  #inText = false;
  #phonetic = false;

  begin(): void {
    this.#text = '';
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic = true;
    else if (name === 't') this.#inText = !this.#phonetic;
  }

  add(text: string): void {
    if (this.#inText) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic = false;
    else if (name === 't') this.#inText = false;
  }

  get text(): string {
    return unescaped(this.#text);
  }
}

/** The texts that cells of the workbook refer to by number. */
export async function readStrings(bytes: Readable): Promise<string[]> {
  const strings: string[] = [];
  const rich = new RichText();
  const handler: XmlHandler = {
    open: (name) => {
      if (name === 'si') rich.begin();
      else rich.open(name);
    },
    text: (text) => rich.add(text),
    close: (name) => {
      if (name === 'si') strings.push(rich.text);
      else rich.close(name);
    },
  };
  for await (const piece of readXml(bytes, handler)) void piece;
  return strings;
}
