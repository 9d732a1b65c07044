/**
 * Patterns of headers, held against a header as one word of small letters without accents. They name kinds of phrases
 * (whatever is called, and what is said of it), where a list of phrases would have to name every pair.
 */

const REACHED =
  '(?:(?:marketing|sales|phone|telephone|voice|cold)?(?:calls?|calling)|phones?|telephone|contact|contacting|marketing|(?:phone|telephone|tele)marketing)';
const REACH = '(?:call|phone|telephone|ring|dial|contact)';
const ANRUF =
  '(?:telefon|telefonwerbung|telefonanrufe?|anrufe?|werbeanrufe?|werbung|kontakt|kontaktaufnahme|telefonkontakt|werbung(?:per|am|ueber|via)telefon)';
const APPELE =
  '(?:appels?|appels?telephoniques?|e?trerappelee?|etre(?:appelee?|contactee?|demarchee?)|(?:le)?demarchage(?:telephonique)?)';
const ERLAUBT = '(?:erlaubt|gestattet|zulaessig|erwuenscht|genehmigt)';

/** A yes under them says that the person may be called. */
export const CONSENT_PATTERN = [
  `${REACHED}(?:is|are)?(?:allowed|permitted|authori[sz]ed|ok|okay)`,
  `(?:allow|allows|permit|permits|accept|accepts|authori[sz]es?)${REACHED}`,
  `(?:may|can)(?:we|i)?${REACH}(?:you|them|me|him|her)?`,
  `(?:may|can)(?:they)?be(?:called|phoned|contacted)`,
  `ok(?:ay)?to${REACH}`,
  '(?:agree[sd]?|willing|happy|wants?|wish(?:es)?)(?:to)?be(?:called|phoned|contacted)',
  '(?:wants?|receives?)(?:marketing|sales|phone)?calls',
  `${ANRUF}(?:ist|sind)?(?:${ERLAUBT}|ok|okay)`,
  'werbung(?:per|am|ueber|via)telefon|telefonwerbung',
  '(?:darf|duerfen)(?:wir)?(?:telefonisch)?(?:angerufenwerden|kontaktiertwerden|anrufen)',
  `(?:accepte[sz]?|autorise|daccordpour)(?:les|des|de|d|l|a)?${APPELE}`,
  `${APPELE}(?:autorise|accepte)e?s?|demarchage(?:telephonique)?`,
  '(?:se)?(?:puede|puedo|podemos)(?:llamar|contactar|sercontactad[oa])',
  '(?:se)?pode(?:mos)?(?:ligar|telefonar|contatar|contactar|sercontatad[oa])',
  '(?:si)?(?:puo|possiamo)(?:chiamare|telefonare|contattare|essere(?:chiamat|contattat)[oa])',
  '(?:permisos?|autorizacion|autoriza|acepta|permite)(?:para|de|las|a|recibir)*(?:llamadas?|llamar|sercontactad[oa])',
  '(?:permissao|autorizacao|autoriza|aceita|permite)(?:para|de|as|receber)*(?:ligacao|ligacoes|chamadas?|ligar|contac?to|sercontatad[oa])',
  '(?:permesso|autorizzazione|autorizza|accetta|permette)(?:per|di|a|le|alle|ricevere)*(?:chiamat[ae]|telefonat[ae]|chiamare|esserechiamat[oa]|esserecontattat[oa])',
  '(?:mag|mogen)(?:wij|we)?(?:gebeld(?:worden)?|bellen)|bellen(?:is)?toegestaan',
].join('|');

/** Alone, it says which calls are meant; a date beside it is no day of consent. */
export const TELEMARKETING = 'telemarketing|(?:tele)?phonemarketing|marketingcalls?';

/** A yes under them refuses. */
export const REFUSAL_PATTERN = [
  `exclud(?:e|ed|es)(?:from)?(?:all)?(?:${REACHED}|dial(?:l?ing|er)|calllists?|outreach)`,
  `no(?:phones?|telephone|telemarketing|marketing|contacting|(?:phone|marketing|sales)calls?)`,
  `${REACHED}(?:is|are)?(?:not(?:allowed|permitted|ok)|prohibited|forbidden|barred|blocked|excluded)`,
  `refuse[sd]?(?:to)?(?:be)?(?:calls|calling|called|contact|contacted|telemarketing|marketing)`,
  '(?:tcpa|known|serial|professional)*litigators?',
  'removefrom(?:the|our)?(?:call|calling|contact|phone)?lists?',
  `${ANRUF}(?:ist|sind)?(?:nicht${ERLAUBT}|unerwuenscht|verboten|gesperrt)`,
  `keine?${ANRUF}`,
  `refuse?(?:les|des|de|d|l|du)?${APPELE}`,
  '(?:excluir|excluid[oa])(?:de)?(?:las)?llamadas|(?:rechaza|noacepta|noquiere|norecibir)(?:las)?llamadas',
  '(?:recusa|naoaceita|naoquer|naoreceber)(?:as)?(?:ligacoes|chamadas)',
  '(?:rifiuta|nonaccetta|nonvuole)(?:le)?(?:chiamate|telefonate)',
  '(?:wil)?niet(?:meer)?gebeldworden|magniet(?:meer)?gebeldworden|geentelefoontjes',
].join('|');

/** May speak of calls, and of an account or an offer as well. */
export const MAY_REFUSE = [
  'blocked|barred|blockiert|bloquee?|bloquead[oa]|bloccat[oa]|geblokkeerd',
  'refuse?|refused|refusals?|refusee|declined|verweigert|abgelehnt|rechazad[oa]|rifiut[oi]|rifiutat[oa]|recusad[oa]|geweigerd',
  'agreed|agrees|agree|zugestimmt|accorde|deacuerdo|concordou|akkoord',
  'exclude|excluded|exclusion|ausgeschlossen|exclue?|excluid[oa]|escluso|uitgesloten',
].join('|');
