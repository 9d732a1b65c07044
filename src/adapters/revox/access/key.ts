import { readFileSync, statSync } from 'node:fs';
import { shellWord } from '../../../domain/text/shell-word.ts';
import { KEY_VARIABLE } from './names.ts';

/** The key of the voice API and where it was found, or what is wrong with that place. */
type KeyReading =
  | { readonly kind: 'found'; readonly key: string; readonly from: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'bad'; readonly problem: string; readonly fix: string };

/** What a bearer token may consist of: anything else would break the request's header. */
const KEY = /^[\x21-\x7e]+$/;
const OTHERS = 0o077;

/**
 * The key from the environment, else from a file that nobody else may read. It is never a flag: the list of
 * processes shows those to everybody on the computer. Nothing here repeats it.
 */
export function readKey(env: string | undefined, file: string): KeyReading {
  const given = env?.trim() ?? '';
  if (given !== '') return checked(given, KEY_VARIABLE);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return { kind: 'none' };
  if (!found.isFile()) return bad(`${file} is no file`, 'put the key into it, on one line');
  if (process.platform !== 'win32' && (found.mode & OTHERS) !== 0) {
    return bad(
      `other users of this computer may read ${file}`,
      `chmod 600 ${shellWord(file, process.platform)}`,
    );
  }
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
    return bad(`${file} cannot be read: ${why}`, 'check who owns it');
  }
  if (text === '') return bad(`${file} is empty`, 'put the key into it, on one line');
  return checked(text, file);
}

function checked(key: string, from: string): KeyReading {
  if (KEY.test(key)) return { kind: 'found', key, from };
  return bad(
    `the key in ${from} has a space, a line end or another odd character in it`,
    'copy it again, without quotes',
  );
}

const bad = (problem: string, fix: string): KeyReading => ({ kind: 'bad', problem, fix });
