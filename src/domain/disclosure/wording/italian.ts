import type { Lexicon } from './lexicon.ts';

const BY = "(?:da|dal|dall'|dalla|con|tramite) ?(?:una? |un' |il |la |l' )?";

export const ITALIAN: Lexicon = {
  language: 'it',
  splitsElision: true,
  mergesDigraphs: false,
  negatesTwice: true,
  speech: [
    ['Z', '(?:automaticamente )?(?:registra\\w*|trascri\\w+|analizza\\w*)'],
    ['M', 'intel+igenza artifi\\w+|artifint|ia|modello linguistico'],
    [
      'M',
      '(?:(?:voice|call|chat|tele) ?)?bot|robot(?: telefonico| vocale)?|macchina|computer|calcolatore|programma(?: informatico)?|software|automa|elaboratore',
    ],
    [
      'G',
      `(?:generat|creat|prodott|realizzat|gestit|fatt|alimentat|guidat|effettuat|basat)[aoie] (?:${BY}|su )M|automatizzat[aoie]|automatic[ao]|sintetic[ao]|sintetizzat[ao]|artificiale|robotic[ao]|robotizzat[ao]|computerizzat[ao]|di sintesi|di M|M`,
    ],
    [
      'V',
      '(?:voce|chiamata|telefonata|messaggio|annuncio|promemoria|sondaggio)(?: telefonic[ao]| vocale)?,? ?(?:e )?G',
    ],
    ['M', 'G'],
    [
      'A',
      '(?:as+istente\\w*|agente|sistema|voce|operat\\w+|collega|aiutante)(?: vocale| virtuale| telefonic[ao]| digitale| conversazionale| intelligente)*',
    ],
    [
      'M',
      "A ,? ?(?:che usa |che e |basat[ao] su(?:ll')? ?|basat[ao] sull' |con |dotat[ao] di |potenziat[ao] da(?:ll')? ?|alimentat[ao] da(?:ll')? ?|di |ad |a |che funziona con )?(?:un' |una |l' |un )?M",
    ],
    [
      'H',
      '(?:vera|vero|reale|autentic[ao]) (?:persona|umano|essere umano|uomo|donna|A)|(?:persona|essere umano|uomo|donna|A) (?:ver[ao]|reale|in carne e ossa|umano)|esser[ei] uman[oi]|uman[oai]|persona|carne e ossa|in carne',
    ],
    [
      'N',
      'non|no|nessun\\w*|mai|niente|ne|nemmeno|neanche|senza|invece di|anziche|mica|a differenza',
    ],
    ['J', 'se|forse|magari'],
    [
      'S',
      "(?:io )?sono|questa e|questo e|(?:le|ti|vi) (?:sta )?(?:parla|parlando|telefona|telefonando|scrive)|(?:sta|stai) parlando con|parla con|parli con|qui|mi chiamo|(?:la|ti) (?:sta )?(?:chiama|chiamando|contatta|contattando)|il mio nome e|in qualita di|come|si tratta di|al telefono|e in linea con|sta ascoltando|all' apparecchio",
    ],
    [
      'L',
      '(?:questa|la|questo|nostra|mia|il presente) (?:chiamata|telefonata|voce|conversazione)|(?:la|mia|questa) A',
    ],
    [
      'C',
      "(?:che )?(?:la|le|ti|vi) (?:sta )?(?:chiama|parla|contatta|telefona|chiamando|parlando)|a chiamarla|a parlarle|al telefono|all' apparecchio",
    ],
    [
      'B',
      "sull'|sul|sulla|su|per il suo|per la sua|per il vostro|riguardo|a proposito|offr\\w+|propon\\w+|propor\\w+|vend\\w+|svilupp\\w+|usa|usano|usiamo|utilizz\\w+|sa che|sapeva|chiedend\\w+|chiede\\w*|trasfer\\w+|passo|passare|collegh\\w+|piu tardi|dopo|poi|interess\\w+|ha rilevato|ha notato|rilev\\w+|segnala|corso|prodotto|nostr\\w+|sembr\\w+|vuole|vorrebbe|desidera|conosce",
    ],
    ['R', "la (?:fa|effettua|gestisce|realizza)|da|dal|dall'|dalla|con|tramite"],
  ],
  after:
    "di|del|della|dell'|dei|degli|e|ed|che|per|da|in|a|al|alla|incaricat[ao]|sviluppat[ao]|telefonic[ao]|vocale|conversazionale|generativa|ma|non|chiamat[ao]|creat[ao]|O|U|la|le|mi|chiamo|presso|impiegat[ao]|dedicat[ao]|cioe|virtuale",
  notBefore:
    "in|sull'|sul|su|di|dell'|con|dall'|consulente|espert[ao]|specialista|corso|ingegnere|formatore|docente|della|soluzione",
  notSpeaker: '(?:incaricat[ao]|responsabile|che si occupa|che gestisce|piu tardi|giusta)',
  customerOf:
    "(?:client[ei] (?:di|della|dell'|del)|(?:suo|sua) (?:\\w+ )?(?:contratto|conto|fattura|ordine|polizza) (?:con|presso|di))",
  forCompany:
    "di|del|della|dell'|da|dalla|dall'|per|per conto|a nome|qui|presso|sono|azienda|societa",
  recorded: [
    "(?:chiamat[ae]|telefonat[ae]|conversazion[ei]|comunicazion[ei]|linea|colloqui?o?|noi)(?: [a-z']+,?){0,6} (?:registra\\w*)",
    "(?:registriamo|registrando|registrare|registro|registrazione|registra)(?: [a-z']+){0,4} (?:chiamat[ae]|telefonat[ae]|conversazion[ei]|colloquio)",
  ],
  notRecorded: [
    "(?:non|mai|senza|nessuna)(?: [a-z']+){0,4} registr\\w+",
    "(?:richiesta|ordine|indirizzo|modifica|prenotazione|pagamento|reclamo|appuntamento|iscrizione)(?: [a-z']+){0,5} registrat\\w+",
    '(?:abbiamo|ho) (?:gia )?registrato',
    '(?:ultima|precedente) (?:chiamata|telefonata|conversazione)',
  ],
  optOut: [
    "(?:non|mai|smett\\w+|basta)(?: [a-z']+){0,6} (?:chiam\\w+|richiam\\w+|contatt\\w+|telefon\\w+|disturb\\w+|sentir\\w+)",
    "(?:non|nessun'?|niente)(?: [a-z']+){0,4} (?:altre|piu|ulteriori) (?:chiamate|telefonate)",
    "(?:togl\\w+|tolg\\w+|cancell\\w+|rimuov\\w+|elimin\\w+)(?: [a-z']+){0,6} (?:elenco|elenchi|lista|liste|numero|archivio|archivi|contatti)",
    "(?:dica|dire|digiti|prema|premere|risponda|dicendo)(?: [a-z']+){0,3} (?:stop|basta|no grazie)",
    "(?:opporsi|opposizione)(?: [a-z']+){0,5}|registro delle opposizioni",
  ],
  notOptOut: [
    'troppo (?:veloce\\w*|in fretta|forte|piano)|piu (?:lentamente|piano)|rallent\\w+',
    "(?:corso|contratto|abbonamento|newsletter|seminario|ordine|polizza|laboratorio|appuntamento)(?: [a-z']+){0,6} (?:disd\\w+|annull\\w+|cancell\\w+|recess\\w+|reced\\w+)",
    "(?:disd\\w+|annull\\w+|cancell\\w+|recess\\w+|reced\\w+)(?: [a-z']+){0,4} (?:corso|contratto|abbonamento|newsletter|seminario|ordine|polizza|iscrizione|appuntamento)",
    "non (?:siamo|sono|abbiamo|ho)(?: [a-z']+){0,3} (?:riuscit\\w+|potuto)",
  ],
  prompt: [
    [
      'W',
      '(?:cattivo|brutto) esempio|esempio (?:sbagliato|negativo|errato)|risposta (?:sbagliata|errata)|sbagliat[oa]|da evitare|errat[oa]',
    ],
    [
      'E',
      'cambi\\w* (?:\\w+ )?(?:argomento|discorso)|svi\\w+|elud\\w+|evit\\w* (?:la|di|questa)|ignor\\w+|scherz\\w+|ridi|battuta|scusa|senza rispondere|N rispondere|torna (?:al|alla)|glissa\\w*|divaga\\w*|resta vag\\w|rimani vag\\w|aggira\\w*|N dire (?:di )?si|pretesto',
    ],
    [
      'T',
      "onest\\w*|sincer\\w*|verita|rispondi (?:di )?si|di' di si|conferm\\w*|si ,|chiaris\\w+|trasparen\\w*|corregg\\w+|con franchezza|ammettilo|apertamente",
    ],
    [
      'K',
      'segret\\w+|nascond\\w+|celare|cela|occult\\w+|tieni (?:\\w+ ){0,3}per te|N (?:deve|puo|sappia|scopra|si accorga)|dissimul\\w+|tac(?:i|ere)|mascher\\w+|riservat\\w+',
    ],
    [
      'I',
      'rivel\\w+|ammett\\w+|riconosc\\w+|confess\\w+|menzion\\w+|divulg\\w+|svel\\w+|far(?:e|gli)? (?:\\w+ )?(?:sapere|capire|intuire)|lasci\\w* (?:\\w+ )?(?:capire|intendere|intuire)|accenn\\w+',
    ],
    ['D', 'neg(?:a|are|hi|arlo|ando)|smentis\\w+|smentire|contesta\\w*|contraddi\\w+'],
    [
      'P',
      "fing\\w+|fai (?:\\w+ ){0,2}(?:credere|finta|pensare)|far(?:gli)? credere|spacci\\w+|passa\\w* per|convinc\\w+|assicur\\w+|giur\\w+|cred\\w+|pens\\w+|insist\\w+|simul\\w+|comportati come|persuad\\w+|dai l' impressione|sostien\\w+",
    ],
    [
      'Y',
      "di'|di che|dic\\w+|dire|dillo|rispond\\w+|afferm\\w+|dichiar\\w+|present\\w+|ribad\\w+|spieg\\w+|replic\\w+|digli",
    ],
    [
      'Q',
      'chied\\w+|domand\\w+|sei un|e un|parlo con|sto parlando|sospett\\w+|vuole sapere|obiezion\\w+|dubit\\w+|insist\\w+',
    ],
  ],
};
