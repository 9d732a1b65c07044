import type { Lexicon } from './lexicon.ts';

const BY = "(?:par |grace a |a l' aide d' |via )(?:une? |l' |de l' |le |la )?";

export const FRENCH: Lexicon = {
  language: 'fr',
  splitsElision: true,
  mergesDigraphs: false,
  negatesTwice: true,
  speech: [
    ['Z', '(?:automatiquement )?(?:enregistr\\w+|transcri\\w+|analys\\w+|ecoutes?)'],
    ['M', 'intell?igence artifi\\w+|artifint|ia|modele de langage'],
    [
      'M',
      "(?:(?:voice|call|chat) ?)?bot|robot(?: telephonique| vocal| d' appel| conversationnel)?|machine|ordinateur|automate|logiciel|programme(?: informatique)?",
    ],
    [
      'G',
      `(?:generee?s?|creee?s?|produite?s?|pilotee?s?|realisee?s?|geree?s?|menee?s?|assuree?s?|conduite?s?|passee?s?|effectuee?s?) ${BY}M|automatis\\w+|automatiques?|synthetiques?|de synthese|artificiel\\w*|robotis\\w+|informatisee?s?|d' M|par M`,
    ],
    [
      'V',
      '(?:voix|appel|message|annonce|rappel|coup de fil|sondage)(?: telephonique| vocale?| de rappel| enregistree?)?,? ?(?:et )?(?:G|M|de M)',
    ],
    [
      'A',
      '(?:assistant\\w*|as+istent\\w*|agente?|systeme|voix|operat\\w+|collegue)(?: vocale?| virtuel\\w*| telephonique| numerique| conversationnel\\w*| digitale?| intelligente?)*',
    ],
    [
      'M',
      "A ,? ?(?:qui est |qui utilise |base\\w* sur |fonde\\w* sur |propuls\\w+ par |aliment\\w+ par |dote\\w* d' |dote\\w* de |anim\\w+ par |avec |utilisant |fonctionnant (?:grace a |avec )|a base d' |a base |d' |de |a |par |en )?(?:une |l' |un )?(?:M|G)",
    ],
    [
      'H',
      "(?:vrai\\w*|veritable|reel\\w*|authentique) (?:personne|humaine?|etre humain|homme|femme|gens|A|conseiller\\w*|interlocut\\w+)|etre humain|personne (?:reelle|vivante|en chair et en os|humaine)|humaine?s?|personne(?! ne| n')|chair et en os|en chair|homme de chair",
    ],
    [
      'N',
      "ne|n'|pas|jamais|aucune?|ni|sans|plutot qu'|plutot que|au lieu d'|au lieu de|nullement|point|contrairement a|et non|non",
    ],
    ['J', "si|s'|peut etre|au cas ou"],
    [
      'S',
      "je suis|c' est|ici|vous parlez (?:a|avec|actuellement avec)|vous etes (?:en ligne|en communication|en contact|au telephone|en relation) avec|moi c' est|ceci est|je m' appelle|je me presente|vous echangez avec|vous discutez avec|en tant qu'|en tant que|il s' agit d'|voici|vous ecoutez|vous entendez|vous avez (?:en ligne|au bout du fil)",
    ],
    [
      'L',
      "(?:cet|l'|notre|mon|ce|cette|la|ma) (?:appel|voix|conversation|echange|message|coup de fil|communication)|(?:la|ma|cette) A",
    ],
    [
      'C',
      "(?:qui )?(?:vous|t') (?:appelle|parle|contacte|telephone|joint|rappelle)|a l' appareil|au bout du fil|au telephone|parle",
    ],
    [
      'B',
      "a propos|concern\\w+|au sujet|sujet|pour votre|pour vous parler|pour vous presenter|pour vous proposer|propos\\w+|vend\\w+|develop\\w+|utilis\\w+|savez|saviez|demand\\w+|transfer\\w+|mettre en relation|passer|plus tard|ensuite|interess\\w+|comme|a detecte|detect\\w+|a remarque|signale|formation|produit|cours|qu'|notre|nos|nouvelle offre|aimeriez|voulez|avez",
    ],
    ['R', 'par|avec|grace a|via'],
  ],
  after:
    "de|d'|du|des|pour|qui|et|ou|mandate\\w*|developpe\\w*|concue?|travaillant|vocale?|telephonique|conversationnel\\w*|generative|mais|et|pas|non|en|sur|aupres|charge\\w*|nomme\\w*|appele\\w*|agissant|je|j'|representant|O|U|au|aux|vous|ici|bien|mise?|utilise\\w*|chez|la|a l'",
  notBefore:
    "en|sur l'|sur|de|l' aide|a|avec|par|consultante?|experte?|specialiste|formateur|formatrice|ingenieure?|responsable|cours|formation|projet|solution|outil|offre",
  notSpeaker: "(?:en charge|chargee?|responsable|qui s'|qui gere|plus tard|n')",
  customerOf:
    "(?:cliente?s? (?:de|d'|chez)|votre (?:\\w+ )?(?:contrat|compte|facture|commande|abonnement) (?:chez|avec|aupres))",
  forCompany:
    "de|d'|du|pour|chez|au nom|de la part|pour le compte|ici|c' est|societe|entreprise|aupres",
  recorded: [
    "(?:appels?|conversations?|echanges?|communications?|entretiens?|ligne|nous)(?: [a-z']+,?){0,7} (?:enregistr\\w+)",
    "enregistr\\w+ (?:cet|cette|nos|les|tous|vos|l'|la|votre)(?: [a-z']+){0,2} (?:appels?|conversations?|echanges?|communications?)",
    "enregistrement (?:de|d'|des|du) (?:cet|cette|l'|la|nos|notre)? ?(?:appels?|conversations?|echanges?)",
    '(?:vous etes|etes|est|sera) enregistree? (?:a des fins|pour|afin)',
  ],
  notRecorded: [
    "(?:ne|n'|pas|jamais|aucune?|sans)(?: [a-z']+){0,4} enregistr\\w+",
    "(?:demande|commande|adresse|reservation|inscription|paiement|dossier|rendez vous|changement)(?: [a-z']+){0,5} enregistr\\w+",
    '(?:avons|ai) (?:bien )?enregistre',
    '(?:dernier|derniere|precedent\\w*) (?:appel|conversation|echange)',
  ],
  optOut: [
    "(?:ne|n'|pas|plus|jamais|cesse\\w*|arret\\w*)(?: [a-z']+){0,5} (?:appel\\w*|contact\\w*|rappel\\w*|derang\\w*|sollicit\\w*|demarch\\w*|joindre|entendre)",
    "(?:aucun|plus d'|plus aucun)(?: [a-z']+)? (?:appels?|contacts?)",
    "(?:retir\\w+|supprim\\w+|enlev\\w+|ray\\w+|effac\\w+|desinscri\\w+)(?: [a-z']+){0,6} (?:liste\\w*|numero|fichier\\w*|coordonnees|contacts?)",
    "(?:dites|dire|tapez|appuyez|repondez|composez)(?: [a-z']+){0,3} (?:stop|non merci)",
    "(?:vous )?(?:opposer|opposition)(?: [a-z']+){0,5} (?:appels?|contact\\w*|demarchage|sollicitation\\w*|prospection)",
    'bloctel|desinscri\\w+|desabonn\\w+',
  ],
  notOptOut: [
    'trop (?:vite|rapide\\w*|fort|bas)|moins vite|ralent\\w+',
    "(?:formation|contrat|abonnement|cours|newsletter|stage|seminaire|commande|rendez vous|assurance|atelier|webinaire)(?: [a-z']+){0,7} (?:annul\\w+|resili\\w+|desinscri\\w+|desabonn\\w+|retract\\w+)",
    "(?:annul\\w+|resili\\w+|desinscri\\w+|desabonn\\w+|retract\\w+)(?: [a-z']+){0,4} (?:formation|contrat|abonnement|cours|newsletter|stage|seminaire|atelier)",
    "(?:pas|n')(?: [a-z']+){0,3} (?:pu|reussi)(?: [a-z']+){0,3} (?:joindre|contacter|appeler)",
    'je ne vous (?:derange|appelle)',
  ],
  prompt: [
    [
      'W',
      '(?:mauvais|contre) exemples?|mauvaise reponse|a eviter|a ne pas dire|incorrect|faux|contre exemple',
    ],
    [
      'E',
      'chang\\w+ (?:\\w+ )?(?:de )?sujet|elud\\w+|esquiv\\w+|evit\\w+ (?:la|de|cette|toute)|ignor\\w+|detourn\\w+|plaisant\\w+|blagu\\w+|ris|rigol\\w+|excuse|sans (?:y )?repondre|N reponds? N|passe a|reviens au|noie le poisson|reste vague|contourn\\w+|botte en touche|N dis N oui|pretexte',
    ],
    [
      'T',
      'honnete\\w*|franche\\w*|verite|reponds oui|dis oui|confirme\\w*|oui|transparen\\w*|rectifie\\w*|corrige\\w*|clairement|reconnais (?:le|la)|detrompe\\w*',
    ],
    [
      'K',
      'secret\\w*|cach\\w+|dissimul\\w+|tai(?:s|re)|masqu\\w+|personne ne (?:doit|peut)|garde (?:\\w+ ){0,3}pour toi|confidentiel\\w*|doit rester|passe sous silence',
    ],
    [
      'I',
      'revel\\w+|avou\\w+|admet\\w*|admets|reconnai\\w+|divulgu\\w+|mentionn\\w+|devoil\\w+|laisse\\w* (?:\\w+ ){0,3}(?:savoir|deviner|comprendre|entendre|paraitre)|concede\\w*|trahi\\w*',
    ],
    ['D', 'ni(?:e|es|er|ent|ez)|dement\\w*|contest\\w+|refut\\w+|desavou\\w+|contredi\\w+'],
    [
      'P',
      "fai\\w+ (?:\\w+ ){0,3}(?:croire|semblant|passer)|passe\\w* pour|pretend\\w*|joue\\w* le role|convain\\w+|persuad\\w+|assure\\w*|jur\\w+|croi\\w+|pens\\w+|insiste\\w*|simul\\w+|imit\\w+|donne\\w* l' impression",
    ],
    [
      'Y',
      'di(?:s|re|t|tes|sant)|repon\\w+|affirm\\w+|declar\\w+|present\\w+|explique\\w*|raconte\\w*|retorqu\\w+|soutien\\w*|indique\\w*',
    ],
    [
      'Q',
      "demand\\w+|question\\w*|es tu|etes vous|est ce|parle je|je parle|c' est un|interrog\\w+|veut savoir|soupconn\\w+|objection\\w*|se doute\\w*|insiste",
    ],
  ],
};
