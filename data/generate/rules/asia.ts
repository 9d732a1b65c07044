import { RUSSIA } from './holidays.ts';
import type { Fact } from './record.ts';

/** Calling rules of Asia, Russia, Turkey and Peru, of high confidence. */

export const MORE: readonly Fact[] = [
  {
    id: 'RU',
    name: 'Russia, advertising',
    in: ['RU'],
    purposes: ['marketing'],
    hours: null,
    consent: 'express',
    basis: 'statute',
    sources: [
      '38-FZ art. 18: https://be5.biz/zakon/2006-38/18.html',
      'https://360.ru/news/obschestvo/moskovskoe-oblastnoe-ufas-rossii-preseklo-narushenie-zakona-o-reklame-23/',
    ],
    quote:
      'допускается только при условии предварительного согласия абонента или адресата на получение рекламы',
    confidence: 'high',
    note: 'Part 2 forbids to choose and dial numbers for advertising without a human being. No hours were found.',
  },
  {
    id: 'RU-collections',
    name: 'Russia, debt collection',
    in: ['RU'],
    purposes: ['collections'],
    audience: ['consumers'],
    hours: ['08:00-22:00', '09:00-20:00', '09:00-20:00'],
    closures: [{ days: RUSSIA, hours: '09:00-20:00' }],
    caps: [
      { max: 1, hours: 24, per: 'person' },
      { max: 2, hours: 168, per: 'person' },
      { max: 8, hours: 720, per: 'person' },
    ],
    basis: 'statute',
    sources: [
      '230-FZ art. 7: https://r09.fssp.gov.ru/faq/document26974543/',
      'https://zenfinansist.ru/fingramota/prava/do-skolki-mogut-zvonit-kollektory',
      'Labour Code art. 112: https://base.garant.ru/77700051/ea54c1918750348cf1860e01a0121200',
    ],
    quote:
      'в рабочие дни с 8 до 22 часов, в выходные и нерабочие праздничные дни с 9 до 20 часов по местному времени',
    confidence: 'high',
    note: 'The law counts talks; here every attempt counts. The government moves two more days off each year: use holidays.',
  },
  {
    id: 'VN',
    name: 'Vietnam, advertising calls',
    in: ['VN'],
    purposes: ['marketing'],
    hours: ['08:00-17:00', '08:00-17:00', '08:00-17:00'],
    caps: [{ max: 1, hours: 24, per: 'person' }],
    consent: 'express',
    basis: 'statute',
    sources: [
      'Decree 91/2020 art. 13: http://baovinhlong.com.vn/chu-truong-chinh-sach-moi/202010/khong-duoc-goi-dien-quang-cao-truoc-8-gio-va-sau-17-gio-3025111/',
      'https://namdong.thuathienhue.gov.vn',
    ],
    quote: 'gọi điện thoại quảng cáo từ 8 giờ đến 17 giờ mỗi ngày',
    confidence: 'high',
    note: 'Other hours only where the subscriber agreed to them. Numbers are screened against the do-not-call list.',
  },
  {
    id: 'KR',
    name: 'South Korea, advertising',
    in: ['KR'],
    purposes: ['marketing'],
    hours: ['08:00-21:00', '08:00-21:00', '08:00-21:00'],
    consent: 'express',
    basis: 'statute',
    sources: [
      'Network Act art. 50: https://ucol.ysu.ac.kr/kor/CMS/Contents/Contents.do?mCode=MN184',
      'http://smscore.co.kr/webuser/page/contents_advertise02.html',
    ],
    quote: '오후 9시부터 그 다음 날 오전 8시까지의 시간에',
    confidence: 'high',
    note: 'At night only with a separate consent.',
  },
  {
    id: 'TH-collections',
    name: 'Thailand, debt collection',
    in: ['TH'],
    purposes: ['collections'],
    audience: ['consumers'],
    hours: null,
    caps: [{ max: 1, hours: 24, per: 'person' }],
    basis: 'statute',
    sources: [
      'Notification of 2019 under the Debt Collection Act: https://komchadluek.net/news/regional/384900',
      'https://www.posttoday.com/social/general/598581',
    ],
    quote: 'ไม่เกิน 1 ครั้งต่อวัน',
    confidence: 'high',
    note: 'That the Act has hours is known; they were not seen.',
  },
  {
    id: 'TR',
    name: 'Turkey, commercial messages',
    in: ['TR'],
    purposes: ['marketing'],
    hours: null,
    consent: 'automated_calls',
    basis: 'statute',
    sources: [
      'Law 6563 art. 6: https://www.asylegal.com/tr/ticari-elektronik-iletiler-ve-ileti-yonetim-sistemine-kayit-sureci/',
      'https://blog.lexpera.com.tr/ticari-elektronik-ileti-uygulamalarinda-yeni-donem-ileti-yonetim-sistemi/',
    ],
    quote:
      'ticari elektronik iletiler, ancak alıcıların önceden alınmış onaylarının varlığı halinde gönderilebileceğinden',
    confidence: 'high',
    note: 'Approval is registered with İYS. No hours were found.',
  },
  {
    id: 'PE',
    name: 'Peru, telemarketing',
    in: ['PE'],
    purposes: ['marketing'],
    audience: ['consumers'],
    hours: null,
    consent: 'express',
    basis: 'statute',
    sources: [
      'Ley 32323: https://cms.law/es/per/publication/promulgan-ley-contra-llamadas-y-mensajes-spam',
      'https://m.panamericana.pe/politica/442445-ley-llamadas-spam-entra-vigencia-hoy-podran-contactarte-diste-consentimiento',
    ],
    quote:
      'por iniciativa propia, se contacte directamente con el proveedor y manifieste su consentimiento libre, previo, informado, expreso e inequívoco',
    confidence: 'high',
    note: 'Only those who came to the firm themselves, and consented. No hours were found.',
  },
];
