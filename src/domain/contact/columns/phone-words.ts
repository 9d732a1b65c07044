/**
 * How lists call a column of phone numbers, by language: every language that another table of headers knows, and those
 * of the lists that people bring. Small letters, as `plainPhoneText` leaves them.
 */
interface PhoneWords {
  /** Whole headers. A column that has one is taken before those that only have a word of the others. */
  readonly names: string;
  /** Words that may go on: `mobilnr`, `телефоны`. */
  readonly begins?: string;
  /** Words that mean a phone only when nothing follows them. */
  readonly whole?: string;
  /** In languages that join words or write none apart, wherever in the header it stands: `Diensttelefon`, `联系电话`. */
  readonly within?: string;
  /** What says something about the number instead, wherever it stands. */
  readonly about?: string;
  /** What says that the number is somebody else's, or a machine's. */
  readonly notTheirs?: string;
}

export const PHONE_WORDS = {
  english: {
    names: `phone|phone_number|to_phone_number|to_number|number|contact_number|mobile|cell|tel|telephone|msisdn|phone1
      |phone_primary|primary_phone|mobile_phone|mobile_number|cell_phone|cell_number|telephone_number|phone_no|mobile_no
      |tel_no|tel_number|contact_phone|customer_phone|person_phone|person_phone_work|person_phone_mobile|phone_1_value`,
    begins: 'mobil|cell|gsm|msisdn|whatsapp|landline',
    whole: 'tel|cel',
    within: 'phone|telephon',
    notTheirs:
      'assist|asst|emergenc|account|owner|agent|manager|spouse|partner|parent|fax|pager|reception|front desk|referr',
  },
  german: {
    names: 'telefon|telefonnummer|handy|handynummer|mobilnummer|mobiltelefon|rufnummer|tel_nr',
    begins: 'mobil|natel|festnetz',
    whole: 'fon',
    within: 'telefon|handy|rufnummer',
    about: 'telefontyp|telefonart|telefonnotiz|telefonat|rufnummernart|handyman',
    notTheirs: 'notfall|sekretariat|betreuer',
  },
  french: {
    names:
      'téléphone|numéro de téléphone|téléphone portable|téléphone mobile|portable|no de téléphone',
    begins: 'portable|mobile|gsm',
    whole: 'tel',
    within: 'telephon',
    notTheirs: 'urgence|secretariat|telecopie',
  },
  spanish: {
    names: 'teléfono|telefono|móvil|celular|número de teléfono|teléfono móvil|número de móvil',
    begins: 'movil|celular|telefon',
    whole: 'tel|telf|telef|tfno|cel|fono',
    within: 'telefon',
    notTheirs: 'asistent|emergencia|urgencia',
  },
  catalan: { names: 'telèfon|mòbil', begins: 'mobil', within: 'telefon' },
  portuguese: {
    names: 'telefone|celular|telemóvel|número de telefone|número de celular',
    begins: 'celular',
    whole: 'tel|cel|fone',
    within: 'telefon|telemove',
    notTheirs: 'emergencia|secretaria',
  },
  italian: {
    names: 'telefono|cellulare|numero di telefono|numero di cellulare|telefono cellulare',
    begins: 'cellular',
    whole: 'tel|cell',
    within: 'telefon',
    notTheirs: 'emergenza|segreteria|assistente',
  },
  dutch: {
    names: 'telefoon|telefoonnummer|mobiel|mobiel_nummer|gsm|tel_nr',
    begins: 'mobiel|gsm',
    within: 'telefo|mobiel',
    notTheirs: 'noodgeval|secretariaat',
  },
  swedish: { names: 'telefon|telefonnummer|mobil|mobilnummer', whole: 'tfn', within: 'telefon' },
  danish: { names: 'telefon|mobil|telefonnummer|mobilnummer', whole: 'tlf', within: 'telefon' },
  norwegian: { names: 'telefon|mobil|telefonnummer|mobilnummer', whole: 'tlf', within: 'telefon' },
  finnish: { names: 'puhelin|puhelinnumero|matkapuhelin', begins: 'kannyk', within: 'puhelin' },
  icelandic: { names: 'sími|símanúmer|farsími', begins: 'simanumer|farsim' },
  estonian: { names: 'telefon|mobiil', begins: 'mobiil', within: 'telefon' },
  latvian: { names: 'tālrunis|mobilais tālrunis', begins: 'mobilais', within: 'talrun|telefon' },
  lithuanian: { names: 'telefonas|mobilus telefonas', begins: 'mobil', within: 'telefon' },
  polish: {
    names: 'telefon|numer telefonu|telefon komórkowy|komórka|tel_kom',
    begins: 'komork',
    within: 'telefon',
  },
  czech: { names: 'telefon|telefonní číslo|mobil|mobilní telefon', within: 'telefon' },
  slovak: { names: 'telefón|telefónne číslo|mobil', within: 'telefon' },
  slovenian: { names: 'telefon|telefonska številka|mobitel|gsm', begins: 'mobitel|gsm' },
  croatian: { names: 'telefon|broj telefona|mobitel|broj mobitela', begins: 'mobitel|mobiln' },
  hungarian: { names: 'telefon|telefonszám|mobil|mobilszám|mobiltelefon', within: 'telefon' },
  romanian: { names: 'telefon|număr de telefon|telefon mobil|mobil', within: 'telefon' },
  greek: {
    names: 'τηλέφωνο|κινητό|αριθμός τηλεφώνου|κινητό τηλέφωνο',
    begins: 'κινητο',
    whole: 'τηλ|κιν',
    within: 'τηλεφων',
  },
  turkish: {
    names: 'telefon|telefon numarası|telefon numarasi|cep telefonu|cep no|gsm|tel no',
    begins: 'gsm',
    within: 'telefon',
  },
  russian: {
    names: 'телефон|номер телефона|мобильный|мобильный телефон|сотовый',
    begins: 'мобил|сотов',
    whole: 'тел|моб|сот',
    within: 'телефон',
    about: 'тип телефона|вид телефона',
    notTheirs: 'факс|секретар|менеджер|экстрен',
  },
  ukrainian: {
    names: 'телефон|номер телефону|мобільний|мобільний телефон',
    begins: 'мобіл|мобил',
    whole: 'тел|моб',
    within: 'телефон',
    notTheirs: 'факс',
  },
  bulgarian: { names: 'телефон|телефонен номер|мобилен телефон', begins: 'мобил|gsm' },
  serbian: { names: 'телефон|број телефона|мобилни', begins: 'мобил', within: 'телефон' },
  hebrew: {
    names: 'טלפון|מספר טלפון|נייד|טלפון נייד|סלולרי',
    within: 'טלפון|נייד|סלולרי|פלאפון',
    about: 'סוג טלפון',
    notTheirs: 'פקס',
  },
  arabic: {
    names: 'هاتف|الهاتف|رقم الهاتف|جوال|الجوال|رقم الجوال|موبايل|رقم الموبايل|تليفون|المحمول',
    within: 'هاتف|جوال|موبايل|تليفون|تلفون|محمول',
    about: 'نوع الهاتف',
    notTheirs: 'فاكس|طوارئ',
  },
  persian: { names: 'تلفن|شماره تلفن|تلفن همراه|موبایل|شماره موبایل', within: 'تلفن|موبایل' },
  hindi: { names: 'फ़ोन|फोन|फ़ोन नंबर|मोबाइल|मोबाइल नंबर', within: 'फ़ोन|फोन|मोबाइल|दूरभाष' },
  thai: {
    names: 'โทรศัพท์|เบอร์โทร|เบอร์โทรศัพท์|มือถือ',
    within: 'โทรศัพท์|เบอร์โทร|มือถือ',
    notTheirs: 'แฟกซ์',
  },
  vietnamese: {
    names: 'điện thoại|số điện thoại|di động|sđt|số đt',
    whole: 'sđt|sdt',
    within: 'điện thoại|dien thoai|di động|di dong|số đt|so dt',
  },
  indonesian: {
    names: 'telepon|nomor telepon|no telp|no hp|nomor hp|ponsel|handphone',
    begins: 'ponsel|telp',
    within: 'telepon|nomor hp',
  },
  malay: { names: 'telefon|nombor telefon|telefon bimbit|no tel', within: 'telefon' },
  chinese: {
    names: `电话|电话号码|联系电话|手机|手机号|手机号码|移动电话|客户电话|联系方式|座机|固话|電話|電話號碼|聯絡電話
      |手機|手機號碼|行動電話|流動電話|聯絡方式|市話`,
    within: `电话|手机|移动号码|联系方式|联系号码|座机|固话|電話|手機|行動號碼|聯絡方式|聯絡號碼|聯繫電話|市話`,
    about: `类型|類型|类别|類別|型号|型號|品牌|状态|狀態|区号|區號|国家代码|備註|备注|归属地|歸屬地|运营商|電信商|次数|次數
      |时间|時間|时段|時段|是否|来源|來源|验证|驗證|分机|分機|邮箱|郵箱|结果|結果`,
    notTheirs:
      '紧急|緊急|助理|秘书|秘書|传真|傳真|业务员|業務員|销售|銷售|经理|經理|推荐人|推薦人|家长|家長',
  },
  japanese: {
    names: `電話|電話番号|携帯|携帯電話|携帯番号|携帯電話番号|連絡先|連絡先電話番号|固定電話|自宅電話|勤務先電話
      |お電話番号|でんわ|ケータイ|モバイル`,
    within: '電話|携帯|連絡先|でんわ|けいたい|ケータイ|モバイル|スマホ|スマートフォン',
    about: `種別|種類|区分|機種|可否|希望|メモ|備考|状態|日時|時間|回数|キャリア|結果|履歴|内線|メール|eメール`,
    notTheirs: '緊急|秘書|ファックス|ファクス|fax|代表電話|紹介者|保護者',
  },
  korean: {
    names: `전화|전화번호|휴대폰|휴대폰번호|휴대전화|휴대전화번호|핸드폰|핸드폰번호|연락처|모바일
      |자택전화|회사전화`,
    within: '전화|휴대폰|핸드폰|연락처|모바일|휴대번호',
    about: '유형|종류|구분|기종|상태|여부|메모|비고|시간|통신사|횟수|희망|결과|이메일|내선',
    notTheirs: '긴급|비상|비서|팩스|추천인|보호자|영업',
  },
} satisfies Readonly<Record<string, PhoneWords>>;

type Kind = keyof PhoneWords;

const LANGUAGES: readonly PhoneWords[] = Object.values(PHONE_WORDS);

const all = (kind: Kind): readonly string[] => [
  ...new Set(
    LANGUAGES.flatMap((words) => (words[kind] ?? '').split('|'))
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];

/** Whole headers, the English ones first: of several the earlier one is the plainer one. */
export const PHONE_NAMES: readonly string[] = all('names');

/** Small letters without accents, words apart: `Tél. portable` is `tel portable`, `HomePhone` is `home phone`. */
export const plainPhoneText = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();

const kept = (kind: Kind): readonly string[] => all(kind).map(plainPhoneText);

const BEGINS = kept('begins');
const WHOLE = new Set(kept('whole'));
const WITHIN = kept('within');
const ABOUT = kept('about');
const NOT_THEIRS = kept('notTheirs');

/** Whether a header, as `plainPhoneText` leaves it, has a word for a phone in it, and none that is about one. */
export function hasPhoneWord(text: string): boolean {
  if (ABOUT.some((word) => text.includes(word))) return false;
  if (WITHIN.some((word) => text.includes(word))) return true;
  return text
    .split(' ')
    .some((word) => WHOLE.has(word) || BEGINS.some((beginning) => word.startsWith(beginning)));
}

/** Whether a header, as `plainPhoneText` leaves it, says that the number is somebody else's, or a machine's. */
export const isNotTheirs = (text: string): boolean =>
  NOT_THEIRS.some((word) => text.includes(word));
