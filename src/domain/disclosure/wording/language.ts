import { folded } from './plain.ts';
import { LANGUAGES, type Language } from './lexicon.ts';

/**
 * Frequent words of a language, as they stand without accents. Those of languages that cannot be judged are here too,
 * so that a Portuguese text is not taken for a Spanish one.
 */
const FREQUENT: Readonly<Record<string, string>> = {
  en: "the and you your this is it's i'm i am we are for from of to a an with on in at my me be have has can may hello hi hey good morning afternoon evening calling call calls speaking name not do don't if about our us that will would please say tell never ask asked when who what there here just any or by as was they them their she he people someone customer assistant voice artificial intelligence behalf company name quick moment thanks thank",
  de: 'der die das und ist ich bin sie hier von ein eine einen einem einer nicht kein keine mit fur im am es wir uns ihr ihre ihnen ihren guten tag morgen hallo gruss gott gruezi spricht rufe ruft an den dem des zu zum zur auf wegen uber wenn dass du dich dir nie niemals sag sage auch mein wird werden haben hat sind aus bei wie was frage servus moin oder kunstliche intelligenz stimme namen auftrag anruf gesprach gerne danke herr frau so mensch roboter tun zugeben gibst niemand',
  fr: "bonjour bonsoir je suis vous votre vos nous notre nos est c'est le la les l un une de des du d'un et ne pas que qui pour sur avec ce cette cet au aux ici en par dans tu te toi ton sont etes si jamais appelle appel moi mon ma on dis reponds es demande client personne ou il elle mais allo plus assistant assistante intelligence artificielle voix compte societe merci instant ceci monsieur madame",
  es: 'hola buenos buenas dias tardes noches soy el la los las un una de del en y que por para con su sus le les se es esta este no si al lo usted llamo llama llamada nunca tu te eres di nuestro nuestra mi como pero muy ha hemos ya o quien buen dia habla hablo hablando persona verdad asistente inteligencia artificial voz gracias momento cita empresa nada nombre',
  it: "buongiorno buonasera salve ciao sono il la lo gli i le un una di del della dei da che per con e non in suo sua suoi al alla si qui questa questo chiamo chiama parla mai sei ti tuo nostra nostro mi se ha abbiamo dal come lei l'assistente pronto o ma piu assistente intelligenza artificiale voce conto azienda grazie momento nome signora signor no essere persona fingere macchina robot chiedono rispondi quando",
  nl: 'hallo goedemorgen goedemiddag goedenavond goedendag goeiedag dag hoi ik ben u uw je jij jouw met een de het van en is niet geen voor dit dat bel belt spreekt op in om te aan namens over hier wij we ons onze nooit zeg als mijn door bij naar ook wordt die of er maar assistent kunstmatige intelligentie stem opdracht bedrijf dank moment naam mevrouw meneer iemand',
  pt: 'ola bom boa dia tarde noite sou o a os as um uma de do da dos das em no na nos nas e que por para com seu sua lhe nao voce estou ligo ligando aqui este esta nosso nossa meu minha se mas nunca ser pelo pela ao isso obrigado fala senhor senhora te tu e',
  da: 'hej goddag godmorgen jeg er en et og det den de i pa til af fra med ikke dig din dit vi vores ringer har om for som at kan du her bare mig min eller aldrig hvis det',
  sv: 'hej god morgon dag jag ar en ett och det den i pa till av fran med inte dig din ditt vi var ringer har om for som att kan du har bara mig min eller aldrig',
  no: 'hei god morgen dag jeg er en et og det den i pa til av fra med ikke deg din ditt vi var ringer har om for som a kan du her bare meg min eller aldri hvis',
  pl: 'dzien dobry witam jestem i w na z do nie sie ze to jest pan pani panstwa w imieniu dzwonie o od dla mowi prosze czy jak moj twoj nigdy jesli ktos powiedz',
  cs: 'dobry den ahoj jsem a v na z do ne se ze to je vas vase volam od pro jak muj nikdy pokud jmenem prosim',
  ro: 'buna ziua sunt un o de la din si in cu pe nu va sun eu este pentru ce mai dumneavoastra numele al a ai niciodata daca',
  ca: 'hola bon bona dia tarda soc el la els les un una de del en i que per amb el seu la seva us truco no si al com aquesta aquest trucada',
  fi: 'hei paivaa olen ja on ei etta se tama mina sina te teidan soitan hyvaa huomenta',
  hu: 'jo napot kivanok vagyok a az egy es hogy nem en on onnek hivom',
  tr: 'merhaba gunaydin iyi gunler ben bir ve bu icin ile sizi ariyorum degil mi siz',
};

/** Letters that none of the judged languages has. */
const FOREIGN = /[ąęłńśźżćčěřůšžőűğışţțăøåãõ]/iu;

const TABLES = Object.entries(FREQUENT).map(
  ([code, list]) => [code, new Set(list.split(' '))] as const,
);

const isJudged = (code: string): code is Language => LANGUAGES.some((one) => one === code);

/** The judged language of a text; null: it is another one, or nobody can tell. */
export function languageOf(text: string): Language | null {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = text.match(/\p{Script=Latin}/gu) ?? [];
  if (letters.length === 0 || latin.length * 2 < letters.length) return null;
  const tokens = folded(text)
    .replace(/[’‘`´]/g, "'")
    .split(/[^\p{L}']+/u)
    .flatMap((word) => (word.includes("'") ? [word, ...word.split("'")] : [word]))
    .filter((word) => word !== '');
  const scores = TABLES.map(([code, table]) => {
    const score = tokens.filter((word) => table.has(word)).length;
    const foreign = !isJudged(code) && FOREIGN.test(text.normalize('NFC')) ? 2 : 0;
    return { code, score: score + foreign };
  }).sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined || second === undefined || first.score < 2) return null;
  return first.score > second.score && isJudged(first.code) ? first.code : null;
}
