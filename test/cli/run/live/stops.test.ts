import { expect, it } from 'vitest';
import { aDesk } from '../../desk/desk.ts';
import { expectGolden } from '../../desk/golden-file.ts';
import { atTerminal, provide, steady } from './desk/live-desk.ts';
import { aProvider, type Manner } from './desk/provider.ts';

/** What stops a live run by itself, to the letter: what was seen, and what to do about it. */

const LIVE = ['run', 'leads.csv', '--live', '--yes'];
const HOUR = 3_600_000;
const moment = (ms: number): string => new Date(Date.now() + ms).toISOString();

/** From the nth request on, the provider's clock is an hour behind. */
function clockThatIsSet(nth: number): Manner {
  let asked = 0;
  return {
    get dateOffMs() {
      asked += 1;
      return asked > nth ? -HOUR : 0;
    },
  };
}

const STOPS: readonly { name: string; people: number; manner: Manner; code: number }[] = [
  {
    name: 'never-rang',
    people: 10,
    manner: { order: () => ({ status: 'completed', call_attempts: [] }) },
    code: 3,
  },
  {
    name: 'no-balance',
    people: 2,
    manner: { post: { status: 402, body: { message: 'no balance' } } },
    code: 4,
  },
  {
    name: 'forbidden',
    people: 2,
    manner: { post: { status: 403, body: { message: 'no' } } },
    code: 4,
  },
  {
    name: 'no-such-assistant',
    people: 2,
    manner: { post: { status: 404, body: { message: 'what?' } } },
    code: 4,
  },
  {
    name: 'bad-definition',
    people: 2,
    manner: { post: { status: 422, body: { message: 'voice?' } } },
    code: 4,
  },
  {
    name: 'not-allowed',
    people: 3,
    manner: {
      order: () => ({
        status: 'errored',
        call_attempts: [
          {
            id: 'a',
            status: 'error',
            dial_error: 'no_international_permission',
            started_at: moment(0),
            ended_at: moment(0),
          },
        ],
      }),
    },
    code: 3,
  },
  { name: 'clock-set', people: 1, manner: clockThatIsSet(2), code: 3 },
];

it.each(STOPS)(
  '$name: exit $code',
  async ({ name, people, manner, code }) => {
    const desk = aDesk();
    provide(desk, people);
    const { url } = await aProvider(manner);
    const ended = await atTerminal(desk, LIVE, { url, typed: [] });
    expect(ended.code).toBe(code);
    const said = ended.err.slice(ended.err.indexOf('Keep this computer awake'));
    const times = /\d\d:\d\d their time/g;
    const talk = steady(desk, ended.out + said).replace(times, '<time> their time');
    expectGolden(`live-stop-${name}.txt`, talk);
  },
  90_000,
);
