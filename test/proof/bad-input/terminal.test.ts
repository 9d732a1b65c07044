import { expect, it } from 'vitest';
import { aDesk } from '../../cli/desk/desk.ts';
import { atTerminal } from '../../cli/run/live/desk/live-desk.ts';
import { UNPRINTABLE } from './trial/unprintable.ts';

const HOSTILE = [
  '\u001b[2J',
  '\u001b]0;title\u0007',
  '\u202e321',
  '\u2066x',
  '\u009b31m',
  '\u0008\u0008',
];

it.each(HOSTILE)(
  'what stands in cells does not reach the terminal that shows them: %j',
  async (text) => {
    const desk = aDesk();
    desk.write('leads.yaml', 'name: A\nassistant: { prompt: Hello. }\ndefault_country: US\n');
    const row = `"202 555 0143${text}","${text}","${text}"`;
    desk.write('leads.csv', `phone,state,country\n${row}\n"202 555 0144${text}x","x${text}",US\n`);
    const on = { url: 'http://127.0.0.1:9/api', typed: [] };
    const checked = await atTerminal(desk, ['check', 'leads.csv', '--all'], on);
    expect(checked.out).toContain('row 3');
    desk.write(
      'header.csv',
      `phone,state,country,"x${text}"\n202 555 0143,"x${text}",US,"x${text}"\n`,
    );
    const header = await atTerminal(desk, ['check', 'header.csv', '-c', 'leads.yaml'], on);
    expect(header.out).toContain('row 2');
    const why = await atTerminal(desk, ['why', '+12025550143', '--state', `x${text}`], on);
    expect(why.out).toContain('called');
    expect(UNPRINTABLE.exec(checked.out + header.out + why.out)).toBeNull();
  },
);
