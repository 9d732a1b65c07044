import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aDesk, type Desk } from '../../desk/desk.ts';
import { atTerminal, CANARY, OPEN_ALL_DAY, provide } from './desk/live-desk.ts';
import { aProvider, reached } from './desk/provider.ts';

const LIVE = ['run', 'leads.csv', '--live', '--yes'];

describe('a live run', () => {
  it('I8 given again calls nobody, says so, and names --new-run', async () => {
    const desk = aDesk();
    provide(desk, 2);
    const { url, posts } = await aProvider();
    await atTerminal(desk, LIVE, { url, typed: [] });
    const again = await atTerminal(desk, LIVE, { url, typed: [] });
    expect(again.code).toBe(0);
    expect(again.err).toContain('Nobody is left to call');
    expect(again.err).toContain('--new-run');
    expect(posts()).toHaveLength(2);
  });

  it('says that anyone whom another run has just called rests first', async () => {
    const desk = aDesk();
    provide(desk, 2);
    const { url, posts } = await aProvider();
    await atTerminal(desk, LIVE, { url, typed: [] });
    const anew = ['run', 'leads.csv', '--live', '--new-run', 'again'];
    const { err } = await atTerminal(desk, anew, { url, typed: ['again', 'no'] });
    expect(err).not.toContain('under another name');
    expect(err).toContain('rest        2 of them were called by another run less than 1 d ago');
    expect(posts()).toHaveLength(2);
  });

  it('I8 stays with the provider it began with', async () => {
    const desk = aDesk();
    provide(desk, 2);
    const [one, other] = [await aProvider(), await aProvider()];
    await atTerminal(desk, LIVE, { url: one.url, typed: [] });
    const elsewhere = await atTerminal(desk, LIVE, { url: other.url, typed: [] });
    expect({ code: elsewhere.code, posts: other.posts() }).toEqual({ code: 2, posts: [] });
    expect(elsewhere.err).toContain('began with http://127.0.0.1');
  });

  it('calls no more people than --limit, over all its sessions', async () => {
    const desk = aDesk();
    provide(desk, 5);
    const { url, posts } = await aProvider();
    const limited = [...LIVE, '--limit', '2'];
    const first = await atTerminal(desk, limited, { url, typed: [] });
    expect(first.code).toBe(0);
    expect(first.err).toContain('people      2 of 5, by --limit 2; all');
    expect(first.out).toContain('the limit of 2 people is reached; 3 others wait');
    await atTerminal(desk, limited, { url, typed: [] });
    expect(posts()).toHaveLength(2);
    await atTerminal(desk, ['resume', '--yes'], { url, typed: [] });
    expect(new Set(posts().map(({ body }) => body?.['phone_number'])).size).toBe(5);
  });
});

describe('a live run that goes on', () => {
  it('says what an edited campaign changes', async () => {
    const desk = aDesk();
    provide(desk, 3);
    const { url } = await aProvider();
    await atTerminal(desk, [...LIVE, '--limit', '1'], { url, typed: [] });
    desk.write('leads.yaml', OPEN_ALL_DAY.replace('attempts: 2', 'attempts: 4'));
    const { err } = await atTerminal(desk, LIVE, { url, typed: [] });
    expect(err).toContain('  call_retry_config.max_retry_attempts: 2 → 4\n');
  });

  it('says what another day in a file of holidays changes', async () => {
    const desk = aDesk();
    provide(desk, 3, `${OPEN_ALL_DAY}holidays: [days.csv]\n`);
    desk.write('days.csv', 'date,name\n2001-01-02,Town day\n');
    const { url, posts } = await aProvider();
    await atTerminal(desk, [...LIVE, '--limit', '1'], { url, typed: [] });
    desk.write('days.csv', 'date,name\n2001-01-03,Town day\n');
    const { err } = await atTerminal(desk, [...LIVE, '--limit', '2'], { url, typed: [] });
    expect(err).toContain('  holidays[0].on: "2001-01-02" → "2001-01-03"\n');
    desk.write('days.csv', 'date,name\n2001-01-33,Town day\n');
    expect((await atTerminal(desk, LIVE, { url, typed: [] })).code).toBe(2);
    expect(posts()).toHaveLength(2);
  });
});

describe('webhooks', () => {
  it('are told to the provider with each order, at a path that is not guessed', async () => {
    const desk = aDesk();
    provide(desk, 1);
    const { url, posts } = await aProvider();
    const { code, err } = await atTerminal(desk, [...LIVE, '--webhook-port', '0'], {
      url,
      typed: [],
    });
    const told = /^webhooks {3}(http:\/\/127\.0\.0\.1:\d+\/hooks\/[0-9a-f]{32})$/m.exec(err)?.[1];
    expect({ code, url: told === undefined }).toEqual({ code: 0, url: false });
    expect(posts()[0]?.body?.['assistant']).toMatchObject({ webhook_url: told });
  });

  it.each([
    {
      flags: ['--webhook-port', '0', '--webhook-url', 'http://host.invalid'],
      says: '--webhook-url is',
    },
    { flags: ['--webhook-url', 'https://host.invalid'], says: 'without --webhook-port' },
    { flags: ['--webhook-port', '70000'], says: '--webhook-port is "70000"' },
  ])('$flags is refused, and nobody is called', async ({ flags, says }) => {
    const desk = aDesk();
    provide(desk, 1);
    const { url, posts } = await aProvider();
    const { code, err } = await atTerminal(desk, [...LIVE, ...flags], { url, typed: [] });
    expect({ code, posts: posts() }).toEqual({ code: 2, posts: [] });
    expect(err).toContain(says);
  });
});

describe('a live run that ends early', () => {
  it('is ended by cancel, which orders nothing', async () => {
    const desk = aDesk();
    provide(desk, 3);
    const { url, posts } = await aProvider();
    await atTerminal(desk, [...LIVE, '--limit', '1'], { url, typed: [] });
    const { code } = await atTerminal(desk, ['cancel'], { url, typed: [] });
    expect({ code, posts: posts().length }).toEqual({ code: 0, posts: 1 });
    const status = await atTerminal(desk, ['status'], { url, typed: [] });
    expect(status.out).toContain('cancelled 2');
  });

  it.each([
    { status: 401, states: 'pending 2' },
    // A firewall in between may say 403 after the order was taken.
    { status: 403, states: 'pending 1 (waiting) · uncertain 1' },
  ])('stops at once when an order is refused with $status: $states', async ({ status, states }) => {
    const desk = aDesk();
    provide(desk, 2);
    const post = { status, body: { error: 'forbidden', message: `no ${CANARY}` } };
    const { url, posts } = await aProvider({ post });
    const { code, err, out } = await atTerminal(desk, LIVE, { url, typed: [] });
    expect({ code, posts: posts().length }).toEqual({ code: 4, posts: 1 });
    expect(out).toContain(states);
    expect(out + err).not.toContain(CANARY);
  });
});

const everyByte = (desk: Desk): string =>
  desk
    .everything()
    .map((name) => {
      try {
        return readFileSync(join(desk.folder, '..', name), 'latin1');
      } catch {
        return '';
      }
    })
    .join('\n');

describe('the key', () => {
  it('I9 stands in no output and in no file, though the provider repeats it', async () => {
    const desk = aDesk();
    provide(desk, 2);
    const order = () => reached({ recording_url: CANARY, end_reason: CANARY });
    const { url, heard } = await aProvider({ order });
    const all: string[] = [];
    for (const args of [
      LIVE,
      [...LIVE, '--json'],
      ['status', '--json'],
      ['show', '2'],
      ['uncertain'],
    ]) {
      const { out, err } = await atTerminal(desk, args, { url, typed: [] });
      all.push(out, err);
    }
    const failing = await aProvider({ post: { status: 500, body: CANARY } });
    const other = aDesk();
    provide(other, 1);
    for (const broken of [failing.url, 'http://127.0.0.1:9/api']) {
      const { out, err } = await atTerminal(other, LIVE, { url: broken, typed: [] });
      all.push(out, err, everyByte(other));
    }
    expect(heard.every(({ authorization }) => authorization === `Bearer ${CANARY}`)).toBe(true);
    expect(heard.length).toBeGreaterThan(3);
    expect(all.join('\n')).not.toContain(CANARY);
    expect(everyByte(desk)).not.toContain(CANARY);
    // The check can see: what it must not find is found where it is.
    desk.write('a-leak.txt', CANARY);
    expect(everyByte(desk)).toContain(CANARY);
  });
});
