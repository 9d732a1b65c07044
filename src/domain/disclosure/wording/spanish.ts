import type { Lexicon } from './lexicon.ts';

const BY = '(?:por|con|mediante|a partir de) (?:una? |el |la )?';

export const SPANISH: Lexicon = {
  language: 'es',
  splitsElision: false,
  mergesDigraphs: false,
  negatesTwice: true,
  speech: [
    [
      'Z',
      '(?:automaticamente )?(?:grab(?:ad|an|ar|a|ando|amos)\\w*|registrad\\w+|transcri\\w+|analiz\\w+)',
    ],
    ['M', 'intel+igencia artifi\\w+|artifint|ia|modelo de lenguaje'],
    [
      'M',
      '(?:(?:voice|call|chat|tele) ?)?(?:bot|robot)(?: telefonico| de voz| conversacional)?|maquina|ordenador|computadora?|programa(?: informatico| de ordenador| de computadora)?|software|automata',
    ],
    [
      'G',
      `(?:generad|cread|producid|realizad|gestionad|hech|impulsad|operad|basad|controlad)\\w{1,2} ${BY}M|automatizad\\w+|automatic[ao]s?|sintetic[ao]s?|sintetizad[ao]s?|artificial(?:es)?|robotic[ao]s?|robotizad[ao]s?|computarizad[ao]s?|por (?:ordenador|computadora)|por M|de (?:M|robot)`,
    ],
    [
      'V',
      '(?:voz|llamada|mensaje|locucion|aviso|recordatorio|encuesta)(?: telefonic[ao]| de voz| de recordatorio)?,? ?(?:y )?(?:G|M)',
    ],
    [
      'A',
      '(?:as+ist[ae]nte\\w*|agente|sistema|voz|operador\\w*|companer[ao]|colega|ayudante)(?: de voz| virtual| telefonic[ao]| digital| conversacional| inteligente)*',
    ],
    [
      'M',
      'A ,? ?(?:que es |que usa |basad[ao] en |impulsad[ao] por |con |que funciona con |de |por |dotad[ao] de |creado con )?(?:una? |la |el )?(?:M|G)',
    ],
    [
      'H',
      '(?:persona|humano|hombre|mujer|chica|chico|A|agente|asesor\\w*) (?:de verdad|real|de carne y hueso|autentic[ao]|human[ao]|viv[ao])|(?:verdader|autentic)[ao] (?:persona|human[ao])|ser(?:es)? humanos?|human[ao]s?|persona|carne y hueso',
    ],
    [
      'N',
      'no|nadie|ni|nunca|jamas|nada de|ningun\\w*|sin|tampoco|en lugar de|en vez de|a diferencia de',
    ],
    ['J', 'si|quizas?|tal vez|acaso'],
    [
      'S',
      '(?:yo )?soy|es|esta es|este es|(?:le|te|les) (?:esta )?(?:habla|llama|hablando|llamando|atiende|saluda|contacta|escribe)|habla(?:s)? (?:usted )?con|(?:esta|estas)(?: usted)? hablando con|me llamo|mi nombre es|se comunica con|aqui|como|al habla|al otro lado|esta escuchando|escucha|se trata de',
    ],
    ['L', '(?:esta|la|nuestra|mi|este) (?:llamada|voz|conversacion|comunicacion)|(?:la|mi|esta) A'],
    [
      'C',
      '(?:que )?(?:le|te|les|os|lo|la) (?:esta )?(?:llama|habla|contacta|atiende|saluda|llamando|hablando)|al habla|al telefono|llamando|al aparato',
    ],
    [
      'B',
      'sobre|por su|por tu|por nuestr\\w+|acerca de|respecto|para ofrecer\\w*|para hablar\\w*|ofrec\\w+|propon\\w+|vend\\w+|desarroll\\w+|usa|usan|utiliz\\w+|usamos|sabe|sabia|sabias|pregunt\\w+|transfer\\w+|pasar\\w*|paso con|despues|luego|mas tarde|interes\\w+|ha detectado|detect\\w+|curso|producto|tenemos|nuestr\\w+|parece\\w*|suena|quiere|quieres|desea|gustaria|puede',
    ],
    ['R', 'por|con|mediante|desde|la (?:realiza|hace|efectua|gestiona|lleva a cabo|produce)'],
  ],
  after:
    'de|del|que|y|e|para|por|en|desarrollad[ao]|encargad[ao]|telefonic[ao]|conversacional|pero|no|a|al|llamad[ao]|creada?o?|contratad[ao]|virtual|generativa|O|U|llamo|le|te|con|sino|actuando|representando',
  notBefore:
    'en|sobre|de|con|por|expert[ao]|consultor\\w*|especialista|curso|ingenier[ao]|formador\\w*|profesor\\w*|uso|usa|solucion|empresa',
  notSpeaker: '(?:encargad[ao]|responsable|que lleva|que se|titular|mas tarde|indicada)',
  customerOf:
    '(?:clientes? de|su (?:\\w+ )?(?:contrato|cuenta|factura|pedido|poliza) (?:con|en|de))',
  forCompany: 'de|del|por|para|en nombre|de parte|por cuenta|desde|soy|aqui|empresa|con',
  recorded: [
    '(?:llamadas?|conversacion\\w*|comunicacion\\w*|linea|audio)(?: [a-z]+,?){0,6} (?:grab\\w+|registrada)',
    '(?:grab(?:amos|ando|aremos|ar|a|an|acion)\\w*)(?: [a-z]+){0,4} (?:llamadas?|conversacion\\w*)',
    '(?:estamos|se esta|esta siendo) (?:siendo )?grab\\w+',
  ],
  notRecorded: [
    '(?:no|nunca|sin|ni)(?: [a-z]+){0,4} grab\\w+',
    '(?:solicitud|pedido|direccion|cambio|reserva|cita|pago|queja|peticion)(?: [a-z]+){0,4} (?:grab\\w+|registrad\\w+)',
    '(?:ultima|anterior) (?:llamada|conversacion)',
  ],
  optOut: [
    '(?:no|nunca|deje\\w*|dejar\\w*|dejemos|sin|ya no)(?: [a-z]+){0,5} (?:llam\\w+|contact\\w+|molest\\w+)',
    '(?:no|ningun\\w*)(?: [a-z]+){0,3} mas (?:llamadas|contactos?)',
    '(?:quit\\w+|borr\\w+|elimin\\w+|sac\\w+|retir\\w+)(?: [a-z]+){0,6} (?:listas?|numero|base|fichero|registro|contactos?)',
    '(?:diga|digame|decir|pulse|marque|oprima|responda|presione|con decir)(?: [a-z]+){0,3} (?:stop|alto|basta|pare|baja|no mas)',
    '(?:darse|darte|dese|date|dar\\w*) de baja|lista robinson|oponer\\w*',
  ],
  notOptOut: [
    '(?:demasiado|muy|tan) (?:rapido|deprisa|aprisa|alto|bajo)|mas despacio|mas lento',
    '(?:curso|contrato|suscripcion|boletin|seminario|pedido|poliza|seguro|taller|servicio)(?: [a-z]+){0,6} (?:baja|cancel\\w+|anul\\w+)',
    '(?:baja|cancel\\w+|anul\\w+)(?: [a-z]+){0,3} (?:curso|contrato|suscripcion|boletin|seminario|pedido|poliza|seguro|taller|cita|servicio)',
    'no (?:hemos|he|pudimos|pude|conseg\\w+)(?: [a-z]+){0,4} (?:contact\\w+|localiz\\w+|llam\\w+)',
  ],
  prompt: [
    [
      'W',
      '(?:mal|malos?) ejemplos?|ejemplo (?:malo|incorrecto)|mala respuesta|incorrect[ao]|mal|respuestas? prohibidas?',
    ],
    [
      'E',
      'cambi\\w+ de tema|desvi\\w+|evad\\w+|esquiv\\w+|evit\\w+ (?:la|responder|contestar|esa)|ignor\\w+|brome\\w+|rie\\w*|chiste|excusa|sin (?:responder|contestar)|N (?:respondas|contestes)|vuelve al?|elud\\w+|se vag\\w|rodeos|haz como que|N digas que si|pretexto|salte por la tangente',
    ],
    [
      'T',
      'honest\\w*|sincer\\w*|verdad\\b|di que si|responde que si|contesta que si|confirm\\w*|si ,|acla\\w+|transparen\\w*|corri\\w+|con franqueza|reconocelo|admitelo',
    ],
    [
      'K',
      'secret\\w+|ocult\\w+|escond\\w+|disimul\\w+|encubr\\w+|N (?:debe|puede|sepa|note|descubra|se entere|se de cuenta)|calla\\w*|confidencial|guarda\\w* para ti',
    ],
    [
      'I',
      'revel\\w+|admit\\w+|reconoc\\w+|reconozcas|confies\\w+|confes\\w+|menciones?|mencionar|divulg\\w+|desvel\\w+|dejes? (?:\\w+ ){0,2}(?:saber|notar|ver)|delat\\w+',
    ],
    ['D', 'nieg\\w+|niegu\\w+|neg(?:ar|arlo|ando|ues)|desmient\\w+|desment\\w+|contradi\\w+'],
    [
      'P',
      'finj\\w+|fing\\w+|hazte pasar|hacerte pasar|haz(?:le|les)? (?:creer|pensar)|hacer(?:le|les)? creer|pas\\w+ por|convenc\\w+|convenz\\w+|asegur\\w+|jur\\w+|cre(?:a|an|er|yendo|e|en)|piens\\w+|insist\\w+|simul\\w+|aparent\\w+|comportate como|actua como',
    ],
    [
      'Y',
      'di(?:ga|gas|le|les)?|decir|respond\\w+|contest\\w+|afirm\\w+|declar\\w+|present\\w+|asever\\w+|sosten\\w*|explic\\w+|indic\\w+',
    ],
    [
      'Q',
      'pregunt\\w+|eres|es usted|hablo con|estoy hablando|es una|es un|cuestion\\w+|sospech\\w+|quiere saber|objecion\\w*|suena a|insiste\\w*|duda\\w*',
    ],
  ],
};
