import { describe, expect, test } from 'vitest';
import { listColumns } from '../../../../src/domain/contact/columns/list-columns.ts';
import type { PHONE_WORDS } from '../../../../src/domain/contact/columns/phone-words.ts';
import { columnNames } from '../../../../src/domain/draft/column-choices.ts';
import { tables } from '../../phone/place/located.ts';
import { columnsOf, mapped } from '../setup.ts';

type Language = keyof typeof PHONE_WORDS;

/** Headers of lists as they are written, the phone column in brackets; every other column is no phone of the person. */
const LISTS: Readonly<Record<Language, readonly string[]>> = {
  english: ['Name,[Home phone],City', 'Full name,[Cellphone],Phone type', 'Who,[Landline no.]'],
  german: ['Vorname,[Diensttelefon],Ort', 'Name,[Handy-Nr.],Telefontyp', 'Name,[Tel. privat]'],
  french: ['Nom,[Tél. portable],Ville', 'Nom,[N° de téléphone],Type de téléphone'],
  spanish: ['Nombre,[Teléfono móvil],Ciudad', 'Nombre,[Telf.],Tipo de teléfono', 'Nombre,[Tfno]'],
  catalan: ['Nom,[Telèfon mòbil],Ciutat', 'Nom,[Mòbil]'],
  portuguese: ['Nome,[Telemóvel],Cidade', 'Nome,[Fone],Telefone de emergência'],
  italian: ['Nome,[Numero di telefono],Città', 'Nome,[Cellulare],Telefono di emergenza'],
  dutch: ['Naam,[Mobiel nummer],Plaats', 'Naam,[Werktelefoon]', 'Naam,[Telefoonnr.]'],
  swedish: ['Namn,[Mobilnummer],Ort', 'Namn,[Hemtelefon]'],
  danish: ['Navn,[Mobilnr.],By', 'Navn,[Tlf.]', 'Navn,[Arbejdstelefon]'],
  norwegian: ['Navn,[Mobiltelefon],Sted', 'Navn,[Tlf. nr.]'],
  finnish: ['Nimi,[Matkapuhelin],Kaupunki', 'Nimi,[Puhelinnumero]', 'Nimi,[Kännykkä]'],
  icelandic: ['Nafn,[Farsími]', 'Nafn,[Símanúmer]'],
  estonian: ['Nimi,[Mobiiltelefon]', 'Nimi,[Telefoninumber]'],
  latvian: ['Vārds,[Tālrunis]', 'Vārds,[Mobilais tālrunis]'],
  lithuanian: ['Vardas,[Telefono numeris]', 'Vardas,[Mobilusis]'],
  polish: ['Imię,[Nr telefonu],Miasto', 'Imię,[Komórka]'],
  czech: ['Jméno,[Telefonní číslo],Město', 'Jméno,[Mobil]'],
  slovak: ['Meno,[Telefónne číslo]', 'Meno,[Mobil]'],
  slovenian: ['Ime,[Telefonska številka]', 'Ime,[Mobitel]'],
  croatian: ['Ime,[Broj mobitela],Grad', 'Ime,[Broj telefona]'],
  hungarian: ['Név,[Telefonszám],Város', 'Név,[Mobilszám]'],
  romanian: ['Nume,[Număr de telefon],Oraș', 'Nume,[Telefon mobil]'],
  greek: ['Όνομα,[Τηλέφωνο],Πόλη', 'Όνομα,[Κινητό]', 'Όνομα,[Αρ. τηλεφώνου]'],
  turkish: ['Ad,[Cep Telefonu],Şehir', 'Ad,[Telefon No]', 'Ad,[TELEFON NUMARASI]'],
  russian: ['Имя,[Телефон],Город', 'ФИО,[Моб. телефон],Тип телефона', 'ФИО,[Контактный телефон]'],
  ukrainian: ["Ім'я,[Номер телефону],Місто", "Ім'я,[Мобільний]"],
  bulgarian: ['Име,[Телефонен номер],Град', 'Име,[Мобилен]'],
  serbian: ['Име,[Број телефона]', 'Име,[Мобилни]'],
  hebrew: ['שם,[טלפון נייד],עיר', 'שם,[מספר טלפון]'],
  arabic: ['الاسم,[رقم الجوال],المدينة', 'الاسم,[الهاتف المحمول]', 'الاسم,[رقم الهاتف],نوع الهاتف'],
  persian: ['نام,[تلفن همراه],شهر', 'نام,[شماره موبایل]'],
  hindi: ['नाम,[मोबाइल नंबर],शहर', 'नाम,[फ़ोन]'],
  thai: ['ชื่อ,[เบอร์โทรศัพท์],จังหวัด', 'ชื่อ,[โทรศัพท์มือถือ]'],
  vietnamese: ['Họ tên,[Số điện thoại],Thành phố', 'Họ tên,[SĐT]', 'Ho ten,[Dien thoai]'],
  indonesian: ['Nama,[No. HP],Kota', 'Nama,[Nomor Telepon]', 'Nama,[No. Telp]'],
  malay: ['Nama,[No. Telefon],Bandar', 'Nama,[Telefon bimbit]'],
  chinese: [
    '姓名,[电话],城市',
    '姓名,[手机],手机型号',
    '客户,[联系电话],电话类型',
    '公司,[手机号码(必填)],紧急联系电话',
    '姓名,[行動電話],縣市',
    '姓名,[聯絡電話],傳真電話',
  ],
  japanese: [
    '氏名,[電話番号],都道府県',
    '名前,[携帯電話],携帯機種',
    'お名前,[ご連絡先電話番号],電話希望時間',
    '氏名,[ケータイ]',
    '氏名,[TEL],緊急連絡先',
  ],
  korean: [
    '이름,[전화번호],주소',
    '성명,[휴대폰],휴대폰기종',
    '고객명,[연락처],비상연락처',
    '이름,[핸드폰번호]',
  ],
};

const lists = Object.entries(LISTS).flatMap(([language, all]) =>
  all.map((line) => {
    const headers = line.split(',');
    const at = headers.findIndex((header) => header.startsWith('['));
    const cells = headers.map((header) => header.replace(/^\[|\]$/g, ''));
    return { language, line, cells, at };
  }),
);

describe('a phone column is known by its header in every language of a header table', () => {
  test.each(lists)('$language contact list: $line', ({ cells, at }) => {
    const columns = columnsOf(cells);
    expect([columns.phone, columns.otherPhones]).toEqual([at, []]);
  });

  test.each(lists)('$language list of people not to be called: $line', ({ cells, at }) => {
    const found = listColumns({ line: 1, cells }, { countries: ['US'], tables });
    expect(found?.header).toBe(true);
    expect(found?.phones).toContain(at);
  });

  test.each([
    '手机型号',
    '电话类型',
    '電話希望時間',
    '휴대폰기종',
    'Телефонный менеджер',
    'Telefontyp',
  ])('%s is no column to call', (header) => {
    expect(mapped(['Name', header]).ok).toBe(false);
  });

  test('two of them are two candidates, as in English: nobody guesses', () => {
    const read = mapped(['姓名', '手机', '电话']);
    expect(read).toMatchObject({
      ok: false,
      problems: [{ message: '2 columns could be the phone: "电话" and "手机".' }],
    });
    expect(columnsOf(['姓名', '手机', '电话'], { phone: ['手机', '电话'] })).toMatchObject({
      phone: 1,
      otherPhones: [2],
    });
  });
});

/** An export with the columns that are filled, and which of these are the person's own phones, the fullest first. */
const EXPORTS: readonly [
  program: string,
  headers: string,
  filled: Record<string, number>,
  string[],
][] = [
  [
    'Salesforce, a report',
    'Salutation,First Name,Last Name,Title,Account Name,Mailing City,Mailing State/Province,Mailing Zip/Postal Code,Mailing Country,Phone,Fax,Mobile,Email,Account Owner',
    { Phone: 9, Mobile: 7, Fax: 3 },
    ['Phone', 'Mobile'],
  ],
  [
    'Salesforce, Data Loader',
    'Id,AccountId,LastName,FirstName,MailingPostalCode,MailingCountry,Phone,Fax,MobilePhone,HomePhone,OtherPhone,AssistantPhone,Email,DoNotCall,HasOptedOutOfFax',
    { MobilePhone: 9, Phone: 5, AssistantPhone: 9, Fax: 9 },
    ['MobilePhone', 'Phone'],
  ],
  [
    'HubSpot, contacts',
    'Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Contact owner,Lead Status,Create Date,Time Zone',
    { 'Phone Number': 9, 'Mobile Phone Number': 4, 'Record ID': 10 },
    ['Phone Number', 'Mobile Phone Number'],
  ],
  [
    'Zoho CRM, contacts',
    'Record Id,Contact Owner,First Name,Last Name,Account Name,Email,Phone,Mobile,Home Phone,Other Phone,Fax,Asst Phone,Mailing City,Mailing Zip',
    { Mobile: 8, Phone: 6, 'Asst Phone': 9, Fax: 9 },
    ['Mobile', 'Phone'],
  ],
  [
    'Pipedrive, people',
    'Person - Name,Person - Organization,Person - Phone - Work,Person - Phone - Home,Person - Phone - Mobile,Person - Phone - Other,Person - Email - Work,Person - Owner',
    { 'Person - Phone - Mobile': 7, 'Person - Phone - Work': 5 },
    ['Person - Phone - Mobile', 'Person - Phone - Work'],
  ],
  [
    'Outlook',
    "First Name,Last Name,Company,Business City,Assistant's Phone,Business Fax,Business Phone,Business Phone 2,Callback,Car Phone,Company Main Phone,Home Fax,Home Phone,Mobile Phone,Pager,Primary Phone,E-mail Address,Manager's Name",
    { 'Mobile Phone': 9, 'Business Phone': 4, "Assistant's Phone": 9, 'Business Fax': 9 },
    ['Mobile Phone', 'Business Phone'],
  ],
  [
    'Outlook in German',
    'Vorname,Nachname,Firma,Fax geschäftlich,Telefon Assistent,Telefon geschäftlich,Autotelefon,Fax privat,Telefon privat,Mobiltelefon,Pager,E-Mail-Adresse',
    { Mobiltelefon: 9, 'Telefon privat': 4, 'Telefon Assistent': 9, 'Fax privat': 9 },
    ['Mobiltelefon', 'Telefon privat'],
  ],
  [
    'Outlook in Japanese',
    '姓,名,会社名,会社 FAX,会社電話,自宅 FAX,自宅電話番号,携帯電話,秘書の電話,電子メール アドレス',
    { 携帯電話: 9, 自宅電話番号: 4, 秘書の電話: 9, '会社 FAX': 9 },
    ['携帯電話', '自宅電話番号'],
  ],
  [
    'Google Contacts',
    'First Name,Last Name,Organization Name,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value',
    { 'Phone 1 - Value': 9, 'Phone 2 - Value': 3 },
    ['Phone 1 - Value', 'Phone 2 - Value'],
  ],
  [
    'Google Contacts in French',
    'Prénom,Nom,Organisation,Téléphone 1 - Libellé,Téléphone 1 - Valeur,Téléphone 2 - Libellé,Téléphone 2 - Valeur',
    { 'Téléphone 1 - Valeur': 9, 'Téléphone 2 - Valeur': 3 },
    ['Téléphone 1 - Valeur', 'Téléphone 2 - Valeur'],
  ],
  [
    'Apple Contacts, pasted into Numbers',
    'First name,Last name,Company,phone (iPhone),phone (home),phone (work fax),email (home)',
    { 'phone (iPhone)': 9, 'phone (home)': 2, 'phone (work fax)': 9 },
    ['phone (iPhone)', 'phone (home)'],
  ],
];

describe('the phone columns of exports', () => {
  const readings = EXPORTS.map(([program, headers, filled, phones]) => {
    const names = headers.split(',');
    const cells = names.map((header) => ({ header, numbers: filled[header] ?? 0 }));
    return { program, names, cells, phones };
  });

  test.each(readings)('$program: init names those that are filled', ({ names, cells, phones }) => {
    const { columns } = columnNames(names, cells);
    expect(columns.find(([key]) => key === 'phone')?.[1]).toEqual(phones);
  });

  test.each(readings)('$program: without a choice one with numbers is called or proposed', (of) => {
    const { names, cells, phones } = of;
    const withNumbers = cells.flatMap(({ numbers }, at) => (numbers > 0 ? [at] : []));
    const read = mapped(names, { withNumbers });
    const proposed = read.ok
      ? names[read.columns.phone]
      : /\{ phone: "([^"]+)" \}/.exec(read.problems[0]?.fix ?? '')?.[1];
    expect(phones).toContain(proposed);
  });

  test.each(readings)(
    '$program: one that alone has numbers is called',
    ({ names, cells, phones }) => {
      const [first] = phones;
      const at = names.indexOf(first ?? '');
      const cellsOfOne = cells.map((cell, index) => ({ ...cell, numbers: index === at ? 9 : 0 }));
      const { columns } = columnNames(names, cellsOfOne);
      const [, chosen] = columns.find(([key]) => key === 'phone') ?? [];
      const own = columnsOf(names, { phone: [...(chosen ?? [])], withNumbers: [at] });
      expect(own.phone).toBe(at);
    },
  );
});
