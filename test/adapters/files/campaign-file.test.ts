import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCampaignFile, readCampaignText } from '../../../src/adapters/files/campaign-file.ts';
import { zoneExists } from '../../domain/campaign/a-campaign.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'campaign-file-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (...names: string[]): string => path.join(folder, ...names);

type Content = string | Buffer;

function write(name: string, content: Content): string {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), typeof content === 'string' ? content : new Uint8Array(content));
  return at(name);
}

const golden = (name: string): string =>
  readFileSync(new URL(`../../domain/campaign/problems/golden/${name}`, import.meta.url), 'utf8');

const MINIMAL = 'name: First try\nassistant:\n  prompt: Say hello.\n';

describe('reading it', () => {
  test('gives the campaign, and the text as it stands', () => {
    const file = write('a.yaml', `\u{FEFF}# é\n${MINIMAL}`);
    const reading = loadCampaignFile(file, zoneExists);
    expect(reading).toMatchObject({
      ok: true,
      path: file,
      text: `# é\n${MINIMAL}`,
      campaign: { name: 'First try', slug: 'first-try' },
    });
  });

  test('reads stored text as it reads the file', () => {
    const file = write('a.yaml', MINIMAL);
    const fromFile = loadCampaignFile(file, zoneExists);
    expect(readCampaignText(MINIMAL, zoneExists)).toEqual({ ...fromFile, path: 'the campaign' });
    expect(readCampaignText('name: x', zoneExists)).toMatchObject({
      ok: false,
      code: 'invalid',
      message: 'the campaign has one problem',
    });
  });

  test('reads JSON, with tabs too', () => {
    const json = JSON.stringify({ name: 'x', assistant: { prompt: 'p' } }, null, '\t');
    expect(loadCampaignFile(write('a.json', json), zoneExists).ok).toBe(true);
  });

  test('reads UTF-16 as Windows writes it, in both byte orders', () => {
    const little = Buffer.from(`\u{FEFF}${MINIMAL}`, 'utf16le');
    expect(loadCampaignFile(write('le.yaml', little), zoneExists).ok).toBe(true);
    expect(
      loadCampaignFile(
        write('be.yaml', Buffer.from(`\u{FEFF}${MINIMAL}`, 'utf16le').swap16()),
        zoneExists,
      ).ok,
    ).toBe(true);
  });

  test('reads CRLF and anchors, and leaves yes, no and times as they are written', () => {
    const text = [
      'name: no',
      'assistant: {prompt: &p 12:30, end_of_call_sentence: *p}',
      'default_country: NO',
      'call_retry_config:',
      '  calling_windows: [{calling_window_start_time: 9:00, calling_window_end_time: 17:30}]',
    ].join('\r\n');
    expect(loadCampaignFile(write('a.yaml', text), zoneExists)).toMatchObject({
      ok: true,
      campaign: {
        name: 'no',
        defaultCountry: 'NO',
        assistant: { prompt: '12:30', end_of_call_sentence: '12:30' },
        calling: { weekly: { windows: [{ start: 540, end: 1050 }] } },
      },
    });
  });
});

const refused = (name: string, content?: Content) => {
  const file = content === undefined ? at(name) : write(name, content);
  const reading = loadCampaignFile(file, zoneExists);
  if (reading.ok) throw new Error(`${name} was accepted`);
  expect(reading.problems).toEqual([]);
  return [reading.code, reading.message.replaceAll(folder, '').replace(/^[\\/]/, '')];
};

describe('what cannot be read is refused, each in its own words', () => {
  test('no file', () => {
    expect(refused('none.yaml')).toEqual(['missing', 'none.yaml does not exist']);
  });
  test('a folder', () => {
    mkdirSync(at('a.yaml'));
    expect(refused('a.yaml')).toEqual([
      'unreadable',
      'a.yaml is a folder: name the campaign file in it',
    ]);
  });
  test.each([
    ['', 'nothing'],
    [' \n\n', 'blanks'],
    ['# a comment\n', 'a comment'],
  ])('%j: %s', (content) => {
    expect(refused('a.yaml', content)).toEqual([
      'not_yaml',
      'a.yaml is empty: begin with name: and assistant:',
    ]);
  });
  test('a binary file', () => {
    expect(refused('a.yaml', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).toEqual([
      'unreadable',
      'a.yaml is a binary file: a campaign is YAML or JSON text',
    ]);
  });
  test('another encoding', () => {
    expect(refused('a.yaml', Buffer.from('name: Caf\u00e9\n', 'latin1'))).toEqual([
      'unreadable',
      'a.yaml is not UTF-8 text: save it as UTF-8',
    ]);
    expect(refused('b.yaml', Buffer.from([0xff, 0xfe, 0x41]))).toEqual([
      'unreadable',
      'b.yaml is not UTF-16LE text: save it as UTF-8',
    ]);
  });
  test('a file of more than 1 MiB, and not one of 1 MiB', () => {
    const full = MINIMAL + '#'.repeat(1024 * 1024 - MINIMAL.length);
    expect(loadCampaignFile(write('full.yaml', full), zoneExists).ok).toBe(true);
    expect(refused('a.yaml', `${full}#`)).toEqual([
      'unreadable',
      'a.yaml has 1.0 MiB; a campaign file has 1 MiB at most',
    ]);
  });
});

describe('what is no YAML is refused with line and column', () => {
  test.each([
    ['name: a\nname: b\n', 'line 2, column 1: this key is there twice'],
    [
      'name: x\nassistant:\n  prompt: a\n  prompt: b\n',
      'line 4, column 3: this key is there twice',
    ],
    ['{"name": "a",\n "name": "b"}', 'line 2, column 2: this key is there twice'],
    ['name: x\nassistant:\n\tprompt: x\n', 'line 3, column 1: Tabs are not allowed as indentation'],
    [
      'name: x\n---\nname: y\n',
      'line 2, column 1: a second document begins here; a campaign file has one',
    ],
    ['name: "x\n', 'line 2, column 1: Missing closing "quote'],
    ['name: !thing x\n', 'line 1, column 7: Unresolved tag: !thing'],
    [
      'name: x\nassistant:\n  prompt: {{first_name}}, hello\n',
      'line 3, column 25: a text that begins with {{ must stand in quotes',
    ],
  ])('%j', (content, said) => {
    expect(refused('a.yaml', content)).toEqual(['not_yaml', `a.yaml ${said}`]);
  });
  test('aliases that are missing, or that multiply', () => {
    expect(refused('a.yaml', 'name: *x\n')).toEqual([
      'not_yaml',
      'a.yaml: Unresolved alias (the anchor must be set before the alias): x',
    ]);
    const ten = (name: string) => `[${Array.from({ length: 10 }, () => name).join(',')}]`;
    const bomb = `a: &a ${ten('x')}\nb: &b ${ten('*a')}\nc: &c ${ten('*b')}\nd: ${ten('*c')}\n`;
    expect(refused('a.yaml', bomb)[0]).toBe('not_yaml');
  });
});

/** What is wrong with a campaign file of this content, one line each. */
const problemLines = (content: string): string[] => {
  const reading = loadCampaignFile(write('bad.yaml', content), zoneExists);
  if (reading.ok) throw new Error('a bad campaign was accepted');
  expect(reading.code).toBe('invalid');
  const count =
    reading.problems.length === 1 ? 'one problem' : `${reading.problems.length} problems`;
  expect(reading.message).toBe(`${at('bad.yaml')} has ${count}`);
  return reading.problems.map(
    (p) => `${p.line} ${p.path}: ${p.message}${p.fix === null ? '' : ` -> ${p.fix}`}`,
  );
};

describe('problems are on the line of their key', () => {
  test('in YAML, in the order of the file', () => {
    expect(problemLines(golden('problems.yaml'))).toEqual(
      golden('problems.txt').trimEnd().split('\n'),
    );
  });

  test('in JSON', () => {
    expect(problemLines('{\n "name": "x",\n "assistant": {\n  "promt": "y"\n }\n}')).toEqual([
      '3 assistant.prompt: is missing -> add prompt: You call {{first_name}} to confirm an appointment.',
      '4 assistant.promt: is not a known key -> did you mean prompt?',
    ]);
  });

  test('and on none when the file as a whole is meant', () => {
    expect(problemLines('name: x\n')).toEqual([
      'null : names no assistant -> add assistant: with a prompt, or the assistant_id of a stored one',
    ]);
    expect(problemLines('- x\n')).toEqual([
      'null : the campaign is not a group of keys -> begin with name: and assistant:',
    ]);
  });

  test('and above an anchor’s copy, on the line where the copy is used', () => {
    const text =
      'name: x\nassistant: {prompt: p, voice: &v {id: a, provider: b}}\nconcurrency: *v\n';
    expect(problemLines(text).map((line) => line.split(':')[0])).toContain(
      '3 concurrency.provider',
    );
  });

  test('numbers and odd keys are keys as well', () => {
    expect(
      problemLines(`${MINIMAL}12: x\n__proto__: {}\n`).map((line) => line.slice(0, 12)),
    ).toEqual(['4 12: is not', '5 __proto__:']);
  });
});
