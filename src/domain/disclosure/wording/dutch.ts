import type { Lexicon } from './lexicon.ts';

export const DUTCH: Lexicon = {
  language: 'nl',
  splitsElision: false,
  mergesDigraphs: false,
  negatesTwice: false,
  speech: [
    [
      'Z',
      '(?:automatisch )?(?:opgenomen|opnemen|opname\\w*|geregistreerd|getranscribeerd|geanalyseerd|meegeluisterd)',
    ],
    ['M', 'kunstmatige intel+igentie|artificiele intel+igentie|artifint|ai|ki|taalmodel'],
    [
      'G',
      '(?:door (?:een )?)?M (?:gestuurd|gegenereerd|aangedreven|gebaseerd|ondersteund|bediend)\\w*',
    ],
    [
      'M',
      '(?:spraak|bel|telefoon|voice|chat|call) ?(?:ro)?bot|robot|bot|machine|(?:spraak|bel)?computer(?:programma|systeem)?|programma|software|automaat',
    ],
    [
      'G',
      '(?:door|met) (?:een |de )?M (?:gemaakt|gegenereerd|ingesproken|gestuurd|gesproken|uitgevoerd|gevoerd)\\w*|computer(?:gestuurd|gegenereerd)\\w*|geautomatiseerd\\w*|automatische?|synthetische?|kunstmatige?|gesynthetiseerd\\w*',
    ],
    [
      'V',
      '(?:computer|robot|kunst)stem|robottelefoontje|(?:[GM] ?,? ?){1,3}(?:\\w+ )?(?:\\w*stem|\\w*oproep|telefoontje|\\w*gesprek|\\w*bericht|\\w*belletje|boodschap|herinnering|enquete)',
    ],
    [
      'A',
      '(?:virtuele |digitale |slimme )?(?:(?:spraak|telefoon|voice|bel)?as+ist[ae]nt\\w*|agent|medewerker|collega|beller|hulp|helper|stem)',
    ],
    [
      'M',
      '(?:[GM] ?,? ?){1,3}(?:A|systeem)|A (?:, )?(?:die )?(?:op basis van |gebaseerd op |met |aangedreven door |door |werkt met )(?:een )?M',
    ],
    [
      'H',
      '(?:echt|echte|levend|levende|werkelijk) (?:mens\\w*|persoon|iemand|man|vrouw|A)|vlees en bloed|mens(?:en|elijke?)?|persoon',
    ],
    ['N', 'geen|nee|niemand|niet|nooit|noch|zonder|in plaats van|nimmer|nergens|anders dan'],
    ['J', 'of|als u|als je|indien|wanneer|mocht|misschien|wellicht'],
    [
      'S',
      '(?:ik )?ben|dit is|(?:u|je) spreekt?(?: nu| hier| op dit moment)? met|spreek(?:t)? (?:u|je) met|(?:u|je) praat(?: nu)? met|hier is|hier spreekt|hier belt|mijn naam is|ik heet|(?:u|je) (?:bent|wordt) (?:verbonden met|gebeld door)|als|het is|dat is|(?:u|je) hoort|(?:u|je) heeft contact met|(?<=^ |, )met',
    ],
    [
      'L',
      '(?:dit|deze|het|de) (?:\\w*gesprek|telefoontje|oproep|stem|belletje)|(?:de|mijn|deze) A',
    ],
    [
      'C',
      '(?:die )?(?:u |je )?belt(?: u| je)?|spreekt(?: u)?|aan de lijn|aan het woord|aan de telefoon|hier',
    ],
    [
      'B',
      'over|wegens|betreffende|inzake|vanwege|aanbied\\w*|bied\\w*|verkop\\w*|verkoop\\w*|ontwikkel\\w*|gebruik\\w*|bouw\\w*|verbind\\w*|doorverbind\\w*|later|straks|daarna|wist|weet|weten|wilt|wil|willen|zou|interesse\\w*|heeft|heb|opgemerkt|ontdekt|klink\\w*|lijk\\w*|zoals|kan|onze|ons|cursus|wie',
    ],
    ['R', 'van|met|door|via'],
  ],
  after:
    'van|voor|namens|die|en|of|in|bij|met|op|maar|om|uit|genaamd|aan|te|O|U|u|je|ik|dus|ontwikkeld|namelijk|der|vanuit|welke',
  notBefore: 'van|met|bij|voor|door|over|uit',
  notSpeaker: '(?:die|verantwoordelijk\\w*|later|wilt spreken)',
  customerOf:
    '(?:klant(?:en)? (?:van|bij)|uw (?:\\w+ )?(?:contract|rekening|factuur|bestelling|polis|abonnement) (?:bij|met))',
  forCompany: 'van|voor|namens|bij|in opdracht|met|uit naam|hier is|dit is|bedrijf|firma',
  recorded: [
    '(?:\\w*gesprek\\w*|oproep\\w*|telefoontje\\w*|lijn|wij|we)(?: [a-z]+,?){0,6} (?:opgenomen|opnemen|opname)',
    '(?:nemen|neem|neemt)(?: [a-z]+){0,2} (?:\\w*gesprek\\w*|telefoontje\\w*)(?: [a-z]+){0,5} op',
    '(?:opname|opnemen)(?: [a-z]+){0,3} (?:\\w*gesprek\\w*|telefoontje\\w*)',
    'gespreksopname\\w*',
    '(?:wordt|worden)(?: [a-z]+){0,5} opgenomen',
  ],
  notRecorded: [
    '(?:niet|geen|nooit|zonder)(?: [a-z]+){0,4} (?:opgenomen|opnemen|opname\\w*)',
    'contact(?: [a-z]+){0,5} (?:opgenomen|opnemen|op)|(?:opgenomen|opnemen) (?:met|contact)',
    '(?:bestelling|aanvraag|verzoek|wijziging|afspraak|klacht)(?: [a-z]+){0,3} opgenomen',
    '(?:vorige?|laatste) (?:gesprek|telefoontje)',
  ],
  optOut: [
    '(?:niet|nooit|geen|stoppen|ophouden)(?: [a-z]+){0,5} (?:bel\\w*|gebeld|terugbel\\w*|contact\\w*|benader\\w*|lastig\\w*|gestoord|horen|opbel\\w*)',
    '(?:van|uit) (?:de|onze|mijn|deze) (?:\\w+ )?\\w*(?:lijst|bestand)',
    '(?:schrap\\w*|verwijder\\w*|wis\\w*|haal\\w*|verwijderd)(?: [a-z]+){0,5} (?:nummer|\\w*lijst|\\w*bestand)',
    '(?:afmeld\\w*|uitschrijv\\w*|verzet\\w*|bezwaar)(?: [a-z]+){0,5} ?(?:telefoontjes|gesprekken|lijst|oproepen)?',
    '(?:zeg\\w*|druk\\w*|toets\\w*|antwoord\\w*)(?: [a-z]+){0,3} (?:stop|nee dank)',
    'bel me niet',
  ],
  notOptOut: [
    'te (?:snel|hard|zacht|vlug)|langzamer',
    '(?:cursus|contract|abonnement|nieuwsbrief|seminar|bestelling|polis|workshop|training|afspraak)(?: [a-z]+){0,7} (?:afmeld\\w*|opzeg\\w*|annul\\w*|uitschrijv\\w*)',
    '(?:afmeld\\w*|opzeg\\w*|annul\\w*|uitschrijv\\w*)(?: [a-z]+){0,4} (?:cursus|contract|abonnement|nieuwsbrief|seminar|bestelling|polis|workshop|training|afspraak)',
    'niet (?:kunnen |konden )?(?:bereik\\w*|bereikt|te pakken)',
  ],
  prompt: [
    ['W', '(?:slecht|fout|verkeerd)e? (?:voorbeeld|antwoord)\\w*|fout|verkeerd|zo niet'],
    [
      'E',
      'verander\\w* (?:\\w+ ){0,3}(?:van )?onderwerp|ander onderwerp|ontwijk\\w*|omzeil\\w*|negeer\\w*|lach\\w*|grap\\w*|smoes\\w*|zonder (?:\\w+ ){0,3}(?:antwoord\\w*|te antwoorden|in te gaan)|ga(?: [a-z]+){0,4} N (?:[a-z]+ )?(?:op|in)|geef N antwoord|antwoord N|leid\\w* (?:\\w+ ){0,2}af|blijf vaag|uitvlucht\\w*|draai (?:er|eromheen)|eromheen|zeg N ja',
    ],
    [
      'T',
      'eerlijk\\w*|waarheid|zeg (?:dan )?ja|antwoord (?:dan )?(?:met )?ja|bevestig\\w*|ja|open|recht|corrigeer\\w*|meteen duidelijk|maak duidelijk|geef (?:het|dat) toe|gewoon toe',
    ],
    [
      'K',
      'geheim\\w*|verzwijg\\w*|verberg\\w*|verborgen|verhul\\w*|N (?:mag|moet|merkt|weet)|hou\\w* (?:\\w+ ){0,4}voor je|achterhoud\\w*|verstop\\w*|verdoezel\\w*|stil',
    ],
    [
      'I',
      'toegeef\\w*|toe te geven|toegeven|geef(?: \\w+){0,3} toe|onthul\\w*|verklap\\w*|verraad\\w*|noem\\w*|vermeld\\w*|verraden|erken\\w*|beken\\w*|laat\\w*(?: \\w+){0,4} (?:merken|weten|blijken|doorschemeren)|begin (?:\\w+ ){0,3}over|prijsge\\w+',
    ],
    ['D', 'ontken\\w*|loochen\\w*|weerspreek\\w*|tegenspreek\\w*|spreek (?:\\w+ ){0,3}tegen'],
    [
      'P',
      '(?:doe|doet|doen)(?: \\w+){0,3} (?:alsof|voor als|voor)|alsof|voordoe\\w*|overtuig\\w*|gelov\\w*|geloof\\w*|denkt|denken|verzeker\\w*|hou\\w* vol|zweer\\w*|indruk|wijsmak\\w*|wijs|speel',
    ],
    [
      'Y',
      'zeg(?:t|gen)?|beweer\\w*|beweren|antwoord\\w*|verklaar\\w*|stel\\w* (?:je|jezelf)(?: \\w+){0,2} voor|noem jezelf|leg uit|reageer\\w*|vertel\\w*|te zeggen|presenteer',
    ],
    [
      'Q',
      'vraag\\w*|vragen|vraagt|gevraagd|ben je|bent u|is dit|spreek ik|praat ik|vermoed\\w*|wil weten|bezwaar\\w*|twijfel\\w*|achterdocht\\w*|doorvra\\w+',
    ],
  ],
};
