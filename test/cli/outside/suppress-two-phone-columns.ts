import type { Exported } from './exported.ts';

export const ANA = ['+13175550161', '+13175550162'] as const;
const [phone, mobile] = ANA;

/** One person with two numbers on a list. Right: both are barred. */
export const TWO_NUMBERS: readonly Exported[] = [
  { by: 'a list with phone and mobile', lines: ['Name,Phone,Mobile', `Ana,${phone},${mobile}`] },
  {
    by: 'HubSpot',
    lines: [
      'Record ID,First Name,Phone Number,Mobile Phone Number',
      `51000001,Ana,${phone},${mobile}`,
    ],
  },
  {
    by: 'Salesforce',
    lines: ['Full Name,Phone,Mobile,Home Phone,Other Phone', `Ana,${phone},,,(317) 555-0162`],
  },
  {
    by: 'Outlook',
    lines: [
      'First Name,Business Fax,Business Phone,Home Phone,Mobile Phone',
      `Ana,,${phone},,${mobile}`,
    ],
  },
  {
    by: 'Zoho',
    lines: ['First Name,Last Name,Mobile,Home Phone,Phone', `Ana,Lopez,${mobile},,${phone}`],
  },
  {
    by: 'Microsoft Dynamics 365',
    lines: ['Full Name,Mobile Phone,Address 1: Phone', `Ana Lopez,${mobile},${phone}`],
  },
  {
    by: 'a German CRM, with semicolons and a byte order mark',
    lines: ['\uFEFFNachname;Telefon;Mobil;Telefon privat', `Ana;${phone};;${mobile}`],
  },
  { by: 'a script, without a header', lines: [`Ana,${phone},${mobile}`] },
];
