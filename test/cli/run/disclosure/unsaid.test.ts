import { describe, expect, it } from 'vitest';
import { aDesk, type Desk } from '../../desk/desk.ts';
import { jsonLines } from '../../desk/running.ts';
import { atTerminal, OPEN_ALL_DAY } from '../live/desk/live-desk.ts';
import { aProvider, reached, type Manner } from '../live/desk/provider.ts';

/** What becomes of a live run whose agent does not say that an AI speaks, where the law of the place asks for it. */

const SAYS = 'Hello, this is an AI assistant calling for Byron Bakery.';
const KEEPS_SILENT = 'Hello, this is Emma of Byron Bakery.';
const STATED = 'rules: [EU-AI]\ndisclosure: { stated_by: "Ada Byron, head of service" }';
const ASKED = OPEN_ALL_DAY.replace('rules: none', STATED).replace('Hello {{first_name}}.', SAYS);
const stopsAbove = (share: number): string =>
  ASKED.replace('service" }', `service", stop_above: ${share} }`);

const saying = (says: (nth: number) => string): Manner => ({
  order: (nth) => reached({ transcript: [{ role: 'assistant', content: says(nth) }] }),
});
/** One call of four keeps silent. */
const oneOfFour = saying((nth) => (nth % 4 === 0 ? KEEPS_SILENT : SAYS));

const RUN = ['run', 'leads.csv', '--live', '--yes', '--json'];
const RESUME = ['resume', '--yes', '--json'];

function provide(desk: Desk, people: number, campaign: string): void {
  const rows = Array.from({ length: people }, (_, i) => `+4930231250${10 + i},Name${i}\n`);
  desk.write('leads.csv', `phone,first_name\n${rows.join('')}`);
  desk.write('leads.yaml', campaign);
}

async function played(desk: Desk, url: string, args: readonly string[] = RUN) {
  const { code, out } = await atTerminal(desk, args, { url, typed: [] });
  const events = jsonLines(out);
  return {
    code,
    told: events.filter(({ event }) => event === 'ai_not_said'),
    summary: events.findLast(({ event }) => event === 'summary'),
  };
}

describe('a live run in which too many calls do not say that an AI speaks', () => {
  it('says so once, and goes on', async () => {
    const desk = aDesk();
    provide(desk, 24, ASKED);
    const { url, posts } = await aProvider(oneOfFour);
    const { code, told } = await played(desk, url);
    expect({ code, posts: posts().length }).toEqual({ code: 0, posts: 24 });
    expect(told).toMatchObject([
      { message: expect.stringContaining('did not say that an AI speaks') as string },
    ]);
  }, 60_000);

  it('stops above the share that the campaign names, until its words are corrected', async () => {
    const desk = aDesk();
    provide(desk, 48, stopsAbove(0.2));
    let corrected = false;
    const { url, posts } = await aProvider(
      saying((nth) => (nth % 4 === 0 && !corrected ? KEEPS_SILENT : SAYS)),
    );
    const first = await played(desk, url);
    expect(first).toMatchObject({ code: 3, summary: { how: 'stopped' } });
    expect(first.summary?.['why']).toContain('disclosure.stop_above');
    const before = posts().length;
    expect(before).toBeGreaterThanOrEqual(20);
    expect(before).toBeLessThan(48);
    for (const args of [RUN, RESUME])
      expect(await played(desk, url, args)).toMatchObject({
        code: 3,
        summary: { how: 'stopped', orders: before },
      });
    expect(posts().length).toBe(before);
    corrected = true;
    desk.write('leads.yaml', stopsAbove(0.2).replace(SAYS, `Good morning. ${SAYS}`));
    expect(await played(desk, url)).toMatchObject({ code: 0, told: [] });
    expect(posts().length).toBe(48);
  });

  it('goes on below that share', async () => {
    const desk = aDesk();
    provide(desk, 24, stopsAbove(0.3));
    const { url, posts } = await aProvider(oneOfFour);
    expect(await played(desk, url)).toMatchObject({ code: 0 });
    expect(posts().length).toBe(24);
  });

  it('says nothing where no law asks for it', async () => {
    const desk = aDesk();
    provide(desk, 24, stopsAbove(0.2).replace('rules: [EU-AI]', 'rules: none'));
    const { url } = await aProvider(oneOfFour);
    expect(await played(desk, url)).toMatchObject({ code: 0, told: [] });
  });
});
