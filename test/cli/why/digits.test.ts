import { expect, test } from 'vitest';
import { aFolder } from '../desk/folder.ts';

const { campaign } = aFolder(() => undefined);

test.each([
  ['+61851301234', 'Australia/Perth', 'first digits +6185, by the places that are named for them'],
  ['+61851481234', 'Australia/Perth', 'first digits +618514, of Roebuck and others'],
  ['+526141234567', 'America/Mexico_City', 'first digits +52614, of Chihuahua'],
  [
    '+18075971234',
    'America/Atikokan',
    'exchange 807-597, of Atikokan, ON, where another time is kept than in the rest',
  ],
])('why %s says which digits name the clock of %s', async (number, zone, digits) => {
  const { out } = await campaign('why', number);
  const clock = out.split('\n').find((line) => line.includes(`clock     ${zone}`));
  expect(clock).toContain(`from the number (${digits})`);
});
