/**
 * What people and programs write into a column that speaks of refusal or of consent: a closed list, in English, German,
 * French, Spanish, Italian, Portuguese and Dutch. Every entry is written as `plainWords` leaves it.
 */

const list = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split('|')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  );

/** Yes to what the header says. */
export const YES = list(`
  yes | y | true | t | 1 | -1 | on | x | checked | ticked | ✓ | ✔ | ☑ | ✅ | selected | enabled |
  ja | j | wahr | oui | vrai | si | sim | verdadero | vero | verdadeiro | waar`);

/** No to what the header says. */
export const NO = list(`
  no | n | false | f | 0 | off | unchecked | not checked | unticked | ☐ | disabled |
  none | nein | keine | falsch | non | aucun | faux | falso | ninguno | nessuno | nao | nenhum | nee | geen | onwaar`);

/** No under consent; under a header of refusal as often the tick of it, so that nobody can say. */
export const CROSSES = list('✗ | ✘ | ❌ | ✖');

/** Says no more than a blank cell: what programs write where there is nothing. */
export const SILENT = list('null | \\n | blank | none selected');

/** Says by itself that the person is not to be called, under whatever header of this kind it stands. */
export const REFUSES = list(`
  do not call | dont call | do not phone | do not contact | dont contact | never call | no call | no calls |
  no phone calls | stop calling | stop calls | not to be called | must not be called | call prohibited | dnc | dncl |
  do not call list | on dnc | on dnc list | on the dnc list | on do not call list | dnc listed | no contact |
  do not disturb | dnd | stop | stopped | opt out | optout | opted out | opting out | optedout | has opted out |
  unsubscribe | unsubscribed | unsub | not subscribed | not opted in | did not opt in | never opted in |
  no opt in | no consent | no permission | not consented | non consented | not given | not granted | not permitted |
  no consent given | consent no | consent withdrawn | consent revoked | consent refused | consent denied |
  consent declined | without consent | do not allow | not allowed | disallowed | disallow | denied | deny | declined |
  decline | refused | refuse | refusal | rejected | revoked | revoke | withdrawn | withdrew | withdraw | objected |
  objection | blocked | blacklisted | blacklist | suppressed | removed by request | remove me |
  nicht anrufen | bitte nicht anrufen | nicht mehr anrufen | kein anruf | keine anrufe | nicht kontaktieren |
  kein kontakt | widerrufen | widerruf | widersprochen | widerspruch | abgelehnt | verweigert | abgemeldet | gesperrt |
  keine einwilligung | keine zustimmung | nicht erlaubt | nein danke | zuruckgezogen |
  ne pas appeler | ne plus appeler | ne pas contacter | ne plus contacter | pas dappel | pas dappels | refuse par le client |
  retire | desabonne | desabonnee | desinscrit | desinscrite | pas de consentement | sans consentement | oppose | opposition |
  no llamar | no llamar mas | no contactar | no molestar | rechazado | rechazada | revocado | revocada | retirado |
  retirada | baja | de baja | dado de baja | dada de baja | sin consentimiento | no autorizado | no autoriza |
  denegado | no acepta | desuscrito |
  non chiamare | non contattare | non telefonare | rifiutato | rifiuta | revocato | ritirato | disiscritto |
  nessun consenso | senza consenso | negato | non autorizzato |
  nao ligar | nao telefonar | nao contactar | nao contatar | recusado | recusou | revogado | sem consentimento |
  nao autorizado | descadastrado | cancelou inscricao |
  niet bellen | niet meer bellen | niet contacteren | geweigerd | ingetrokken | afgemeld | uitgeschreven |
  geen toestemming | niet toegestaan`);

/** Says by itself that the person may be called, under a header of refusal too. */
export const ALLOWS = list(`
  opted in | opt in | optin | optedin | subscribed | resubscribed | ok to call | okay to call | may call | can call |
  may be called | call ok | callable | allow | allowed | consented | not opted out | not unsubscribed |
  not on list | not on the list | not listed | not on dnc | not on dnc list | not registered | no dnc | not dnc |
  anrufen erlaubt | erlaubt | darf angerufen werden | autorise | autorisee | puede llamar | autorizado | autorizada |
  autorizzato | pode ligar | mag bellen | mag gebeld worden | toegestaan`);

/** Under a header of refusal: says that the refusal stands. */
export const REFUSAL_STANDS = list('registered | listed | on list | on the list | requested');

/** Under a header of consent: says that the consent stands. */
export const CONSENT_STANDS = list(`
  given | granted | obtained | received | confirmed | active | agreed | accepted | accept | permitted | approved |
  consent given | consent granted | consent obtained | express | written | express written | verbal | explicit | implied |
  erteilt | zugestimmt | einverstanden | vorhanden | aktiv | accepte | acceptee | accorde | donne | obtenu | daccord |
  aceptado | aceptada | acepta | otorgado | concedido | dado | aceite | aceito | accettato | accetta | concesso | dato |
  gegeven | akkoord | verleend`);

/** What says in any column, as a whole cell, that the person is not to be called. */
export const PLAIN_REFUSALS = list(`
  do not call | dont call | do not phone | do not contact | dont contact | never call | no calls | no phone calls |
  stop calling | not to be called | must not be called | dnc | dncl | dnc list | do not call list | on dnc | on dnc list |
  on the dnc list | on do not call list | dnc listed | opt out | optout | opted out | optedout | has opted out |
  unsubscribed | no consent | consent withdrawn | consent revoked | consent refused | consent denied |
  withdrew consent | revoked consent | withdrawn consent | never contact | stop calls | remove me | removed by request |
  refuses calls | refused calls | unsubscribe | unsubscribed from calls | dncc |
  nicht kontaktieren | nicht mehr kontaktieren | kein anruf | keine werbeanrufe | werbewiderspruch | werbesperre |
  ne pas contacter | ne plus contacter | no contactar | non contattare | nao contatar | nao contactar | nao telefonar |
  niet contacteren | nicht anrufen | bitte nicht anrufen | nicht mehr anrufen | keine anrufe | keine einwilligung |
  ne pas appeler | ne plus appeler | pas dappels | pas de consentement | desabonne | desabonnee |
  no llamar | no llamar mas | sin consentimiento | non chiamare | non telefonare | nessun consenso |
  nao ligar | sem consentimento | niet bellen | niet meer bellen | geen toestemming`);

/** A cell as the lists above are written: small letters without accents, one space between words. */
export function plainWords(cell: string): string {
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/['’`´]/g, '')
    .replace(/^\\n$/, '\\n')
    .replace(/(?<!^)-|^-(?!\d)/g, ' ')
    .replace(/[\s_‐‑‒–—.!,;:"“”()[\]{}<>*]+/g, ' ')
    .trim();
}
