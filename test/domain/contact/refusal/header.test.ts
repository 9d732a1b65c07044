import { describe, expect, test } from 'vitest';
import { headerSays } from '../../../../src/domain/contact/refusal/header.ts';

const kindOf = (header: string): string | null => headerSays(header)?.kind ?? null;
const each = (headers: string): string[] => headers.split('|').map((one) => one.trim());

/** By the programs that write them, and by what people call such a column. */
const REFUSALS = {
  Salesforce: 'DoNotCall | Do Not Call | Do_Not_Call__c | HasOptedOutOfCall | HasOptedOutSolicit',
  HubSpot: 'do_not_call | hs_do_not_call | Do Not Call?',
  Dynamics: 'Do not allow Phone Calls | donotphone',
  GoHighLevel: 'DND | dnd | dndSettings.Call',
  Mautic: 'doNotContact',
  Mailchimp: 'UNSUB_TIME',
  Pipedrive: 'Person - Do not call',
  dialers:
    'DNC | DNC_Flag | IsDNC | DNC Status | DNC Date | National DNC | On DNC list | DNC (Y/N)',
  English:
    'Opted Out | opt-out | Unsubscribed | Phone Opt Out | Opt Out (Phone) | Don’t call | TPS',
  'English, by kind':
    'Exclude from calls | Excluded from calling | No Phone | No marketing calls | Calls not allowed | Litigator | TCPA Litigator | Refuses calls',
  'other languages, by kind':
    "Telefonwerbung nicht erlaubt | Keine Werbeanrufe | Refus d'être appelé | Refus démarchage | Rechaza llamadas | Não aceita ligações | Rifiuta chiamate | Wil niet gebeld worden",
  'public lists':
    'TPS | CTPS | TPS/CTPS | CTPS registered | TPS match | NDNC | NDNC registered | NCPR | LNNTE | REPEP | Registered with TPS',
  German: 'Nicht anrufen | Bitte nicht anrufen | Telefonsperre | Robinsonliste | Werbesperre',
  French: 'Ne pas appeler | Ne plus appeler | Bloctel | Désabonné',
  Spanish: 'No llamar | Lista Robinson',
  Italian: 'Non chiamare | Registro delle opposizioni',
  Portuguese: 'Não ligar | Não me perturbe',
  Dutch: 'Niet bellen | Bel-me-niet',
};

const CONSENTS = {
  English: 'consent | opt_in | Opt-In | subscribed | TCPA Consent | tcpa_consent | Consent Status',
  'English, by kind':
    'Phone Allowed | Allow Phone | Contact allowed | Marketing allowed | May we call? | Can we contact you? | OK to phone | Telemarketing | Calls permitted',
  'German, by kind':
    'Werbung per Telefon | Telefonwerbung | Telefonwerbung erlaubt | Darf angerufen werden | Anrufe gestattet',
  'French, by kind':
    "Accepte les appels | Accepte d'être appelé | Accepte le démarchage | Démarchage téléphonique",
  'English, by who agrees':
    'Agreed to be called | Agrees to be contacted | Wants calls | Wants to be called | Willing to be called | Receive calls | Happy to be contacted',
  'German and French, by kind': 'Telefon ok | Anruf okay | Appels autorisés | Démarchage accepté',
  'other languages, may they be called':
    'Puede llamar | Se puede contactar | Autoriza contato | Pode ligar | Può essere chiamato | Si può chiamare',
  'other languages, by kind':
    'Permiso llamadas | Acepta recibir llamadas | Aceita ligações | Permissão para ligar | Permesso di chiamare | Mag gebeld worden',
  Salesforce: 'Marketing_Consent__c | Phone Consent',
  Shopify: 'Accepts Marketing',
  German: 'Einwilligung | Werbeeinwilligung | Einwilligung Telefon',
  French: 'Consentement',
  Spanish: 'Consentimiento',
  Italian: 'Consenso | Consenso marketing',
  Portuguese: 'Consentimento',
  Dutch: 'Toestemming',
};

describe('a header that speaks of refusal', () => {
  test.each(Object.entries(REFUSALS))('is known as %s writes it', (_, headers) => {
    for (const header of each(headers))
      expect([header, kindOf(header)]).toEqual([header, 'do_not_call']);
  });
});

describe('a header that speaks of consent', () => {
  test.each(Object.entries(CONSENTS))('is known as %s writes it', (_, headers) => {
    for (const header of each(headers))
      expect([header, kindOf(header)]).toEqual([header, 'consent']);
  });

  test.each(
    each('consent_at | OPTIN_TIME | Marketing opt-in date | Date of opt-in | Subscribed At'),
  )('with a date in it is known by its date: %s', (header) => {
    expect(kindOf(header)).toBe('consent_date');
  });
});

describe('a header that only the operator can read', () => {
  test.each(
    each(
      `Email Opt Out | HasOptedOutOfEmail | Fax Opt Out | HasOptedOutOfFax | Unsubscribed from all email |
       SMS Opt Out | hs_email_optout | Email consent | Do not allow Bulk Emails | WhatsApp consent status |
       DNC Reason | Marketing status | Legal basis | Contact preference | inboundDndSettings | Consent Expires On |
       Blocked | Is Blocked | Refus | Refused | Declined | Excluded | Litigation | Telemarketing date |
       Call? | Phone ? | Agreed | Agreed? | Zugestimmt | Akkoord |
       CTPS screened | TPS checked on | RPO | Contactable | opt_status | Objected to marketing | Right to object exercised`,
    ),
  )('is a question: %s', (header) => {
    expect(kindOf(header)).toBe('question');
  });
});

describe('a header that says nothing of it', () => {
  test.each(
    each(
      `phone | Phone Number | first_name | Status | Lead Status | State | Country | Notes | Call Status | Last Call |
       call_state | Contact owner | Lifecycle Stage | Subscription plan | Subscriber ID | Unsubscribe link |
       permissions | Bus Stop | Renewal Date | consent_source | opt_in_source | consent_ip | Number of calls | Clinic |
       Accounts | Description | Plan / Tier | Postal Code | tcp | https |
       Stop | Block | Phone No | Contact No | Marketing | Marketing budget | Blocked drain size | Phone model | Sales calls |
       Objection | Objections | Objective | Objects | Https | Called by | Call`,
    ),
  )('is a column like any other: %s', (header) => {
    expect(kindOf(header)).toBeNull();
  });
});
