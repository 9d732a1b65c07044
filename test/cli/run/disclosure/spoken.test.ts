import { expect, it } from 'vitest';
import { aDesk } from '../../desk/desk.ts';
import { numbers } from '../../desk/people.ts';
import { atTerminal, OPEN_ALL_DAY, provide } from '../live/desk/live-desk.ts';
import { aProvider } from '../live/desk/provider.ts';

const [ADA = '', NULL = '', DASH = ''] = numbers(3);

it.each([
  ['the first time', 1],
  ['again, when the file has been read before', 2],
])(
  'a live run says before it asks what would be spoken and is hardly meant, %s',
  async (_, times) => {
    const desk = aDesk();
    provide(desk, 0, OPEN_ALL_DAY.replace('You remind', 'You remind {first_name}, that is'));
    desk.write('leads.csv', `phone,first_name\n${ADA},Ada\n${NULL},NULL\n${DASH},-\n`);
    const { url, posts } = await aProvider();
    let said = '';
    for (let go = 0; go < times; go += 1)
      said = (await atTerminal(desk, ['run', 'leads.csv', '--live'], { url, typed: [''] })).err;
    expect(said).toContain(
      'NOTE        2 rows say something like NULL in the column "first_name"; row 3: "NULL" is what programs write',
    );
    expect(said).toMatch(/NOTE {8}prompt has \{first_name\} in it.*\{\{first_name\}\}/);
    expect(posts()).toEqual([]);
  },
);
