import type { Exported } from './exported.ts';

/** One person who did not agree, as a program keeps it. Right: not called. */
export const NOT_AGREED: readonly Exported[] = [
  {
    by: 'a form with one column for each',
    lines: ['phone,first_name,consent,opt_in,Unsubscribed', '+12085550123,Ana,no,,'],
  },
  {
    by: 'the same form',
    lines: ['phone,first_name,consent,opt_in,Unsubscribed', '+12085550124,Bo,,FALSE,'],
  },
  {
    by: 'the same form',
    lines: ['phone,first_name,consent,opt_in,Unsubscribed', '+12085550125,Cy,,,TRUE'],
  },
  {
    by: 'Shopify',
    lines: ['First Name,Last Name,Phone,Accepts Marketing', 'Ana,Lopez,+12085550123,no'],
  },
  {
    by: 'Pipedrive',
    lines: [
      'Person - Name,Person - Phone,Person - Marketing status',
      'Ana Lopez,+12085550123,No consent',
    ],
    phone: 'Person - Phone',
  },
  {
    by: 'ActiveCampaign',
    lines: ['Email,First Name,Phone,Status', 'ana@example.com,Ana,+12085550123,Unsubscribed'],
  },
  {
    by: 'LeadConduit',
    lines: ['lead.id,lead.phone_1,lead.tcpa_consent', '5f1,+12085550123,false'],
    phone: 'lead.phone_1',
  },
  {
    by: 'HubSpot',
    lines: ['Record ID,First Name,Phone Number,Consent to Call', '51,Ana,+12085550123,Declined'],
  },
  {
    by: 'Google Forms',
    lines: ['Timestamp,Phone number,Consent to be called', '11/28/2026 10:00:00,+12085550123,No'],
  },
];
