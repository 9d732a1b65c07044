import { describe, expect, it } from 'vitest';
import { aDesk } from '../desk/desk.ts';
import { jsonLines } from '../desk/running.ts';
import { uncertainPeople } from './uncertain-people.ts';

describe('campaign uncertain', () => {
  it('I9 lists who needs a decision with row and masked number, and says how to decide', async () => {
    const desk = aDesk();
    const [id] = await uncertainPeople(desk, 1);
    const { code, out, err } = await desk.run(['uncertain', '--rehearsal']);
    expect(code).toBe(0);
    expect(out).toContain(`${id ?? ''}  +1•••••0101  a.csv row 2  since 2026-12-01T15:01:00.000Z`);
    expect(out).toContain('may still ring until 2026-12-01T16:00:00.000Z');
    expect(out).toContain('the line went dead');
    expect(err).toContain('campaign uncertain --rehearsal reminders --not-rung <id>');
    expect(out + err).not.toContain('2125550101');
  });

  it('gives one JSON object a person', async () => {
    const desk = aDesk();
    const ids = await uncertainPeople(desk, 2);
    const { out } = await desk.run(['uncertain', '--rehearsal', '--json']);
    const people = jsonLines(`${out}`) as unknown as { contact: string; may_ring: boolean }[];
    expect(people.map((one) => [one.contact, one.may_ring])).toEqual(ids.map((id) => [id, true]));
  });

  it('each decision moves its person, is recorded with who and why, and the run goes on', async () => {
    const desk = aDesk();
    const [rang = '', notRung = '', again = ''] = await uncertainPeople(desk, 3);
    const decide = (...args: string[]) => desk.run(['uncertain', '--rehearsal', ...args]);
    expect((await decide('--rang', rang)).err).toContain('1 of 1 decision carried out');
    const two = await decide('--not-rung', notRung, '--again', again, '--reason', 'she insists');
    expect(two.err).toContain('2 of 2 decisions carried out');
    expect(two.err).toContain('Next: campaign resume --rehearsal reminders');
    const shown = await desk.run(['show', again, '--rehearsal']);
    expect(shown.out).toContain('uncertain → pending: resolved by');
    expect(shown.out).toMatch(/request +again by .+: she insists \(order .+ is pending\)/);
    const resumed = await desk.run(['resume', '--rehearsal', '--json']);
    expect(resumed.code).toBe(0);
    const placed = jsonLines(resumed.out).filter(({ event }) => event === 'order_placed');
    const contacts = new Set(placed.map((event) => event['contact']));
    expect(contacts).toEqual(new Set([notRung, again]));
    const moments = placed.map((event) => String(event['at']));
    // I12 Nobody is ordered again while the order in doubt may still ring.
    expect(moments.every((at) => at >= '2026-12-01T16:00:00.000Z')).toBe(true);
  });

  it('the run is finished again when everybody is decided about', async () => {
    const desk = aDesk();
    const [rang = ''] = await uncertainPeople(desk, 1);
    await desk.run(['uncertain', '--rehearsal', '--rang', rang]);
    expect((await desk.run(['status', '--rehearsal'])).err).toContain('Finished');
    expect((await desk.run(['uncertain', '--rehearsal'])).err).toContain('Nobody');
  });
});

describe('campaign uncertain refuses', () => {
  it.each([
    [['--again', 'c1'], '--reason'],
    [['--rang', 'c1', '--not-rung', 'c1'], 'named twice'],
    [['--rang', 'c1'], '"c1" needs no decision'],
  ])('%j: %s', async (args, message) => {
    const desk = aDesk();
    await uncertainPeople(desk, 1);
    const { code, err } = await desk.run(['uncertain', '--rehearsal', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
