import { ALLOWS, NO, plainWords, REFUSES, YES } from './cell-words.ts';
import { splitDate } from './dated.ts';
import { refusesInWords } from './phrase.ts';
import {
  CALL_ON,
  CONSENT_TO_CALLS,
  DENIES,
  INSTEAD,
  LIMIT,
  OTHER_CHANNEL,
  SPEAKS_OF_CALLS,
} from './words-beside.ts';

/**
 * Whether a cell of a column that is not about refusal says by itself that the person is not to be called: the whole
 * cell, or one mark of a list of them, as in a column of tags. A sentence is not looked into. `Stop` says it only alone.
 */
export function isPlainRefusal(written: string): boolean {
  if (written.length > LONGEST) return false;
  // Keyboards of East Asia and of phones write letters of other widths and weights: they are the same words.
  const cell = written.normalize('NFKC');
  if (!MENTIONS.test(cell)) return false;
  if (plainWords(cell) === 'stop' || saysNo(cell)) return true;
  return BETWEEN_MARKS.test(cell) && cell.split(BETWEEN_MARKS).some(saysNo);
}

const LONGEST = 200;

/** What stands between the marks of a list, or between a mark and its explanation: `VIP / DNC`, `DNC - asked 3/1`. */
const BETWEEN_MARKS = /[;|,/—\n]|:::|\s[-–]+\s|[.!]\s/;

/** A part of some word of every refusal that is known: most cells have none, and are not looked at again. */
const MENTIONS =
  /c[ao]ll|d[^\p{L}]*n[^\p{L}]*c|d[^\p{L}]*n[^\p{L}]*d|stop|cont[ac]|kont|phon|foni|fona|ring|dial|opt|subscri|consen|remov|delete|take|list|anruf|ruf|einwill|appel|abonn|llam|chiam|ligar|liga[cç]|chamad|bell|bel[dt]|telefo|toestem|werbe/iu;

/**
 * Whether a mark refuses: alone, behind a label (`Status: do not call`), with a day (`DNC 3/1/2026`), with a yes
 * (`DNC = Y`), or with who wants it so (`Do not call (per customer)`).
 */
export function saysNo(mark: string): boolean {
  if (!MENTIONS.test(mark)) return false;
  const text = mark.replace(TAGS, ' ').replace(SIGNS, ' ').trim();
  const words = plainWords(text);
  if (refusesInWords(words)) return true;
  if (!REFUSING.test(words)) return false;
  if (isDatedRefusal(text)) return true;
  const [, label = null, said = ''] = LABELLED.exec(text) ?? [];
  if (label !== null && isLabel(label, said) && saysNo(said)) return true;
  const [, phrase = '', why = ''] = EXPLAINED.exec(text) ?? [];
  if (refuses(phrase) && isExplanation(plainWords(why))) return true;
  if (phrase !== '' && isLabel(phrase, why) && refuses(why)) return true;
  return saysYes(text) || hasReason(words);
}

/** Some word of every refusal that stands beside others; the rest takes longer to look at. */
const REFUSING =
  /\b(?:not|refus\w*|werbe\w*|dncc|do ?not\w*|dont\w*|doesnt|didnt|never|no|dncl?|d n c|opt\w*|unsub\w*|stop\w*|remov\w*|delete|take|nicht\w*|kein\w*|ne|pas|desabonn\w*|non|nessun|sem|sin|nao|niet|geen|consen\w*|einwilligung|toestemming|withdr[ae]w\w*|revoked|must|may|ok)\b/;

/** Of a text that a web form kept: `<b>DNC</b>`. */
const TAGS = /<\/?[a-z][^<>]*>|&nbsp;/gi;

/** Pictures and bullets around the words. */
const SIGNS = /[\p{Extended_Pictographic}\p{So}\p{Sk}\u200D\uFE0F•·~^\\]+/gu;

/** Looks for the day only where the words without it refuse: looking for one takes a hundred times as long. */
function isDatedRefusal(text: string): boolean {
  if (!/\d/.test(text) || !refuses(text.replace(DAY, ' '))) return false;
  const words = splitDate(text)?.words ?? '';
  return words !== '' && refuses(words);
}

const DAY =
  /\d+(?:st|nd|rd|th|er|º|ª)?|[/.:,T-](?=\d)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b|\b(?:on|as of|effective|since|from|per|am|seit|vom|le|depuis|el|desde|il|dal|em|op|sinds)(?=\P{L}*\d)/giu;

const refuses = (text: string): boolean => refusesInWords(plainWords(text));

const LABELLED = /^([^:=]{1,40}?)\s*(?:[:=]+|[-–—]+>|→|\s[-–—]+|[-–—]+\s)\s*(\S.*)$/su;
const EXPLAINED = /^([^(]+?)\s*[([]([^)\]]*)[)\]][\s.!]*$/su;

const MOST_WORDS = 4;

/** Whether what stands before a colon or a dash only says what follows it: `Status`, `Note`, `Lead says`. */
function isLabel(label: string, said: string): boolean {
  const words = plainWords(label);
  if (words === '' || words.split(' ').length > MOST_WORDS || /\d|\?/.test(words)) return false;
  if (LIMIT.test(words) || DENIES.test(words) || refusesInWords(words)) return false;
  return !OTHER_CHANNEL.test(words) || SPEAKS_OF_CALLS.test(plainWords(said));
}

/** An explanation may say anything but when else, and where else, to call. */
const isExplanation = (why: string): boolean =>
  !LIMIT.test(why) && !INSTEAD.test(why) && !NO.has(why) && !ALLOWS.has(why) && !CALL_ON.test(why);

/** A header and its answer in one cell: `DNC: yes`, `Do not call = TRUE`, `opt-out: 1`, `Consent: no`. */
function saysYes(text: string): boolean {
  const [, asked = '', answer = ''] = /^([^:=]{2,40}?)\s*[:=]+\s*(\S{1,15})$/su.exec(text) ?? [];
  if (asked === '' || OTHER_CHANNEL.test(plainWords(asked))) return false;
  const said = plainWords(answer);
  if (refuses(asked)) return YES.has(said) || splitDate(answer)?.words === '';
  return CONSENT_TO_CALLS.test(plainWords(asked)) && (NO.has(said) || REFUSES.has(said));
}

/** Who wants it, or why, behind the phrase: the phrase ends where the reason begins. */
const REASON =
  / (?=(?:(?:as )?per|by (?:request|order)|at|on (?:customer|client|his|her|their|own)|(?:he|she|they|customer|client|owner|lead) (?:said|says|asked|asks|requested|requests|wants|wish\w*)|asked|requested|because|due to|according to|under any|laut|auf|wegen|gemass|weil|selon|a la demande|sur demande|car|parce|a peticion|por peticion|por solicitud|a solicitud|segun|porque|su richiesta|per richiesta|secondo|perche|a pedido|por pedido|conforme|op verzoek|volgens|omdat|want) )/;

function hasReason(words: string): boolean {
  const at = words.search(REASON);
  if (at === -1) return false;
  const why = words.slice(at + 1);
  if (/^(?:at|on|auf|want|car)\b/.test(why) && !WISH.test(why)) return false;
  return refusesInWords(words.slice(0, at)) && isExplanation(why);
}

const WISH = /request|wish|wunsch|demande|verzoek|wants?/;
