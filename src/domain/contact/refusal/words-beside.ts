/** Words that stand beside a refusal and say what it is about, as `plainWords` leaves them. */

/** When it holds: a phrase with it says when to call, or whom. */
export const LIMIT =
  /\b(?:before|after|until|till|between|during|at night|unless|except|only|mornings?|afternoons?|evenings?|nights?|weekdays?|weekends?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?|today|tomorrow|hours?|[ap]m|vor|nach|bis|zwischen|ausser|nur|vormittags?|nachmittags?|abends?|morgens?|wochenende|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|uhr|avant|apres|jusqu\w*|sauf|matin|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|antes|despues|hasta|salvo|excepto|lunes|martes|miercoles|jueves|viernes|sabado|domingo|prima|dopo|fino|tranne|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|depois|ate|exceto|segunda|terca|quarta|quinta|sexta|voor|tot|tussen|behalve|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\b/;

/** Another line or another way than calling this person. */
export const INSTEAD =
  /\b(?:instead|mobile|mobil|cell|office|work|landline|home|handy|buro|festnetz|privat|bureau|portable|fixe|oficina|movil|casa|ufficio|cellulare|escritorio|celular|kantoor|mobiel)\b/;

/** What denies what follows, or says that a list was looked at. */
export const DENIES =
  /\b(?:not|no|never|nicht|kein\w*|pas|non|nao|niet|geen|isnt|wasnt|was|former(?:ly)?|previously|old|ex|until|ask|check\w*|scrub\w*|screen\w*|clean\w*|clear\w*|cleansed|against|removed|lifted|expired|gepruft|geloscht|aufgehoben|verifie\w*|verificado|verificato|gecontroleerd)\b/;

/** Ways that are no calls: who unsubscribed from them has said nothing of calls. */
export const OTHER_CHANNEL =
  /\b(?:e ?mails?|mails?|mailings?|newsletters?|sms|mms|texts?|texting|fax|whatsapp|post|push|courriel|correo|brief)\b/;

export const SPEAKS_OF_CALLS =
  /\b(?:call\w*|dncl?|phone|ring|dial|anruf\w*|angerufen|r?appel\w*|telephoner|llam\w*|chiam\w*|telefon\w*|ligar|ligac\w*|chamad\w*|bellen|gebeld)\b/;

export const CALL_ON =
  /^(?:(?:please|bitte|but|only|can|may|ok\w*) )*(?:call|ring|dial|anrufen|appeler|llamar|chiamare|ligar|bellen)\b|\b(?:removed|lifted|expired|cleared|no longer|not any ?more|resolved)\b/;

export const CONSENT_TO_CALLS =
  /^(?:(?:tcpa|call|phone|calling) )?(?:consent|opt in|optin|opted in)$|^einwilligung$|^consentement$|^consentimiento$|^consenso$|^consentimento$|^toestemming$|^ok to call$|^may call$/;
