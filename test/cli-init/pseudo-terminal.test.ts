import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { aDesk, PROGRAM } from '../cli/desk.ts';

/** `script` gives a process a terminal of its own, as a person has one. */
test.runIf(process.platform === 'linux')(
  'init asks and writes at a real terminal, and the answers are read there',
  async () => {
    const desk = aDesk();
    desk.write('leads.csv', 'name,phone,consent_at\nAna,+12025550123,2026-03-01\n');
    const command = `"${process.execPath}" "${PROGRAM}" init leads.csv --ledger l.db`;
    const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: desk.folder });
    const typed = ['Spring', 'You call {{name}}.', '2'];
    let screen = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      screen += text;
      const questions = screen.split(']: ').length - 1;
      while (questions > 3 - typed.length && typed.length > 0) {
        child.stdin.write(`${typed.shift() ?? ''}\n`);
      }
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, screen }).toMatchObject({ code: 0 });
    expect(desk.read('leads.yaml')).toContain('\nname: Spring\n');
    expect(desk.read('leads.yaml')).toContain('You call {{name}}.');
    expect(screen).toContain('Next: campaign run leads.csv');
  },
);
