import type { Exported } from './exported.ts';

/** One person who refused, as a program keeps it, and the column that says so. Right: not called, and the column is named. */
export const REFUSED: readonly (Exported & { readonly column: string })[] = [
  {
    by: 'a Salesforce report',
    lines: [
      'First Name,Phone,State/Province,Country,Do Not Call',
      'Ana,+12085550123,ID,United States,1',
    ],
    column: 'Do Not Call',
  },
  {
    by: 'Microsoft Dynamics 365',
    lines: [
      'Full Name,Business Phone,Address 1: State/Province,Do not allow Phone Calls',
      'Ana Lopez,+1 208-555-0123,ID,Do Not Allow',
    ],
    phone: 'Business Phone',
    column: 'Do not allow Phone Calls',
  },
  {
    by: 'SuiteCRM',
    lines: ['first_name,last_name,phone_work,do_not_call', 'Ana,Lopez,+12085550123,1'],
    phone: 'phone_work',
    column: 'do_not_call',
  },
  {
    by: 'VICIdial',
    lines: [
      'lead_id,status,vendor_lead_code,phone_number,first_name',
      '101,DNC,A-7,+12085550123,Ana',
    ],
    column: 'status',
  },
  {
    by: 'Odoo',
    lines: ['Name,Phone,Phone Blacklisted', 'Ana Lopez,+1 208-555-0123,True'],
    column: 'Phone Blacklisted',
  },
  {
    by: 'ActiveCampaign, where it is one tag of several',
    lines: ['First Name,Phone,Tags', 'Ana,+12085550123,"customer, Do Not Call"'],
    column: 'Tags',
  },
  {
    by: 'Zendesk Sell',
    lines: ['first_name,mobile,Opted out of calls', 'Ana,+12085550123,yes'],
    column: 'Opted out of calls',
  },
];
