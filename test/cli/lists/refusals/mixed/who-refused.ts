import { readCsv } from '../../../../proof/bad-input/trial/own-reader.ts';
import type { Files } from './files.ts';

/**
 * Who refused, by a reader that has nothing of the program in it: no table of numbers, no word of its lists. A line is
 * known by its last eight digits: under every spelling of one line they are the same, and here no two people share them.
 */
export interface Refused {
  /** Last digits of those who refused in a way that can be read: eight, or seven where no more were said. */
  readonly no: ReadonlySet<string>;
  /** Lines, by their last eight digits, of whom a row can be read that does not refuse. */
  readonly yes: ReadonlySet<string>;
  /** Rows of the lists in which somebody is meant who cannot be found. */
  readonly unreadable: {
    readonly suppress: readonly number[];
    readonly imported: readonly number[];
  };
}

const SAYS_NO =
  /^(?:do not call|nicht anrufen|ne pas appeler|no llamar|nao ligar|non chiamare|niet bellen|dnc|hasoptedoutofcall|unsubscribed)$/;
const SAYS_YES = /^(?:tcpa consent|opt_in|einwilligung|consentement|consentimiento|toestemming)$/;
const YES = /^(?:1|y|yes|true|x|ja|oui|si|sim|granted|erteilt)$/;
const NO = /^(?:0|n|no|false|nein|non|nao|nee)$/;
const REFUSES =
  /^(?:opted out|on the dnc list|dnc|do not call|unsubscribed|gesperrt|desabonne|dado de baja|afgemeld|withdrawn|widerrufen|widersprochen|revocado|ingetrokken|sans consentement)\b/;
const DATE = /^\d{4}-\d\d-\d\d$/;

const plain = (cell: string): string =>
  cell.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

/** True: refuses. False: does not. Null: nobody can say. */
function refuses(header: string, cell: string): boolean | null {
  const [head, text] = [plain(header), plain(cell)];
  const about = SAYS_NO.test(head) ? 'no' : SAYS_YES.test(head) ? 'yes' : null;
  if (about === null) return text.split(/; ?/).some((mark) => REFUSES.test(mark));
  if (text === '' || text === '-') return false;
  if (REFUSES.test(text)) return true;
  if (YES.test(text)) return about === 'no';
  if (NO.test(text)) return about === 'yes';
  return about === 'no' && DATE.test(text) ? true : null;
}

const PHONE = /phone(?! \d - type)|telefon|mobil|movil/;

/** The last digits of every number that a cell of a list may mean. */
function endingsIn(cell: string): string[] {
  if (/\de\+/i.test(cell)) return [];
  const found: string[] = [];
  const runs = cell.replace(/ x\d+$/, '').matchAll(/\d(?:[ ().-]*\d)*/g);
  for (const digits of [...runs].map(([run]) => run.replace(/\D/g, ''))) {
    const before = found.at(-1);
    if (digits.length >= 7) found.push(digits.slice(-8));
    else if (before !== undefined) found.push(before.slice(0, -digits.length) + digits);
  }
  return found;
}

interface Listed {
  readonly endings: readonly string[];
  readonly unreadable: readonly number[];
}

function readList(text: string): Listed {
  const [headers = [], ...rows] = readCsv(text, ',') ?? [];
  const phones = headers.flatMap((header, i) => (PHONE.test(plain(header)) ? [i] : []));
  const endings: string[] = [];
  const unreadable: number[] = [];
  for (const [i, cells] of rows.entries()) {
    const said = phones.map((at) => cells[at] ?? '');
    const found = said.map(endingsIn);
    endings.push(...found.flat());
    const blank = cells.every((cell) => cell.trim() === '');
    const spoiled = said.some((cell, nth) => /\d/.test(cell) && found[nth]?.length === 0);
    if (!blank && (spoiled || found.flat().length === 0)) unreadable.push(i + 2);
  }
  return { endings, unreadable };
}

export function whoRefused({ contacts, suppress, imported }: Files): Refused {
  const [headers = [], ...rows] = readCsv(contacts, ',') ?? [];
  const lists = { suppress: readList(suppress), imported: readList(imported) };
  const no = new Set([...lists.suppress.endings, ...lists.imported.endings]);
  const yes = new Set<string>();
  for (const [phone = '', , ...cells] of rows) {
    const line = phone.replace(/\D/g, '').slice(-8);
    const answers = cells.map((cell, i) => refuses(headers[i + 2] ?? '', cell));
    if (answers.includes(true)) no.add(line);
    else if (!answers.includes(null)) yes.add(line);
  }
  const unreadable = {
    suppress: lists.suppress.unreadable,
    imported: lists.imported.unreadable,
  };
  return { no, yes, unreadable };
}
