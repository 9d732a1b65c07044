import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findCampaignFile } from '../../../src/adapters/files/campaign-file.ts';

let folder: string;
let before: string;

beforeEach(() => {
  before = process.cwd();
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'campaign-finding-')));
});

afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const at = (...names: string[]): string => path.join(folder, ...names);

function write(name: string, content: string): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
}

const CAMPAIGN = 'name: First try\n';

const ORDER = [
  'leads.yaml',
  'leads.yml',
  'leads.json',
  'campaigns/leads.yaml',
  'campaigns/leads.yml',
  'campaigns/leads.json',
  'campaign.yaml',
  'campaign.yml',
  'campaign.json',
];

describe('finding the campaign file of leads.csv', () => {
  test('takes the first in order, whatever else is there', () => {
    for (const name of ORDER.toReversed()) {
      write(name, CAMPAIGN);
      expect(findCampaignFile(at('leads.csv'))).toEqual({ found: at(name) });
    }
  });

  test('says what it looked for when there is none', () => {
    write('other.yaml', CAMPAIGN);
    const local = ['yaml', 'yml', 'json'].map((ending) =>
      path.join('campaigns', `leads.${ending}`),
    );
    expect(findCampaignFile(at('leads.csv'))).toEqual({
      lookedFor: [
        ...ORDER.slice(0, 6).map((name) => at(name)),
        ...local,
        ...ORDER.slice(6).map((name) => at(name)),
      ],
    });
  });
});

describe('looking in other places', () => {
  test('looks into campaigns of the working folder after that beside the file', () => {
    process.chdir(folder);
    write('data/leads.csv', '');
    write('data/campaign.yaml', CAMPAIGN);
    write('campaigns/leads.yml', CAMPAIGN);
    const contacts = path.join('data', 'leads.csv');
    expect(findCampaignFile(contacts)).toEqual({ found: path.join('campaigns', 'leads.yml') });
    write('data/campaigns/leads.json', '{}');
    expect(findCampaignFile(contacts)).toEqual({
      found: path.join('data', 'campaigns', 'leads.json'),
    });
  });

  test('takes the working folder from its caller', () => {
    write('there/campaigns/leads.yaml', CAMPAIGN);
    expect(findCampaignFile(at('here', 'leads.csv'), at('there'))).toEqual({
      found: at('there', 'campaigns', 'leads.yaml'),
    });
  });

  test('names each file once when the contact file is in the working folder', () => {
    process.chdir(folder);
    const found = findCampaignFile('leads.csv');
    expect(found).toEqual({ lookedFor: ORDER.map((name) => path.normalize(name)) });
  });

  test('is not misled by folders, dangling links, or the contact file itself', () => {
    mkdirSync(at('leads.yaml'));
    symlinkSync(at('nowhere'), at('leads.yml'), 'junction');
    write('campaign.yaml', CAMPAIGN);
    expect(findCampaignFile(at('leads.csv'))).toEqual({ found: at('campaign.yaml') });
    write('leads.json', '[]');
    expect(findCampaignFile(at('leads.json'))).toEqual({ found: at('campaign.yaml') });
  });

  test('takes off only the last ending', () => {
    write('leads.june.yaml', CAMPAIGN);
    expect(findCampaignFile(at('leads.june.csv'))).toEqual({ found: at('leads.june.yaml') });
  });
});
