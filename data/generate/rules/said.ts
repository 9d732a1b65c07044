import type { Fact } from './record.ts';

/** What has to be said in a call, and no more: that an AI speaks, that the call is recorded. */

const EU = [
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE'],
  ...['IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
];
/** Parts of the Union that have a country code of their own. */
const EU_PARTS = ['AX', 'GF', 'GP', 'MF', 'MQ', 'RE', 'YT'];

export const SAID: readonly Fact[] = [
  {
    id: 'EU-AI',
    name: 'European Union, artificial intelligence',
    in: [...EU, ...EU_PARTS],
    from: '2026-08-02',
    hours: null,
    aiDisclosure: 'at_start',
    basis: 'statute',
    sources: [
      'Regulation (EU) 2024/1689 art. 50(1): https://service.betterregulation.com/document/742246',
      'https://digital-strategy.ec.europa.eu/en/faqs/transparency-obligations-under-article-50-ai-act',
      'https://eur-lex.europa.eu/eli/reg/2026/1744/oj/eng',
    ],
    quote:
      'the natural persons concerned are informed that they are interacting with an AI system, unless this is obvious',
    confidence: 'high',
    note: 'Spoken, at the beginning, and on whose behalf; the Commission’s guidelines were read second hand.',
  },
  {
    id: 'US-recording',
    name: 'United States, recording where all parties must agree',
    in: ['CA', 'FL', 'IL', 'MD', 'MA', 'MT', 'NH', 'PA', 'WA'].map((state) => `US-${state}`),
    hours: null,
    recordingNotice: 'all_parties',
    basis: 'statute',
    sources: [
      'https://www.metaverse.law/2022/10/11/two-party-consent-requirements-for-recording-calls/',
      'https://recordphonecall.com/resources/one-party-vs-all-party/',
    ],
    confidence: 'high',
    note: 'Connecticut, Delaware, Nevada, Michigan and Oregon are in dispute, and are not here.',
  },
  {
    id: 'US-ME-AI',
    name: 'Maine, artificial intelligence',
    in: ['US-ME'],
    purposes: ['marketing', 'service', 'collections'],
    audience: ['consumers'],
    from: '2025-09-23',
    hours: null,
    aiDisclosure: 'at_start',
    basis: 'statute',
    sources: [
      '10 M.R.S. 1500-DD: https://www.verrill-law.com/news/maine-law-now-requires-limited-disclosures-of-artificial-intelligence-technology/',
      'https://plainstamp.pages.dev/rules/us-me-chatbot-disclosure-1500-dd/',
    ],
    confidence: 'high',
    note: 'Where a reasonable consumer may take the caller for a human being.',
  },
  {
    id: 'US-UT-AI',
    name: 'Utah, artificial intelligence',
    in: ['US-UT'],
    purposes: ['marketing', 'service', 'collections'],
    audience: ['consumers'],
    from: '2025-05-07',
    hours: null,
    aiDisclosure: 'on_request',
    basis: 'statute',
    sources: [
      'Utah Code 13-77-103, 104: https://lexace.ai/us/statute/utah/13-77-103',
      'https://self-law.org/code/ut/title-13/chapter-77/13-77-103',
    ],
    quote:
      'shall disclose to the individual that the individual is interacting with generative artificial intelligence and not a human, if the individual asks',
    confidence: 'high',
    note: 'Said at the outset and throughout, nobody is prosecuted.',
  },
  {
    id: 'US-CO-AI',
    name: 'Colorado, artificial intelligence',
    in: ['US-CO'],
    from: '2027-01-01',
    hours: null,
    aiDisclosure: 'at_start',
    basis: 'statute',
    sources: [
      'HB 26-1263: https://legilist.com/states/colorado/bill/2026/hb-1263',
      'https://marshalos.com/compliance/ai-disclosure-laws-by-state',
    ],
    confidence: 'low',
    note: 'Only that there is such a rule is known: the act as it was signed was not seen.',
  },
];
