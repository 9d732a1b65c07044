import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { aDesk, PROGRAM } from '../../desk/desk.ts';
import { CANARY, provide } from './desk/live-desk.ts';
import { aProvider } from './desk/provider.ts';

it('a live run whose reader has left goes on to its end, and says so once', async () => {
  const desk = aDesk();
  provide(desk, 6);
  const { url, posts } = await aProvider();
  const child = spawn(
    process.execPath,
    [PROGRAM, 'run', 'leads.csv', '--live', '--yes', '--json'],
    {
      cwd: desk.folder,
      env: {
        PATH: process.env['PATH'],
        HOME: desk.home,
        CAMPAIGN_LEDGER: desk.ledger,
        REVOX_API_KEY: CANARY,
        REVOX_BASE_URL: url,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code, err).toBe(0);
  expect(posts()).toHaveLength(6);
  expect(err.match(/Nobody reads the output any more/g)).toHaveLength(1);
});
