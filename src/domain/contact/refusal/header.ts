import type { Speaks } from './answer.ts';
import { CONSENT_PATTERN, MAY_REFUSE, REFUSAL_PATTERN, TELEMARKETING } from './header-patterns.ts';

/**
 * What a header says of refusal or of consent. `question`: it speaks of another channel, or only looks as if it spoke of
 * calls; nobody but the operator can say which.
 */
type HeaderSays =
  | { readonly kind: Speaks }
  | { readonly kind: 'consent_date' }
  | { readonly kind: 'question'; readonly why: string; readonly otherChannel: boolean };

const words = (text: string): string =>
  text
    .trim()
    .split(/[\s|]+/)
    .join('|');

/**
 * Phrases that refuse calls, as one word of small letters without accents: in English, German, French, Spanish, Italian,
 * Portuguese and Dutch, and the names of the public lists of people who do not want to be called.
 */
const REFUSAL = words(`
  donotcall dontcall donotphone donttelephone donottelephone donotdial donotring donotcontact dontcontact nocall nocalls
  nophonecalls neverall nevercall donotallowcalls donotallowphonecalls donotallowphone donotsolicit dontsolicit
  dontmarket optedoutsolicit optedoutofsolicit nottobecalled mustnotbecalled callprohibited callsprohibited
  dnc dncl dncr dnd donotdisturb nocontact donotcallregistry callblocked callsblocked blockcalls phoneblocked
  optout optedout optouts optsout unsubscribed unsubscribe unsub unsubscription suppressed blacklisted blacklist
  revokedconsent consentrevoked consentwithdrawn withdrewconsent
  tps ctps tpsctps ctpstps ndnc ndncr ncpr lnnte repep bloctel belmeniet belmenietregister
  nichtanrufen nichtmehranrufen bittenichtanrufen keineanrufe keinanruf anrufsperre anrufverbot telefonsperre
  werbesperre kontaktsperre nichtkontaktieren robinsonliste abgemeldet widerrufen widersprochen werbewiderspruch
  nepasappeler neplusappeler nepascontacter nepluscontacter pasdappel pasdappels nepastelephoner desabonne desabonnee
  desinscrit oppositiontelephonique
  nollamar nollamarmas nocontactar nomolestar listarobinson dadodebaja desuscrito
  nonchiamare noncontattare nontelefonare registrodelleopposizioni registroopposizioni disiscritto
  naoligar naotelefonar naocontactar naocontatar naomeperturbe naoperturbe descadastrado
  nietbellen nietmeerbellen nietcontacteren afgemeld uitgeschreven`);

/** Phrases that say that calls are agreed to. */
const CONSENT = words(`
  consent consented consents optin optedin optsin subscribed issubscribed resubscribed permission permissiontocall
  callpermission oktocall okaytocall maycall cancall maybecalled canbecalled callable callallowed callsallowed
  allowcalls allowphonecalls acceptscalls acceptsmarketing consenttocall consenttocontact consenttobecalled
  consentgiven consenttocalls agreedtocalls agreestocalls tcpaconsent tcpaoptin tcpa pewc gdprconsent
  einwilligung werbeeinwilligung anrufeinwilligung zustimmung einverstaendnis anruferlaubt anrufeerlaubt werbeerlaubnis
  consentement accordappel autorisationappel accepteappels
  consentimiento aceptallamadas permitellamadas autorizallamadas suscrito
  consenso consensochiamate accettachiamate iscritto
  consentimento aceitachamadas autorizaligacao inscrito
  toestemming magbellen magwordengebeld aangemeld`);

/** Whose consent, or of which kind of call: says nothing new before or behind a phrase. */
const BESIDE = words(`
  is has have are was the a on of to for from in by this our my all any please
  contact contacts person lead leads customer client account user member subscriber prospect people company individual
  phone phones telephone telephony tel mobile cell cellphone call calls calling called caller voice telemarketing
  marketing promotional commercial sales solicitation solicitations outbound autodialed robocall robocalls
  home work business primary personal other main global internal federal national state local company
  express written prior explicit current latest last hs c cf custom field prop property
  flag status state indicator list listed registry register registered registration match matched matches with value yn yesno yornn checkbox boolean bool
  code setting settings preference request requested given granted received active number numbers no1
  tcpa gdpr dsgvo rgpd lgpd telefon telefonisch telefonico telefonica telephone anruf anrufe telefonnummer appel appels
  llamada llamadas chiamata chiamate ligacao ligacoes chamada chamadas bellen marketing fuer fur per pour para kunde
  client cliente klant kontakt contacto contatto contato`);

/** Behind a phrase: when it was said. */
const WHEN = words(`
  date dates time timestamp datetime at on since when day ts dt utc datum zeitpunkt am seit fecha data le depuis op`);

const REFUSED = shape(`${REFUSAL}|${REFUSAL_PATTERN}`, `(?:${BESIDE}|${WHEN})`);
const CONSENTED = shape(`${CONSENT}|${CONSENT_PATTERN}|${TELEMARKETING}`, `(?:${BESIDE})`);
const MAYBE_REFUSED = shape(MAY_REFUSE, `(?:${BESIDE}|${WHEN})`);
const CONSENT_DATE = new RegExp(
  `^(?:(?:date|datetime|day|time|timestamp)(?:of)?)(?:${BESIDE})*(?:${CONSENT}|${CONSENT_PATTERN})$|^(?:${BESIDE})*(?:${CONSENT}|${CONSENT_PATTERN})(?:${BESIDE})*(?:${WHEN})+$`,
);

function shape(phrases: string, beside: string): RegExp {
  return new RegExp(`^(?:${beside})*(?:${phrases})(?:${beside})*$`);
}

/** Channels that are no calls. */
const OTHER_CHANNEL =
  /e-?mail|newsletter|\bsms\b|\bmms\b|\bfax(?:es)?\b|whats ?app|\btexts?\b|\btexting\b|\bmail(?:s|ing)?\b|\bpost(?:al)?\b|\bletters?\b|courriel|correo|messenger|\bpush\b|viber|telegram|\bchat\b|\bbulk\b|\bprocessing\b|\btracking\b|\bgeo ?tracking\b|\bprofiling\b|\bcookies?\b/;
const OUR_CHANNEL =
  /\bphones?\b|\btelephon|\btelefon|\bcall(?:s|ing|ed)?\b|\bvoice\b|\bmobile\b|\bcell\b|anruf|\bappels?\b|llamad|chiamat|ligac|chamad|\bbel(?:len|d)\b/;

/** What looks as if it spoke of refusal or of consent, wherever in a header it stands. */
const LOOKS_LIKE =
  /\blitigat|demarchage|telefonwerbung|telemarketing|\brefus d|do ?n[o']?t ?(?:call|phone|contact|disturb|allow|solicit|market|process|track|text|mail|e-?mail)|\bdn[cd]\b|\bc?tps\b|\bn?dnc[lr]\b|\brpo\b|\bcontactable\b|\bopt status\b|\bobject(?:s|ed|ing) to\b|right to object|opt(?:ed|s|ing)?[ -]?(?:out|in)\b|unsub|subscri(?:bed|ption status)|consent|\btcpa\b|\bgdpr\b|\bdsgvo\b|\brgpd\b|\blgpd\b|lawful basis|legal basis|data processing basis|suppress|blacklist|blocklist|block ?list|marketing status|marketing permission|(?:call|phone|contact|communication) ?(?:preference|permission)|\bdo not\b|robinson|bloctel|einwillig|widerspruch|widerruf|werbesperre|gesperrt|desabonn|desinscri|opposition|consentim|consens|toestemming|\bbaja\b|liste ?(?:rouge|noire)|listanegra/;

/** `Call?`: with a no below it, it refuses; without the question mark it is any column about calls. */
const CALL_OR_NOT =
  /^(?:call|phone|anrufen|appeler|llamar|chiamare|ligar|bellen)(?: (?:me|them))?\s*\?$/i;

/** What stands beside a consent as its evidence and is no answer itself. */
const EVIDENCE =
  /\b(?:source|method|channel|via|evidence|ip|url|link|text|wording|language|version|form|page|id|by|name|document|proof|note|notes|comment|comments|reason)\b/;

/** What is longer is a sentence, and no name of a column. */
const LONGEST = 80;

/** Reads a header; null: it says nothing of refusal or of consent. */
export function headerSays(header: string): HeaderSays | null {
  const spaced = spacedWords(header);
  const compact = spaced.replace(/[^a-z0-9]+/g, '').slice(0, LONGEST);
  const other = OTHER_CHANNEL.test(spaced) && !OUR_CHANNEL.test(spaced);
  if (!other) {
    if (REFUSED.test(compact)) return { kind: 'do_not_call' };
    if (CONSENT_DATE.test(compact)) return { kind: 'consent_date' };
    if (CONSENTED.test(compact)) return { kind: 'consent' };
  }
  const looks =
    LOOKS_LIKE.test(spaced) || MAYBE_REFUSED.test(compact) || CALL_OR_NOT.test(header.trim());
  if (!looks || /\b(?:link|url)\b/.test(spaced)) return null;
  if (other)
    return { kind: 'question', why: 'speaks of another channel than calls', otherChannel: true };
  if (/consent|opt ?in|einwillig|toestemming/.test(spaced) && EVIDENCE.test(spaced)) return null;
  return { kind: 'question', why: 'looks as if it said who may be called', otherChannel: false };
}

/** `HasOptedOutOfCall`, `has_opted_out_of_call` and `Has opted out of call?` are the same words. */
function spacedWords(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/__c$/i, '')
    .replace(/^meta(?:data)?[._]/i, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}-]+|-(?=\W|$)|_+/gu, ' ')
    .trim();
}
