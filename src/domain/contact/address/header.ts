/** What part of an address a column holds, and which of the row's addresses it belongs to. */
interface AddressPart {
  readonly part: 'country' | 'state' | 'postal_code';
  /** What stands before the part: `mailing`, `address 1`; empty for an address without a name of its own. */
  readonly of: string;
}

const words = (text: string): string =>
  text
    .trim()
    .split(/[\s|]+/)
    .join('|');

/** Whose address, or which of several. */
const OF = words(`
  mailing billing shipping home work business other primary secondary alternate alt contact person people company
  account customer client lead organization organisation org delivery postal residential residence permanent legal
  physical street address addresses addr adr main current personal property office site location invoice invoicing
  payment pay user member individual owner patient donor default registered headquarters hq bill billto ship shipto mail
  rechnungs rechnung liefer lieferung privat geschaeft firma anschrift adresse kunde kunden
  facturation livraison domicile client facturacion envio cliente fatturazione spedizione residenza
  faturamento entrega factuur bezorg`);

const SEPARATE = '[0-9]{0,2}';

const POSTAL = words(`
  zip zipcode zippostalcode zippostal postalzip postalzipcode postalcodezip zippostcode zipcodepostalcode postalcode
  postcode postalcodes postcodes zippluscode zip4 zip5 zipplus4 plz postleitzahl codepostal codigopostal codicepostale
  cep cap codepostalzip postnr postnummer`);
const STATE = words(`
  state province stateprovince provincestate stateorprovince stateregion stateterritory stateprovinceregion statecode
  provincecode stateprovincecode stateabbr stateabbreviation statename provincename usstate statecounty
  stateprovincecounty statedepartment bundesland provincia provincie`);
/** A region alone is more often that of a sales team; that of an address is not. */
const REGION = words('region regionstate regioncode regionname');
const COUNTRY = words(`
  country countryregion regioncountry countrycode countryname countryiso isocountry countryisocode isocountrycode
  countrycodeiso countryiso2 countryiso3 countryalpha2 countryalpha3 countryterritory countryorregion countryofresidence
  residencecountry nation land pays pais paese countrytext landcode landname nazione nacion nacao natie cntry ctry
  cntrycode ctrycode countrycd countryiso3166 iso2 iso3 iso2code iso3code iso3166 iso31661 isoalpha2 isoalpha3 alpha2
  alpha3 wohnland wohnsitzland laendercode laenderkennzeichen landkennzeichen codepays paysderesidence paysresidence
  codigopais codigodepais codigodopais paisresidencia paisderesidencia codicepaese codicenazione
  paesediresidenza nazionediresidenza landvanherkomst`);
/** More often about a sales team, a shop or a passport, and all the same a country in some lists. */
const MAYBE_COUNTRY = words(`
  region regions location locations territory market markets nationality geo geography marketregion regionmarket
  standort gebiet markt absatzmarkt staat nationalitaet staatsangehoerigkeit herkunft
  localisation emplacement territoire marche nationalite
  ubicacion localizacion territorio mercado nacionalidad
  localita regione posizione mercato nazionalita
  localizacao localidade regiao
  locatie gebied regio nationaliteit`);
const WHOSE = words('sales target lead crm campaign');
/** A whole address in one cell, its street or its town. */
const ADDRESS = words(`
  address addresses addr fulladdress completeaddress streetaddress postaladdress addressline addressline1 addressline2
  addressstreet street streetname streetnumber street1 street2 city town citytown locality pobox
  adresse anschrift postanschrift strasse hausnummer strassehausnummer strassenr ort stadt wohnort
  rue ville localite adressepostale adressecomplete
  direccion direccionpostal domicilio calle ciudad poblacion municipio
  indirizzo via citta comune
  endereco morada rua cidade
  adres straat straatnaam plaats stad woonplaats postadres`);
const OF_ADDRESS = '(?:of(?:postal|mailing|billing|shipping|home|work|office)?address)?';

const shape = (parts: string, least: 0 | 1): RegExp =>
  new RegExp(
    `^(?<of>(?:(?:${OF}|of|the)${SEPARATE}){${least},6})(?<part>${parts})(?<nth>${SEPARATE})(?<behind>(?:${OF}){0,2})${OF_ADDRESS}$`,
  );

const SHAPES = [
  ['postal_code', shape(POSTAL, 0)],
  ['state', shape(STATE, 0)],
  ['state', shape(REGION, 1)],
  ['country', shape(COUNTRY, 0)],
] as const;

/** What is longer is a sentence, and no name of a column. */
const LONGEST = 60;

/** Reads a header; null: it is no part of an address. */
export function addressPart(header: string): AddressPart | null {
  const compact = compactHeader(header);
  for (const [part, pattern] of SHAPES) {
    const found = pattern.exec(compact)?.groups;
    if (found !== undefined)
      return { part, of: nameOf(compact, [found['of'], found['behind'], found['nth']]) };
  }
  return null;
}

/** `Organization - ZIP/Postal code of Address` and `Address 1: ZIP/Postal Code` name their address before or behind. */
const nameOf = (compact: string, names: readonly (string | undefined)[]): string =>
  `${names.join('')}${/of([a-z]*address)$/.exec(compact)?.[1] ?? ''}`;

/** Whether a header names some country, though not one where its person is known to be. */
export const namesCountry = (header: string): boolean =>
  /\b(?:country|countries|nation|pays|pais|paese)\b/.test(spaced(header));

const MAY_NAME = new RegExp(`^(?:${WHOSE}|${OF})*(?:${MAYBE_COUNTRY})[0-9]?$`);
const IS_ADDRESS = new RegExp(
  `^(?:(?:${OF})${SEPARATE})*(?:${ADDRESS})${SEPARATE}(?:formatted|line|full|complete)?[0-9]?$`,
);
/** Addresses to which nobody goes. */
const NO_PLACE = /\b(?:e|email|e mail|mail|web|website|ip|mac|url|http)\b/;

/** Whether a column holds an address, or a line of one, in which no part has a column of its own. */
export const isAddress = (header: string): boolean => {
  const text = spaced(header);
  return (
    !NO_PLACE.test(text.replace(/^mail(?=ing|to| to)/, '')) &&
    IS_ADDRESS.test(compactHeader(header))
  );
};

/** Whether a column may name the country of its person, though it is more often about something else. */
export const mayNameCountry = (header: string): boolean =>
  MAY_NAME.test(compactHeader(header)) || isAddress(header);

const spaced = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/__(?:c|pc)$/i, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const compactHeader = (header: string): string =>
  spaced(header).replaceAll(' ', '').slice(0, LONGEST);
