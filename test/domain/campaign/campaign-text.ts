import {
  readCampaignText,
  type CampaignFileReading,
} from '../../../src/adapters/files/campaign-file.ts';
import { loadReference } from '../../../src/adapters/reference/load.ts';

const { rules } = loadReference();

/** Reads a campaign of these lines besides the least that one needs. */
export const loadCampaign = (lines: readonly string[]): CampaignFileReading =>
  readCampaignText(
    ['name: Calls', 'assistant: { prompt: Say hello. }', ...lines].join('\n'),
    (name) => rules.canonical(name),
  );
