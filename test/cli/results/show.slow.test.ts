import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '../desk/desk.ts';
import { CAMPAIGN, NOW, people } from '../desk/people.ts';
import { cell, lines } from '../desk/reading-back.ts';

/** The export of one rehearsal says what the page must say as well. */
let desk: Desk;
let row: Readonly<Record<string, string>>;
beforeAll(async () => {
  desk = new Desk();
  desk.write('leads.csv', `${people(4)}not a number,Zoe,P-9\n`);
  desk.write('leads.yaml', CAMPAIGN);
  await desk.run(['run', 'leads.csv', '--now', NOW]);
  const { out } = await desk.run(['export', '--rehearsal', '-o', '-']);
  const reached = lines(out).find((line) => cell(line, 'call_state') === 'reached');
  if (reached === undefined) throw new Error('nobody was reached');
  row = reached;
});
afterAll(() => desk.clear());

const show = (who: string, ...args: string[]) => desk.run(['show', who, '--rehearsal', ...args]);

describe('campaign show', () => {
  it('I9 names person, row, zones, what permitted each order, attempts and decisions in full', async () => {
    const { code, out } = await show(cell(row, 'phone'));
    expect(code).toBe(0);
    expect(out).toContain(cell(row, 'phone'));
    expect(out).toContain(`contact     ${cell(row, 'call_contact')}`);
    expect(out).toContain('state       reached: a human was reached');
    expect(out).toContain(`external_id: ${cell(row, 'external_id')}`);
    expect(out).toContain(
      `zones       ${cell(row, 'call_time_zone').replaceAll('+', ' + ')}, by the number`,
    );
    expect(out).toMatch(/permitted by (09:30-12:00|14:00-18:30) America/);
    expect(out).toContain(cell(row, 'call_recording_url'));
    expect(out).toContain('calling → reached: a human was reached');
    expect(out).toContain('do not call not on the list');
    for (const id of cell(row, 'call_provider_ids').split(' ')) expect(out).toContain(id);
  });

  it('gives times in UTC and by the clock of the person', async () => {
    const { out } = await show(cell(row, 'phone'));
    const utc = new Date(cell(row, 'call_last_at')).toISOString();
    expect(out).toContain(`${utc} = ${cell(row, 'call_last_at_local')}`);
  });

  it('finds the same person by number, by row and by call_contact', async () => {
    const line =
      people(4)
        .split('\n')
        .findIndex((text) => text.startsWith(cell(row, 'phone'))) + 1;
    const byNumber = (await show(cell(row, 'phone'))).out;
    for (const who of [
      String(line),
      `leads.csv:${line}`,
      `line ${line}`,
      cell(row, 'call_contact'),
    ]) {
      expect((await show(who)).out).toBe(byNumber);
    }
  });

  it('gives the same as JSON', async () => {
    const { out } = await show(cell(row, 'phone'), '--json');
    const page = JSON.parse(out) as {
      contact: object;
      orders: { attempts: { outcome: string; transcript: unknown[] | null }[] }[];
      decisions: { was: string; became: string }[];
    };
    expect(page.contact).toMatchObject({ number: cell(row, 'phone'), state: 'reached' });
    expect(page.orders).toHaveLength(Number(cell(row, 'call_orders')));
    const told = page.orders.flatMap((order) => order.attempts).find((a) => a.outcome === 'human');
    expect(told?.transcript).not.toHaveLength(0);
    expect(page.decisions.at(-1)).toMatchObject({ was: 'calling', became: 'reached' });
  });
});

describe('campaign show says', () => {
  it.each([
    ['99', 'nobody in run reminders comes from row 99'],
    ['6', 'nobody in run reminders comes from row 6'],
    ['c0ffee', 'there is no contact "c0ffee"'],
    ['+12125550199', 'nobody in run reminders has the number +1•••••0199'],
    ['+1212', 'is not a row, a call_contact or a number'],
  ])('of %s: %s', async (who, message) => {
    const { code, err } = await show(who);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
