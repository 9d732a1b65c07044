import type { Lexicon } from './lexicon.ts';

/** Written without accents, and `ae`, `oe`, `ue` as one letter: so is the text that it is held against. */
export const GERMAN: Lexicon = {
  language: 'de',
  splitsElision: false,
  mergesDigraphs: true,
  negatesTwice: false,
  speech: [
    [
      'Z',
      '(?:automatisch )?(?:aufgezeichnet\\w*|mitgeschnitten\\w*|aufzeichn\\w+|mitschn\\w+|aufgenommen\\w*|transkrib\\w+|protokoll\\w+|ausgewertet|analysiert)',
    ],
    ['M', 'kunstlich\\w{0,2} intell?igen\\w+|artifint|ki|ai|sprachmodell\\w*'],
    [
      'G',
      'M (?:gestutzt|basiert|gesteuert|generiert|betrieben|unterstutzt|erzeugt)\\w*|(?:von|durch|mit) (?:eine[rm] |der |dem )?M (?:gestutzt|basiert|gesteuert|generiert|betrieben|unterstutzt|erzeugt)\\w*',
    ],
    [
      'G',
      '(?:vom|von einem|durch einen|am|per|mit dem) computer (?:erzeugt|generiert|gesprochen|gesteuert)\\w*|computer(?:generiert|gesteuert|erzeugt|gestutzt)\\w*|maschinell (?:erzeugt|generiert)?\\w*|automatisiert\\w*|automatisch\\w*|synthetisch\\w*|synthetisiert\\w*|kunstlich\\w*',
    ],
    [
      'M',
      '(?:sprach|telefon|chat|voice|anruf|call)(?:ro)?bot|(?:sprach|telefon|anruf)computer|(?:sprach|telefon|anruf)automat|roboter|robot|bot|maschine|computer(?:programm|system)?|automat|software|sprachprogramm|programm',
    ],
    [
      'V',
      '(?:computer|roboter|kunst|maschinen|automaten|bot)stimme|roboteranruf|computeranruf|(?:[GM] ?,? ?){1,3}(?:\\w+ )?(?:\\w*stimme|\\w*anrufs?|\\w*ansage|\\w*nachricht|telefonats?|\\w*gesprach|erinnerung|\\w*umfrage)',
    ],
    [
      'A',
      '(?:virtuell\\w* |digital\\w* |personlich\\w* )?(?:(?:sprach|telefon|anruf|voice)?as+ist[ae]nt\\w*|agent\\w*|kolleg\\w+|mitarbeiter\\w*|helfer\\w*|anrufer\\w*|stimme)',
    ],
    [
      'M',
      '(?:[GM] ?,? ?){1,3}(?:A|system\\w*)|A (?:, )?(?:die|der|das)? ?(?:auf (?:basis (?:von|einer) |grundlage (?:von|einer) )?|mit |durch )(?:eine[rm]? )?M|A (?:, )?(?:die|der|das)? ?G',
    ],
    [
      'H',
      '(?:echt\\w*|richtig\\w*|leibhaftig\\w*|wirklich\\w*|lebendig\\w*) (?:mensch\\w*|person|frau|mann|kerl|mitarbeiter\\w*|kolleg\\w*|A)|(?:fleisch und blut)|mensch(?:en|liche\\w*)?|person|leibhaftig',
    ],
    [
      'N',
      'nicht|nein|niemand|kein\\w*|nie|niemals|ohne|statt|anstatt|anstelle|weder|noch nie|keinesfalls|mitnichten',
    ],
    ['J', 'ob|wenn|falls|sofern|vielleicht|womoglich'],
    [
      'S',
      'ich bin|bin ich|hier ist|hier sind|hier spricht|hier ruft|hier telefoniert|hier meldet sich|(?:sie|du) (?:sprechen|sprichst|telefonieren|telefonierst|reden|redest)(?: gerade| hier| jetzt| nun)? mit|mein name ist|ich heisse|es spricht|am telefon ist|am apparat ist|dies ist|das ist|es ruft|(?:sie|du) horen|(?:sie|du) horst|mit ihnen (?:spricht|telefoniert)|als|ich spreche als|es meldet sich|ihnen spricht',
    ],
    [
      'L',
      '(?:diese[rsn]?|der|das|die) (?:\\w*anrufs?|\\w*gesprach\\w*|telefonats?|stimme\\w*)|(?:die|meine|diese) A',
    ],
    [
      'C',
      'ruft(?: (?:sie|dich))?(?: gerade| heute| jetzt)? an|anruft|ruft|spricht|telefoniert|meldet sich|kontaktiert|am apparat|am telefon|hier',
    ],
    [
      'B',
      'uber|wegen|bezuglich|betreffend|zu unser\\w*|zu ihr\\w*|um ihr\\w*|um unser\\w*|um ein\\w*|geht um|anbiet\\w*|verkauf\\w*|bieten|entwickel\\w*|bauen|nutz\\w*|einsetz\\w*|fragen sich|verbind\\w*|weiterleit\\w*|ubergeb\\w*|spater|anschliessend|wussten|wissen|mochte\\w*|wollen|wollten|interess\\w*|hat|haben|bemerkt|festgestellt|wirkt|klingt?|klinge|wie|kann|unser\\w*|interesse',
    ],
    ['R', 'von|vom|mit|durch|fuhrt|tatigt|macht'],
  ],
  after:
    'von|vom|der|des|fur|im|in|und|oder|aus|namens|am|an|zur|zum|welche\\w*|den|dem|aber|auf|O|U|u|beauftragt|wunscht|mochte|rufe|ich|sozusagen|also|bei',
  notBefore: 'von|vom|mit|bei|fur|zu|zur|zum|durch|der firma',
  notSpeaker: '(?:die|der|zustandig\\w*|verantwortlich\\w*|spater|sprechen mochten)',
  customerOf:
    '(?:kund\\w+ (?:von|bei|der|des)|ihr\\w* (?:\\w+ )?(?:vertrag|konto|rechnung|bestellung|police) (?:bei|mit)|wechsel\\w* von)',
  forCompany:
    'von|vom|der|des|fur|bei|im auftrag|im namen|namens|hier ist|hier sind|firma|unternehmen',
  recorded: [
    '\\w*(?:gesprach\\w*|anruf\\w*|telefonat\\w*|leitung|unterhaltung)(?: [a-z]+,?){0,6} (?:aufgezeichnet|mitgeschnitten|aufzeichnen|mitschneiden|aufgenommen|mitgehort und)',
    '(?:zeichne\\w*|schneide\\w*|nehme\\w*)(?: [a-z]+){0,2} \\w*(?:gesprach\\w*|anruf\\w*|telefonat\\w*)(?: [a-z]+){0,4} (?:auf|mit)',
    '(?:aufzeichnung|mitschnitt|aufnahme) (?:des|dieses|unseres|von)? ?(?:\\w*gesprach\\w*|anruf\\w*|telefonat\\w*)',
    '(?:gesprachs|anruf|telefon)(?:aufzeichnung\\w*|mitschnitt\\w*)',
    '(?:aufgezeichnet|mitgeschnitten) (?:werden|wird)',
    'wird (?:\\w+ ){0,5}(?:aufgezeichnet|mitgeschnitten)',
  ],
  notRecorded: [
    '(?:nicht|nichts|kein\\w*|nie|niemals|ohne)(?: [a-z]+){0,4} (?:aufgezeichnet|mitgeschnitten|aufgenommen|aufzeichn\\w*|mitschn\\w*)',
    '(?:bestellung|auftrag|kontakt|antrag|anfrage|meldung|wunsch|daten|beschwerde|termin)(?: [a-z]+){0,3} aufgenommen',
    'kontakt',
    '(?:letzt\\w*|gestrig\\w*|vorig\\w*) (?:gesprach|anruf|telefonat)',
  ],
  optOut: [
    '(?:nicht|nie|niemals|kein\\w*)(?: [a-z]+){0,6} (?:anruf\\w*|angerufen|kontakt\\w*|anrufe|behellig\\w*|belastig\\w*|gestort|horen|melden)',
    '(?:nicht|nie|niemals|kein\\w*) mehr(?: [a-z]+){0,3} (?:an|anruf\\w*|angerufen|kontakt\\w*)',
    '(?:von|aus) (?:der|unserer|meiner|dieser) (?:\\w+ )?\\w*list\\w*',
    '(?:losch\\w*|streich\\w*|entfern\\w*|nehm\\w*)(?: [a-z]+){0,4} (?:nummer|telefonnummer|\\w*list\\w*|verteiler)',
    '(?:widersprech\\w*|widerspruch|sperr\\w*|austrag\\w*|abmeld\\w*)(?: [a-z]+){0,5} ?(?:anruf\\w*|kontakt\\w*|nummer)?',
    '(?:kontaktaufnahme|anrufe\\w*|werbeanruf\\w*)(?: [a-z]+){0,3} (?:widersprech\\w*|widerspruch|ablehnen|beenden|abbestell\\w*|untersag\\w*)',
    '(?:sagen|sag|druck\\w*|wahl\\w*|antwort\\w*)(?: [a-z]+){0,3} (?:stopp?|nein danke|ende)',
  ],
  notOptOut: [
    'zu (?:schnell|laut|leise)|langsamer',
    '(?:kurs|vertrag|seminar|abo|abonnement|newsletter|webinar|termin|bestellung|versicherung|workshop|schulung|lehrgang)(?: [a-z]+){0,6} (?:abmeld\\w*|kundig\\w*|widerruf\\w*|widersprech\\w*|storn\\w*|austrag\\w*|absag\\w*)',
    '(?:abmeld\\w*|kundig\\w*|widerruf\\w*|storn\\w*|austrag\\w*|absag\\w*)(?: [a-z]+){0,4} (?:kurs|vertrag|seminar|abo|abonnement|newsletter|webinar|termin|workshop|schulung)',
    '(?:nicht|nie) (?:erreich\\w*|angetroffen)',
  ],
  prompt: [
    [
      'W',
      '(?:schlecht\\w*|falsch\\w*|negativ\\w*) (?:beispiel|antwort)\\w*|falsch|so nicht|negativbeispiel',
    ],
    [
      'E',
      'wechs\\w+ (?:sofort |dann |schnell )?das thema|thema wechseln|lenk\\w*(?: \\w+){0,4} ab|ablenk\\w*|ausweich\\w*|weich\\w*(?: \\w+){0,4} aus|ignorier\\w*|ubergeh\\w*|uberhor\\w*|lach\\w*|scherz\\w*|witz\\w*|ausrede\\w*|ohne (?:\\w+ ){0,3}(?:zu )?(?:antworten|beantworten|einzugehen)|geh\\w*(?: [a-z]+){0,3} N (?:[a-z]+ )?(?:auf|ein)|antwort\\w* N(?! nein| mit nein)|zum thema zuruck|sag\\w* N ja',
    ],
    [
      'T',
      'ehrlich\\w*|wahrheit\\w*|sag\\w* ja|antwort\\w* (?:mit )?ja|mit ja|bestatig\\w*|offen|gib (?:das|es) zu|ja|stell\\w* (?:das|es) (?:sofort )?(?:richtig|klar)|klar(?:stell\\w*)|richtig(?:stell\\w*)|sofort klar',
    ],
    [
      'K',
      'geheim\\w*|verschweig\\w*|verheimlich\\w*|verberg\\w*|verbirg\\w*|versteck\\w*|verschleier\\w*|N (?:darf|soll|erfahrt|merkt)\\w*|vertusch\\w*|fur dich behalt\\w*|behalt\\w* (?:\\w+ ){0,3}fur dich|tarn\\w*|unerwahnt',
    ],
    [
      'I',
      'zugeb\\w*|zugibst|gib(?:t|st)?(?: \\w+){0,4} zu|zuzugeben|verrat\\w*|offenbar\\w*|offenleg\\w*|preisgeb\\w*|preis|erwahn\\w*|einraum\\w*|eingesteh\\w*|gesteh\\w*|erkennen lass\\w*|anmerken|merken lass\\w*|preiszugeben|gibst',
    ],
    [
      'D',
      'leugn\\w*|verleugn\\w*|abstreit\\w*|streit\\w*(?: \\w+){0,4} ab|bestreit\\w*|vernein\\w*|dementier\\w*|abzustreiten|widersprich\\w*',
    ],
    [
      'P',
      'gib(?:st)? dich(?: \\w+){0,3} als|gibst(?: \\w+){0,3} als|ausgeb\\w*|auszugeben|tu\\w*(?: \\w+){0,3} so|so tun|vortausch\\w*|vorgeb\\w*|vorzugeben|uberzeug\\w*|glauben|glaubt|meinen|eindruck|versicher\\w*|beteuer\\w*|besteh\\w*|uberred\\w*|vorspiel\\w*',
    ],
    [
      'Y',
      'sag(?:e|en|st|t)?|behaupt\\w*|antwort\\w*|erklar\\w*|erwider\\w*|stell\\w*(?: dich)?(?: \\w+){0,2} vor|nenn\\w* dich|bezeichn\\w* dich|entgegn\\w*|beton\\w*|meld\\w* dich|zu sagen|reagier\\w*|lautet|heisst es',
    ],
    [
      'Q',
      'frag\\w*|gefragt|nachfrag\\w*|bist du|sind sie|ist das|spreche ich|rede ich|einwand\\w*|vermut\\w*|vermutung|will wissen|wissen will|wissen mochte|nachhak\\w*|verdacht\\w*|anspr\\w+',
    ],
  ],
};
