import { expect, it } from 'vitest';
import { aDesk, type Desk } from '../desk/desk.ts';
import { CAMPAIGN, NOW, people } from '../desk/people.ts';
import { jsonLines } from '../desk/running.ts';

/** stdout is data, stderr is talk. */

const RUN = ['run', 'leads.csv', '--now', NOW];

function aPreparedDesk(): Desk {
  const desk = aDesk();
  desk.write('leads.csv', people(4));
  desk.write('leads.yaml', CAMPAIGN);
  return desk;
}

it('a run prints its summary on stdout, and on stderr that it is a rehearsal, first and last', async () => {
  const { code, out, err } = await aPreparedDesk().run(RUN);
  expect(code).toBe(0);
  expect(out).toMatch(/^finished after [^\n]+\n {2}people {4}[^\n]+\n {2}calls [^\n]+\n/);
  expect(out).not.toMatch(/REHEARSAL|Next:/);
  const talk = err.trimEnd().split('\n');
  expect(talk[0]).toBe('REHEARSAL  no phone rings; these people are invented.');
  expect(talk.at(-1)).toMatch(/^REHEARSAL {2}no phone rang\. Next: campaign export --rehearsal/);
  expect(err).not.toMatch(/finished after/);
});

it('a run with --json prints JSON lines on stdout and says nothing', async () => {
  const desk = aPreparedDesk();
  const { code, out, err } = await desk.run([...RUN, '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const events = jsonLines(out);
  expect(out.endsWith('\n')).toBe(true);
  expect(events[0]).toMatchObject({ event: 'run_started', schema_version: 1, mode: 'rehearsal' });
  expect(events.at(-1)).toMatchObject({ event: 'summary', exit_code: 0 });
  const kinds = new Set(events.map((event) => event.event));
  expect([...kinds].sort()).toEqual([
    'file_read',
    'order_placed',
    'order_ringing',
    'order_settled',
    'run_started',
    'summary',
    'waiting',
  ]);
});

it('I9 no number of a person is in the talk or in the events, and only the ledger is written', async () => {
  const desk = aPreparedDesk();
  const before = new Set(desk.everything());
  const talk = await desk.run(RUN);
  const events = await desk.run([...RUN, '--json', '--seed', '2']);
  const status = await desk.run(['status', '--rehearsal']);
  for (const { code, out, err } of [talk, events, status]) {
    expect(code).toBe(0);
    expect(out + err).not.toMatch(/555-?0\d{3}|5550\d{3}/);
  }
  const written = desk.everything().filter((path) => !before.has(path));
  expect(written.length).toBeGreaterThan(0);
  expect(written.filter((path) => !/^ledger[/\\]ledger\.rehearsal/.test(path))).toEqual([]);
});

it('a command that looks says on stderr at which ledger, and resume that all is done', async () => {
  const desk = aPreparedDesk();
  expect((await desk.run(RUN)).code).toBe(0);
  const status = await desk.run(['status', '--rehearsal', '--json']);
  expect(status.err).toContain(`rehearsal ledger ${desk.rehearsal}\n`);
  expect(jsonLines(status.out)).toHaveLength(1);
  const { code, out, err } = await desk.run(['resume', '--rehearsal']);
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toMatch(/is finished: there is nobody left to call\.\nNext: campaign export/);
});

it('without a command the help is printed as talk, line by line', async () => {
  const { code, out, err } = await aPreparedDesk().run([]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.split('\n')[0]).toBe('Usage: campaign [options] [command]');
  expect(err.split('\n').length).toBeGreaterThan(20);
});
