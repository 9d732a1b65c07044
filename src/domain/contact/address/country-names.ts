/** Made by npm run generate from CLDR (Unicode License v3): names of countries in seven languages, and their three letters. */
export const COUNTRY_NAMES = `
AC Ascension|Ascension Island|Ilha de Ascensão|Isla de la Ascensión|Isola Ascensione|Île de l’Ascension|ASC
AD Andorra|Andorre|AND
AE Emirados Árabes Unidos|Emirati Arabi Uniti|Emiratos Árabes Unidos|United Arab Emirates|Vereinigte Arabische Emirate|Verenigde Arabische Emiraten|Émirats arabes unis|ARE
AF Afeganistão|Afganistán|Afghanistan|AFG
AG Antigua & Barbuda|Antigua e Barbuda|Antigua en Barbuda|Antigua und Barbuda|Antigua y Barbuda|Antigua-et-Barbuda|Antígua e Barbuda|Antigua and Barbuda|ATG
AI Anguila|Anguilla|AIA
AL Albania|Albanie|Albanien|Albanië|Albânia|ALB
AM Armenia|Armenien|Armenië|Arménie|Armênia|ARM
AO Angola|AGO
AQ Antarctica|Antarctique|Antarktis|Antartide|Antártida|ATA
AR Argentina|Argentine|Argentinien|Argentinië|ARG
AS American Samoa|Amerikaans-Samoa|Amerikanisch-Samoa|Samoa Americana|Samoa Americane|Samoa américaines|ASM
AT Austria|Autriche|Oostenrijk|Áustria|Österreich|AUT
AU Australia|Australie|Australien|Australië|Austrália|AUS
AW Aruba|ABW
AX Ilhas Aland|Islas Aland|Isole Åland|Åland|Åland Islands|Ålandinseln|Îles Åland|ALA
AZ Aserbaidschan|Azerbaigian|Azerbaijan|Azerbaijão|Azerbaiyán|Azerbaïdjan|Azerbeidzjan|AZE
BA Bosnia|Bosnia & Herzegovina|Bosnia ed Erzegovina|Bosnia y Herzegovina|Bosnie-Herzégovine|Bosnien und Herzegowina|Bosnië en Herzegovina|Bósnia e Herzegovina|Bosnia and Herzegovina|BIH
BB Barbade|Barbados|BRB
BD Bangladesch|Bangladesh|Bangladés|BGD
BE Belgien|Belgio|Belgique|Belgium|België|Bélgica|BEL
BF Burkina Faso|Burquina Faso|BFA
BG Bulgaria|Bulgarie|Bulgarien|Bulgarije|Bulgária|BGR
BH Bahrain|Bahrein|Bahreïn|Barein|Baréin|BHR
BI Burundi|BDI
BJ Benin|Benín|Bénin|BEN
BL Saint-Barthélemy|San Bartolomé|St. Barthélemy|São Bartolomeu|BLM
BM Bermuda|Bermudas|Bermudes|BMU
BN Brunei|Brunei Darussalam|Brunéi|BRN
BO Bolivia|Bolivie|Bolivien|Bolívia|BOL
BQ Caraibi Olandesi|Caribbean Netherlands|Caribe neerlandés|Caribisch Nederland|Karibische Niederlande|Pays-Bas caribéens|Países Baixos Caribenhos|BES
BR Brasil|Brasile|Brasilien|Brazil|Brazilië|Brésil|BRA
BS Bahamas|Bahama’s|BHS
BT Bhoutan|Bhutan|Bután|Butão|BTN
BV Bouvet Island|Bouveteiland|Bouvetinsel|Ilha Bouvet|Isla Bouvet|Isola Bouvet|Île Bouvet|BVT
BW Botsuana|Botswana|BWA
BY Belarus|Bielorrusia|Bielorrússia|Bielorussia|Biélorussie|BLR
BZ Belice|Belize|BLZ
CA Canada|Canadá|Kanada|CAN
CC Cocos (Keeling) Islands|Cocos Islands|Cocoseilanden|Ilhas Cocos (Keeling)|Islas Cocos|Isole Cocos (Keeling)|Kokosinseln|Îles Cocos|CCK
CD Congo (DRC)|Congo (RDC)|Congo - Kinshasa|Congo-Kinshasa|Kongo (Demokratische Republik)|Kongo-Kinshasa|República Democrática del Congo|República Democrática do Congo|COD
CF Centraal-Afrikaanse Republiek|Central African Republic|Repubblica Centrafricana|República Centro-Africana|República Centroafricana|République centrafricaine|Zentralafrikanische Republik|CAF
CG Congo|Congo (Repubblica)|Congo (Republic)|Congo (Republiek)|Congo (República)|Congo - Brazzaville|Congo-Brazzaville|Kongo (Republik)|Kongo-Brazzaville|República do Congo|République du Congo|COG
CH Schweiz|Suisse|Suiza|Suíça|Svizzera|Switzerland|Zwitserland|CHE
CI Costa de Marfil|Costa do Marfim|Costa d’Avorio|Côte d’Ivoire|Elfenbeinküste|Ivoorkust|Ivory Coast|République de Côte d’Ivoire|CIV
CK Cook Islands|Cookeilanden|Cookinseln|Ilhas Cook|Islas Cook|Isole Cook|Îles Cook|COK
CL Chile|Chili|Cile|CHL
CM Camarões|Cameroon|Cameroun|Camerun|Camerún|Kameroen|Kamerun|CMR
CN China|Chine|Cina|CHN
CO Colombia|Colombie|Colômbia|Kolumbien|COL
CP Clipperton|Clipperton Island|Clipperton-Insel|Ilha de Clipperton|Isla Clipperton|Isola di Clipperton|Île Clipperton|CPT
CQ Sark|Sercq
CR Costa Rica|CRI
CU Cuba|Kuba|CUB
CV Cabo Verde|Cap-Vert|Cape Verde|Capo Verde|Kaapverdië|CPV
CW Curazao|Curaçao|CUW
CX Christmas Island|Christmaseiland|Ilha Christmas|Isla de Navidad|Isola Christmas|Weihnachtsinsel|Île Christmas|CXR
CY Chipre|Chypre|Cipro|Cyprus|Zypern|CYP
CZ Cechia|Chequia|Czech Republic|Czechia|Repubblica Ceca|República Checa|República Tcheca|République tchèque|Tchéquia|Tchéquie|Tschechien|Tschechische Republik|Tsjechische Republiek|Tsjechië|CZE
DE Alemanha|Alemania|Allemagne|Deutschland|Duitsland|Germania|Germany|DEU
DG Diego Garcia|Diego García|DGA
DJ Djibouti|Djibuti|Dschibuti|Gibuti|Yibuti|DJI
DK Danemark|Danimarca|Denemarken|Denmark|Dinamarca|Dänemark|DNK
DM Dominica|Dominique|DMA
DO Dominicaanse Republiek|Dominican Republic|Dominikanische Republik|Repubblica Dominicana|República Dominicana|République dominicaine|DOM
DZ Algeria|Algerien|Algerije|Algérie|Argelia|Argélia|DZA
EA Ceuta & Melilla|Ceuta e Melilla|Ceuta en Melilla|Ceuta et Melilla|Ceuta und Melilla|Ceuta y Melilla|Ceuta and Melilla
EC Ecuador|Equador|Équateur|ECU
EE Estland|Estonia|Estonie|Estônia|EST
EG Egipto|Egito|Egitto|Egypt|Egypte|Ägypten|Égypte|EGY
EH Saara Ocidental|Sahara Occidentale|Sahara occidental|Sáhara Occidental|Westelijke Sahara|Western Sahara|Westsahara|ESH
ER Eritrea|Eritreia|Érythrée|ERI
ES Espagne|Espanha|España|Spagna|Spain|Spanien|Spanje|ESP
ET Ethiopia|Ethiopië|Etiopia|Etiopía|Etiópia|Äthiopien|Éthiopie|ETH
FI Finland|Finlande|Finlandia|Finlândia|Finnland|FIN
FJ Fidji|Fidschi|Figi|Fiji|Fiyi|FJI
FK Falkland Islands|Falkland Islands (Islas Malvinas)|Falklandeilanden|Falklandeilanden (Islas Malvinas)|Falklandinseln|Falklandinseln (Malwinen)|Ilhas Malvinas|Ilhas Malvinas (Ilhas Falkland)|Islas Malvinas|Islas Malvinas (Islas Falkland)|Isole Falkland|Isole Falkland (Isole Malvine)|Îles Malouines|Îles Malouines (Îles Falkland)|FLK
FM Micronesia|Micronésia|Micronésie|Mikronesien|FSM
FO Faeröer|Faroe Islands|Färöer|Ilhas Faroé|Islas Feroe|Isole Fær Øer|Îles Féroé|FRO
FR France|Francia|Frankreich|Frankrijk|França|FRA
GA Gabon|Gabun|Gabão|Gabón|GAB
GB R.-U.|RU|Regno Unito|Reino Unido|Royaume-Uni|UK|United Kingdom|VK|Vereinigtes Königreich|Verenigd Koninkrijk|GBR
GD Granada|Grenada|Grenade|GRD
GE Georgia|Georgien|Georgië|Geórgia|Géorgie|GEO
GF Frans-Guyana|Französisch-Guayana|French Guiana|Guayana Francesa|Guiana Francesa|Guyana Francese|Guyane française|GUF
GG Guernesey|Guernsey|GGY
GH Gana|Ghana|GHA
GI Gibilterra|Gibraltar|GIB
GL Greenland|Groenland|Groenlandia|Groenlândia|Grönland|GRL
GM Gambia|Gambie|Gâmbia|GMB
GN Guinea|Guinee|Guiné|Guinée|GIN
GP Guadalupa|Guadalupe|Guadeloupe|GLP
GQ Equatoriaal-Guinea|Equatorial Guinea|Guinea Ecuatorial|Guinea Equatoriale|Guiné Equatorial|Guinée équatoriale|Äquatorialguinea|GNQ
GR Grecia|Greece|Griechenland|Griekenland|Grèce|Grécia|GRC
GS Georgia del Sud e Sandwich Australi|Géorgie du Sud-et-les Îles Sandwich du Sud|Ilhas Geórgia do Sul e Sandwich do Sul|Islas Georgia del Sur y Sandwich del Sur|South Georgia & South Sandwich Islands|Südgeorgien und die Südlichen Sandwichinseln|Zuid-Georgia en Zuidelijke Sandwicheilanden|South Georgia and South Sandwich Islands|SGS
GT Guatemala|GTM
GU Guam|GUM
GW Guinea-Bissau|Guinea-Bisáu|Guinee-Bissau|Guiné-Bissau|Guinée-Bissau|GNB
GY Guiana|Guyana|GUY
HK Hong Kong|Hong Kong SAR China|Hong Kong, RAE da China|Hongkong|Hongkong SAR van China|R.A.S. chinoise de Hong Kong|RAE de Hong Kong (China)|RAS di Hong Kong|Sonderverwaltungsregion Hongkong|HKG
HM Heard & McDonald Islands|Heard en McDonaldeilanden|Heard und McDonaldinseln|Ilhas Heard e McDonald|Islas Heard y McDonald|Isole Heard e McDonald|Îles Heard-et-MacDonald|Heard and McDonald Islands|HMD
HN Honduras|HND
HR Croacia|Croatia|Croatie|Croazia|Croácia|Kroatien|Kroatië|HRV
HT Haiti|Haití|Haïti|HTI
HU Hongarije|Hongrie|Hungary|Hungria|Hungría|Ungarn|Ungheria|HUN
IC Canarias|Canarische Eilanden|Canary Islands|Ilhas Canárias|Isole Canarie|Kanarische Inseln|Îles Canaries
ID Indonesia|Indonesien|Indonesië|Indonésia|Indonésie|IDN
IE Ierland|Ireland|Irland|Irlanda|Irlande|IRL
IL Israel|Israele|Israël|ISR
IM Ilha de Man|Isla de Man|Isle of Man|Isola di Man|Île de Man|IMN
IN Inde|India|Indien|Índia|IND
IO Britisches Territorium im Indischen Ozean|British Indian Ocean Territory|Brits Indische Oceaanterritorium|Territoire britannique de l’océan Indien|Territorio Britannico dell’Oceano Indiano|Territorio Británico del Océano Índico|Território Britânico do Oceano Índico|IOT
IQ Irak|Iraq|Iraque|IRQ
IR Iran|Irán|Irã|IRN
IS IJsland|Iceland|Island|Islanda|Islande|Islandia|Islândia|ISL
IT Italia|Italie|Italien|Italië|Italy|Itália|ITA
JE Jersey|JEY
JM Giamaica|Jamaica|Jamaika|Jamaïque|JAM
JO Giordania|Jordan|Jordania|Jordanie|Jordanien|Jordanië|Jordânia|JOR
JP Giappone|Japan|Japon|Japão|Japón|JPN
KE Kenia|Kenya|Quênia|KEN
KG Kirghizistan|Kirghizstan|Kirgisistan|Kirgizië|Kirguistán|Kyrgyzstan|Quirguistão|KGZ
KH Cambodge|Cambodia|Cambodja|Cambogia|Camboja|Camboya|Kambodscha|KHM
KI Kiribati|Quiribati|KIR
KM Comoras|Comore|Comoren|Comores|Comoros|Komoren|COM
KN Saint Kitts e Nevis|Saint Kitts en Nevis|Saint-Christophe-et-Niévès|San Cristóbal y Nieves|St. Kitts & Nevis|St. Kitts und Nevis|São Cristóvão e Névis|St. Kitts and Nevis|KNA
KP Corea del Nord|Corea del Norte|Coreia do Norte|Corée du Nord|Noord-Korea|Nordkorea|North Korea|PRK
KR Corea del Sud|Corea del Sur|Coreia do Sul|Corée du Sud|South Korea|Südkorea|Zuid-Korea|KOR
KW Koeweit|Koweït|Kuwait|KWT
KY Cayman Islands|Ilhas Cayman|Islas Caimán|Isole Cayman|Kaaimaneilanden|Kaimaninseln|Îles Caïmans|CYM
KZ Cazaquistão|Kasachstan|Kazachstan|Kazajistán|Kazakhstan|Kazakistan|KAZ
LA Laos|LAO
LB Lebanon|Liban|Libano|Libanon|Líbano|LBN
LC Saint Lucia|Sainte-Lucie|Santa Lucía|Santa Lúcia|St. Lucia|LCA
LI Liechtenstein|LIE
LK Sri Lanka|LKA
LR Liberia|Libéria|LBR
LS Lesotho|Lesoto|LSO
LT Litauen|Lithuania|Litouwen|Lituania|Lituanie|Lituânia|LTU
LU Lussemburgo|Luxembourg|Luxemburg|Luxemburgo|LUX
LV Latvia|Letland|Letonia|Lettland|Lettonia|Lettonie|Letônia|LVA
LY Libia|Libië|Libya|Libye|Libyen|Líbia|LBY
MA Maroc|Marocco|Marokko|Marrocos|Marruecos|Morocco|MAR
MC Monaco|Mónaco|Mônaco|MCO
MD Moldavia|Moldavie|Moldavië|Moldova|Moldávia|Republik Moldau|MDA
ME Montenegro|Monténégro|MNE
MF Saint Martin|Saint-Martin|San Martín|St. Martin|São Martinho|MAF
MG Madagascar|Madagaskar|MDG
MH Ilhas Marshall|Islas Marshall|Isole Marshall|Marshall Islands|Marshalleilanden|Marshallinseln|Îles Marshall|MHL
MK Macedonia del Nord|Macedonia del Norte|Macedônia do Norte|Macédoine du Nord|Noord-Macedonië|Nordmazedonien|North Macedonia|MKD
ML Mali|MLI
MM Mianmar (Birmânia)|Myanmar|Myanmar (Birma)|Myanmar (Birmania)|Myanmar (Birmanie)|Myanmar (Burma)|MMR
MN Mongolei|Mongolia|Mongolie|Mongolië|Mongólia|MNG
MO Macao|Macao SAR China|Macau|Macau SAR van China|Macau, RAE da China|R.A.S. chinoise de Macao|RAE de Macao (China)|RAS di Macao|Sonderverwaltungsregion Macau|MAC
MP Ilhas Marianas do Norte|Islas Marianas del Norte|Isole Marianne Settentrionali|Noordelijke Marianen|Northern Mariana Islands|Nördliche Marianen|Îles Mariannes du Nord|MNP
MQ Martinica|Martinique|MTQ
MR Mauretanien|Mauritania|Mauritanie|Mauritanië|Mauritânia|MRT
MS Montserrat|MSR
MT Malta|Malte|MLT
MU Maurice|Mauricio|Mauritius|Maurício|MUS
MV Maldivas|Maldive|Maldiven|Maldives|Malediven|MDV
MW Malaui|Malawi|MWI
MX Messico|Mexico|Mexiko|Mexique|México|MEX
MY Malaisie|Malasia|Malaysia|Maleisië|Malásia|MYS
MZ Mosambik|Mozambico|Mozambique|Moçambique|MOZ
NA Namibia|Namibie|Namibië|Namíbia|NAM
NC Neukaledonien|New Caledonia|Nieuw-Caledonië|Nouvelle-Calédonie|Nova Caledônia|Nueva Caledonia|Nuova Caledonia|NCL
NE Niger|Níger|NER
NF Ilha Norfolk|Isla Norfolk|Isola Norfolk|Norfolk|Norfolk Island|Norfolkinsel|Île Norfolk|NFK
NG Nigeria|Nigéria|NGA
NI Nicaragua|Nicarágua|NIC
NL Nederland|Netherlands|Niederlande|Paesi Bassi|Pays-Bas|Países Baixos|Países Bajos|NLD
NO Noorwegen|Noruega|Norvegia|Norvège|Norway|Norwegen|NOR
NP Nepal|Népal|NPL
NR Nauru|NRU
NU Niue|NIU
NZ Aotearoa (Neuseeland)|Aotearoa (Nouvelle-Zélande)|Aotearoa (Nueva Zelanda)|Aotearoa New Zealand|Aotearoa Nieuw-Zeeland|Aotearoa da Nova Zelândia|Neuseeland|New Zealand|Nieuw-Zeeland|Nouvelle-Zélande|Nova Zelândia|Nueva Zelanda|Nuova Zelanda|Nuova Zelanda (Aotearoa)|NZL
OM Oman|Omán|Omã|OMN
PA Panama|Panamá|PAN
PE Peru|Perù|Perú|Pérou|PER
PF Frans-Polynesië|Französisch-Polynesien|French Polynesia|Polinesia Francesa|Polinesia Francese|Polinésia Francesa|Polynésie française|PYF
PG Papoea-Nieuw-Guinea|Papouasie-Nouvelle-Guinée|Papua New Guinea|Papua Nuova Guinea|Papua-Neuguinea|Papua-Nova Guiné|Papúa Nueva Guinea|PNG
PH Filipijnen|Filipinas|Filippine|Philippinen|Philippines|PHL
PK Pakistan|Pakistán|Paquistão|PAK
PL Poland|Polen|Pologne|Polonia|Polônia|POL
PM Saint-Pierre e Miquelon|Saint-Pierre en Miquelon|Saint-Pierre-et-Miquelon|San Pedro y Miquelón|St. Pierre & Miquelon|St. Pierre und Miquelon|São Pedro e Miquelão|St. Pierre and Miquelon|SPM
PN Ilhas Pitcairn|Islas Pitcairn|Isole Pitcairn|Pitcairn|Pitcairn Islands|Pitcairneilanden|Pitcairninseln|Îles Pitcairn|PCN
PR Porto Rico|Portorico|Puerto Rico|PRI
PS Palestijnse gebieden|Palestina|Palestine|Palestinian Territories|Palästina|Palästinensische Autonomiegebiete|Territoires palestiniens|Territori Palestinesi|Territorios Palestinos|Territórios palestinos|PSE
PT Portogallo|Portugal|PRT
PW Palaos|Palau|PLW
PY Paraguai|Paraguay|PRY
QA Catar|Katar|Qatar|QAT
RE La Réunion|Reunião|Reunión|Riunione|Réunion|REU
RO Roemenië|Romania|Romênia|Roumanie|Rumanía|Rumänien|ROU
RS Serbia|Serbie|Serbien|Servië|Sérvia|SRB
RU Rusia|Rusland|Russia|Russie|Russland|Rússia|RUS
RW Ruanda|Rwanda|RWA
SA Arabia Saudita|Arabia Saudí|Arabie saoudite|Arábia Saudita|Saoedi-Arabië|Saudi Arabia|Saudi-Arabien|SAU
SB Ilhas Salomão|Islas Salomón|Isole Salomone|Salomonen|Salomonseilanden|Solomon Islands|Îles Salomon|SLB
SC Seicheles|Seychellen|Seychelles|SYC
SD Soedan|Soudan|Sudan|Sudán|Sudão|SDN
SE Schweden|Suecia|Suède|Suécia|Svezia|Sweden|Zweden|SWE
SG Singapore|Singapour|Singapur|Singapura|SGP
SH Sainte-Hélène|Santa Elena|Santa Helena|Sant’Elena|Sint-Helena|St. Helena|SHN
SI Eslovenia|Eslovênia|Slovenia|Slovenië|Slovénie|Slowenien|SVN
SJ Spitsbergen en Jan Mayen|Spitzbergen und Jan Mayen|Svalbard & Jan Mayen|Svalbard e Jan Mayen|Svalbard et Jan Mayen|Svalbard y Jan Mayen|Svalbard and Jan Mayen|SJM
SK Eslovaquia|Eslováquia|Slovacchia|Slovakia|Slovaquie|Slowakei|Slowakije|SVK
SL Serra Leoa|Sierra Leona|Sierra Leone|SLE
SM Saint-Marin|San Marino|SMR
SN Senegal|Sénégal|SEN
SO Somalia|Somalie|Somalië|Somália|SOM
SR Surinam|Suriname|SUR
SS Soudan du Sud|South Sudan|Sud Sudan|Sudán del Sur|Sudão do Sul|Südsudan|Zuid-Soedan|SSD
ST Santo Tomé y Príncipe|Sao Tomé en Principe|Sao Tomé-et-Principe|São Tomé & Príncipe|São Tomé e Príncipe|São Tomé und Príncipe|São Tomé and Príncipe|STP
SV El Salvador|Salvador|SLV
SX Saint-Martin (partie néerlandaise)|Sint Maarten|Sint-Maarten|SXM
SY Siria|Syria|Syrie|Syrien|Syrië|Síria|SYR
SZ Essuatíni|Esuatini|Eswatini|Regno di Eswatini|Suazilandia|Suazilândia|Swasiland|Swaziland|SWZ
TA Tristan da Cunha|Tristán de Acuña|Tristão da Cunha|TAA
TC Ilhas Turcas e Caicos|Islas Turcas y Caicos|Isole Turks e Caicos|Turks & Caicos Islands|Turks- en Caicoseilanden|Turks- und Caicosinseln|Îles Turques-et-Caïques|Turks and Caicos Islands|TCA
TD Chad|Chade|Ciad|Tchad|Tschad|Tsjaad|TCD
TF Franse Gebieden in de zuidelijke Indische Oceaan|Französische Süd- und Antarktisgebiete|French Southern Territories|Terre Australi Francesi|Terres australes françaises|Territorios Australes Franceses|Territórios Franceses do Sul|ATF
TG Togo|TGO
TH Tailandia|Tailândia|Thailand|Thailandia|Thaïlande|THA
TJ Tadjikistan|Tadjiquistão|Tadschikistan|Tadzjikistan|Tagikistan|Tajikistan|Tayikistán|TJK
TK Tokelau|TKL
TL Democratische Republiek Oost-Timor|East Timor|Oost-Timor|Osttimor|República Democrática de Timor-Leste|Timor Est|Timor Leste|Timor Oriental|Timor oriental|Timor-Leste|Timor-Oriental|TLS
TM Turcomenistão|Turkmenistan|Turkmenistán|Turkménistan|TKM
TN Tunesien|Tunesië|Tunisia|Tunisie|Tunísia|Túnez|TUN
TO Tonga|TON
TR Turchia|Turkey|Turkije|Turquia|Turquie|Turquía|Türkei|Türkiye|TUR
TT Trinidad & Tobago|Trinidad e Tobago|Trinidad en Tobago|Trinidad und Tobago|Trinidad y Tobago|Trinité-et-Tobago|Trinidad and Tobago|TTO
TV Tuvalu|TUV
TW Taiwan|Taiwán|Taïwan|TWN
TZ Tansania|Tanzania|Tanzanie|Tanzânia|TZA
UA Oekraïne|Ucraina|Ucrania|Ucrânia|Ukraine|UKR
UG Oeganda|Ouganda|Uganda|UGA
UM Amerikanische Überseeinseln|Ilhas Menores Distantes dos EUA|Islas menores alejadas de EE. UU.|Isole Minori Esterne degli Stati Uniti|Kleine afgelegen eilanden van de Verenigde Staten|U.S. Outlying Islands|Îles mineures éloignées des États-Unis|UMI
US EE. UU.|EUA|Estados Unidos|Stati Uniti|US|USA|United States|VS|Vereinigte Staaten|Verenigde Staten|É.-U.|États-Unis|USA
UY Uruguai|Uruguay|URY
UZ Oezbekistan|Ouzbékistan|Usbekistan|Uzbekistan|Uzbekistán|Uzbequistão|UZB
VA Cidade do Vaticano|Città del Vaticano|Ciudad del Vaticano|Vaticaanstad|Vatican City|Vatikanstadt|État de la Cité du Vatican|VAT
VC Saint Vincent e Grenadine|Saint Vincent en de Grenadines|Saint-Vincent-et-les Grenadines|San Vicente y las Granadinas|St. Vincent & Grenadines|St. Vincent und die Grenadinen|São Vicente e Granadinas|St. Vincent and Grenadines|VCT
VE Venezuela|VEN
VG Britische Jungferninseln|British Virgin Islands|Britse Maagdeneilanden|Ilhas Virgens Britânicas|Islas Vírgenes Británicas|Isole Vergini Britanniche|Îles Vierges britanniques|VGB
VI Amerikaanse Maagdeneilanden|Amerikanische Jungferninseln|Ilhas Virgens Americanas|Islas Vírgenes de EE. UU.|Isole Vergini Americane|U.S. Virgin Islands|Îles Vierges des États-Unis|VIR
VN Vietnam|Vietnã|Viêt Nam|VNM
VU Vanuatu|VUT
WF Wallis & Futuna|Wallis e Futuna|Wallis en Futuna|Wallis und Futuna|Wallis y Futuna|Wallis-et-Futuna|Wallis and Futuna|WLF
WS Samoa|WSM
XK Kosovo|XKK
YE Iêmen|Jemen|Yemen|Yémen|YEM
YT Mayotte|MYT
ZA Afrique du Sud|South Africa|Sudafrica|Sudáfrica|Südafrika|Zuid-Afrika|África do Sul|ZAF
ZM Sambia|Zambia|Zambie|Zâmbia|ZMB
ZW Simbabwe|Zimbabue|Zimbabwe|Zimbábue|ZWE
`;
