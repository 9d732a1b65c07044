import { PLAIN_REFUSALS } from './cell-words.ts';

const POLITE =
  'please|pls|plz|kindly|thanks|thank you|bitte|danke|merci de|merci|svp|sil vous plait|por favor|gracias|per favore|grazie|obrigado|alsjeblieft|alstublieft|aub';
const BEFORE = new RegExp(`^(?:[#@]+ ?|(?:${POLITE}) )+`);
const BEHIND = new RegExp(
  `(?: (?:${POLITE}|again|any ?more|ever|at all|mehr|plus|mas|piu|mais|meer|me|him|her|them|(?:this|the) (?:number|person|lead|contact|customer|client|patient)|customer|client|patient|under any circumstances?|request(?:ed)?))+$`,
);

const WHO = '(?:(?:he|she|they|i|person|lead|contact|customer|client) )?';
const WER = '(?:(?:kunde|kundin|er|sie|person|kontakt|ich) )?';
const QUI = '(?:(?:il|elle|le client|la cliente|client|cliente) )?';

/** Ways to say it that have a verb, and so as many forms as there are people and verbs. */
const SENTENCE = new RegExp(
  `^(?:${[
    `${WHO}(?:does not|doesnt|do not|dont|did not|didnt) (?:want|wish|like) (?:to be (?:called|phoned|contacted)|(?:any |more |phone )*calls|contact)`,
    `${WHO}(?:wants|want|wanted) no (?:more |further |phone )*calls`,
    `${WHO}(?:asked|asks|requested|requests|wants|wishes|prefers)(?: us)? (?:not to (?:be (?:called|phoned|contacted)|call)|to be removed|no (?:more |further |phone )*calls|removal)`,
    'no (?:more|further) (?:phone )?calls',
    '(?:national|federal|state|internal|company|client|permanent) (?:dnc|do not call)(?: list)?',
    `${WHO}(?:asked|asks|requested|requests|said|says) (?:us )?(?:do not|dont) call`,
    '(?:remove|take|delete)(?: (?:me|him|her|them|us))? (?:from|off)(?: (?:the|our|your|my|this|all))?(?: (?:call|calling|contact|phone|phoning|marketing))? ?lists?',
    'do not (?:ring|dial|telephone)|dont (?:phone|ring|dial|telephone)',
    `${WER}(?:wunscht|will|mochte) (?:keine (?:weiteren )?(?:anrufe|telefonanrufe|werbeanrufe)|keinen (?:anruf|kontakt)|nicht (?:mehr )?(?:angerufen|kontaktiert) werden)`,
    `keine (?:weiteren|telefon)? ?anrufe(?: erwunscht| gewunscht)?|nicht wieder anrufen|darf nicht (?:mehr )?angerufen werden`,
    `${QUI}ne (?:veut|souhaite|desire) (?:pas|plus) (?:etre (?:r?appelee?|contactee?)|d?appels?|recevoir dappels?)`,
    'ne (?:pas|plus) (?:r?appeler|telephoner)|nappelez (?:pas|plus)',
    '(?:el |la )?(?:cliente )?no (?:quiere|desea) (?:mas )?(?:llamadas|recibir llamadas|que (?:le |la |lo )?llamen|ser llamad[oa])|no volver a llamar',
    '(?:cliente )?non (?:vuole|desidera) (?:piu )?(?:chiamate|telefonate|ricevere chiamate|essere (?:chiamat|contattat)[oa])|non (?:ri)?chiamare|non chiamare piu',
    '(?:cliente )?nao (?:quer|deseja) (?:mais )?(?:receber )?(?:ligacoes|chamadas|ser contatad[oa])',
    '(?:klant |hij |zij )?(?:wil |mag )?niet (?:meer )?gebeld worden|(?:klant |hij |zij )?wil geen telefoontjes|geen telefoontjes',
  ].join('|')})$`,
);

const TOGETHER = new Set([...PLAIN_REFUSALS].map((phrase) => phrase.replaceAll(' ', '')));

/** Whether words, as `plainWords` leaves them, say that the person is not to be called, however politely. */
export function refusesInWords(words: string): boolean {
  if (isRefusal(words)) return true;
  const bare = words.replace(BEFORE, '').replace(BEHIND, '');
  return bare !== words && isRefusal(bare);
}

const isRefusal = (words: string): boolean =>
  PLAIN_REFUSALS.has(words) || TOGETHER.has(words.replaceAll(' ', '')) || SENTENCE.test(words);
