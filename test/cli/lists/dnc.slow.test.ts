import { textOf } from '../../../src/domain/run/text/reason-text.ts';
import { describe, expect, it } from 'vitest';
import { aDesk } from '../desk/desk.ts';
import { CAMPAIGN, NOW, people } from '../desk/people.ts';
import { cell, lines, sandboxOrders } from '../desk/reading-back.ts';

describe('campaign dnc', () => {
  it('adds, lists and removes, in the live ledger unless the rehearsal is named', async () => {
    const desk = aDesk();
    const added = await desk.run([
      'dnc',
      'add',
      '+12125550101',
      '(312) 555-0102',
      '--country',
      'us',
    ]);
    expect(added).toMatchObject({ code: 0, out: '' });
    expect(added.err).toContain(`live ledger ${desk.ledger}`);
    expect(added.err).toContain('2 added');
    const list = await desk.run(['dnc', 'list', '--json']);
    const numbers = list.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { number: string });
    expect(numbers.map((one) => one.number)).toEqual(['+12125550101', '+13125550102']);
    expect((await desk.run(['dnc', 'list', '--rehearsal'])).out).toBe('');
    expect((await desk.run(['dnc', 'remove', '+12125550101'])).err).toContain('1 removed');
    expect((await desk.run(['dnc', 'list'])).out).toMatch(/^\+13125550102 {2}\d{4}-/);
  });

  it('changes nothing when one of several numbers is wrong', async () => {
    const desk = aDesk();
    const { code, err } = await desk.run(['dnc', 'add', '+12125550101', '555 0102']);
    expect(code).toBe(2);
    expect(err).toContain('"555 0102"');
    expect((await desk.run(['dnc', 'list'])).out).toBe('');
  });

  it('I9 a number that is not on the list is named by its mask', async () => {
    const desk = aDesk();
    const { code, err } = await desk.run(['dnc', 'remove', '+12125550101']);
    expect(code).toBe(2);
    expect(err).toContain('not on the list: +1•••••0101');
    expect(err).not.toContain('2125550101');
  });
});

describe('campaign dnc import', () => {
  it.each([
    ['one number a line', '+12125550101\n+12125550102\n'],
    ['a CSV with a header', 'name;Phone\nAda;+12125550101\nBo;+12125550102\n'],
    ['a CSV without one', 'Ada,+12125550101\nBo,+12125550102\n'],
    ['one column with another name', 'opted out\n+12125550101\n+12125550102\n'],
    ['a single line beside one that is there', '+12125550101\n\n+12125550102\n+12125550101\n'],
  ])('reads %s', async (_, text) => {
    const desk = aDesk();
    desk.write('list.csv', text);
    expect(await desk.run(['dnc', 'import', 'list.csv'])).toMatchObject({ code: 0 });
    const list = (await desk.run(['dnc', 'list'])).out;
    expect(
      list
        .trim()
        .split('\n')
        .map((line) => line.slice(0, 12)),
    ).toEqual(['+12125550101', '+12125550102']);
    expect(list).toContain('list.csv');
  });

  it('takes the rows that can be read, names the others and ends with 2', async () => {
    const desk = aDesk();
    desk.write('list.txt', '+12125550101\nnobody\n+1212555\n');
    const { code, err } = await desk.run(['dnc', 'import', 'list.txt']);
    expect(code).toBe(2);
    expect(err).toContain('row 2 "nobody"');
    expect(err).toContain('1 row is not one whole number');
    expect(err).toContain('--ignore-lines 2');
    const list = await desk.run(['dnc', 'list']);
    expect(list.err).toContain('1 on the do-not-call list');
    expect(list.out).toContain('…1212555');
  });

  it('asks which column is the number rather than guessing', async () => {
    const desk = aDesk();
    desk.write('list.csv', 'who,when\nAda,today\n');
    const { code, err } = await desk.run(['dnc', 'import', 'list.csv']);
    expect(code).toBe(2);
    expect(err).toContain('"who", "when"');
  });
});

describe('a rehearsal', () => {
  it('calls nobody on its list, and the export says why', async () => {
    const desk = aDesk();
    desk.write('leads.csv', people(6));
    desk.write('leads.yaml', CAMPAIGN);
    await desk.run(['dnc', 'add', '--rehearsal', '+13055550100', '+14045550100']);
    expect((await desk.run(['run', 'leads.csv', '--now', NOW])).code).toBe(0);
    const called = sandboxOrders(desk.sandbox).map((order) => order.number);
    expect(called).toContain('+12125550100');
    expect(called).not.toContain('+13055550100');
    expect(called).not.toContain('+14045550100');
    const { out } = await desk.run(['export', '--rehearsal', '-o', '-']);
    const barred = lines(out).filter((line) => cell(line, 'call_state') === 'skipped');
    expect(barred.map((line) => cell(line, 'call_reason'))).toEqual(
      Array(2).fill(textOf({ code: 'on_do_not_call' })),
    );
  });

  it('keeps its list when the next rehearsal begins anew', async () => {
    const desk = aDesk();
    desk.write('leads.csv', people(2));
    desk.write('leads.yaml', CAMPAIGN);
    await desk.run(['run', 'leads.csv', '--now', NOW]);
    await desk.run(['dnc', 'add', '--rehearsal', '+12125550100', '--reason', 'asked']);
    await desk.run(['run', 'leads.csv', '--now', NOW]);
    const list = (await desk.run(['dnc', 'list', '--rehearsal'])).out;
    expect(list).toMatch(/^\+12125550100 .* campaign dnc add {2}asked\n$/);
    expect(sandboxOrders(desk.sandbox).map((order) => order.number)).not.toContain('+12125550100');
  });
});
