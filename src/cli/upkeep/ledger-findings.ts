import { LEAST_FREE_BYTES, type LedgerHealth, type LedgerPlace } from '../compose/compose.ts';
import { attention, broken, fine, note, type Finding } from '../input/finding.ts';
import { aboutRun, type Given } from '../terminal/next/given.ts';
import { shellWord } from '../terminal/next/command-line.ts';
import { counted, number } from '../terminal/words.ts';

const MIB = 1_048_576;
/** A log this long means that something reads without end and keeps it from being folded in. */
const LONG_LOG_BYTES = 256 * MIB;

const bytes = (value: number): string =>
  value < MIB ? `${number(Math.ceil(value / 1024))} KiB` : `${number(value / MIB)} MiB`;

/** `named`: the ledger, as the operator named it. */
export function healthFindings(
  area: string,
  health: LedgerHealth,
  named: Pick<Given, 'mode' | 'ledger'>,
): Finding[] {
  if (health.damage.length > 0) {
    const text = `${health.path} is damaged: ${health.damage.join('; ')}`;
    const fix =
      'call nobody with it; go back to a copy made by campaign backup, or recover it with sqlite3 .recover';
    return [broken(area, text, fix)];
  }
  return [
    fine(area, `${health.path}, ${bytes(health.bytes)}: quick_check finds no damage`),
    fine(area, `SQLite ${health.sqlite}, ${pragmaText(health.pragmas)}`),
    ...versionFindings(area, health),
    ...logFindings(area, health),
    ...danglingFindings(area, health),
    ...(health.runs ?? []).flatMap((run) =>
      runFindings(area, run, { ...named, run: run.run, tzdata: undefined }),
    ),
  ];
}

const pragmaText = (pragmas: LedgerHealth['pragmas']): string =>
  Object.entries(pragmas)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

function versionFindings(area: string, { version, newest }: LedgerHealth): Finding[] {
  if (version === newest) return [];
  if (version > newest) {
    const text = `its version is ${version}; this program knows up to ${newest}`;
    return [broken(area, text, 'update this program, or name another ledger with --ledger')];
  }
  const later = 'the next command that writes brings it up to date; its counts are checked then';
  return [note(area, `its version is ${version} of ${newest}: ${later}`)];
}

function logFindings(area: string, { logBytes }: LedgerHealth): Finding[] {
  if (logBytes < LONG_LOG_BYTES) return [];
  const text = `its log has grown to ${bytes(logBytes)}`;
  return [attention(area, text, 'end commands that read it for hours; the next run folds it in')];
}

function danglingFindings(area: string, { dangling }: LedgerHealth): Finding[] {
  if (dangling === 0) return [];
  const text = `${counted(dangling, 'row')} name another row that is not there`;
  return [broken(area, text, 'go back to a copy made by campaign backup')];
}

type Run = NonNullable<LedgerHealth['runs']>[number];

function runFindings(area: string, run: Run, given: Given): Finding[] {
  const of = `run ${run.run}`;
  const { rows, people, invalid, duplicates, contacts } = run;
  const states = Object.entries(run.states).map(([state, n]) => `${state} ${number(n)}`);
  const sum = `${counted(rows, 'row')} = ${number(people)} people + ${number(invalid)} invalid + ${number(duplicates)} duplicates`;
  const left = contacts - people;
  const gone = left === 0 ? '' : `, and ${number(left)} no longer in a file`;
  const counts = `${of}: ${sum}${gone}; ${states.join(' + ') || 'nobody'} = ${number(contacts)}`;
  return [
    fine(area, counts),
    ...run.oddities.map(({ what, count }) =>
      attention(
        area,
        `${of}: ${number(count)} ${what}`,
        'this is a bug in campaign: keep the ledger, and do not go on with this run before it is understood',
      ),
    ),
    ...openFindings(area, run, given),
  ];
}

/** Every unfinished order is explained: somebody works on it, or the next session takes it up. */
function openFindings(area: string, run: Run, given: Given): Finding[] {
  const { uncertain = 0, placing = 0, calling = 0 } = run.unfinished;
  const of = `run ${run.run}`;
  const findings: Finding[] = [];
  if (run.locked) findings.push(note(area, `${of}: a session is working on it now`));
  if (placing + calling > 0) {
    const left = `${of}: ${counted(placing + calling, 'order')} not ended`;
    const how = run.lastSession?.how;
    const ended = how == null ? 'without a word' : `with: ${how}`;
    findings.push(
      run.locked
        ? note(area, `${left}; the session follows them`)
        : attention(
            area,
            `${left}; session ${run.lastSession?.epoch ?? 0} ended ${ended}`,
            'go on with the run: it looks them up first',
          ),
    );
  }
  if (uncertain > 0) {
    const text = `${of}: ${counted(uncertain, 'person', 'people')} of whom it is not known whether the phone rang`;
    findings.push(attention(area, text, `decide about them: ${aboutRun('uncertain', given)}`));
  }
  return findings;
}

export function placeFindings(area: string, place: LedgerPlace): Finding[] {
  const { folder, freeBytes, network, userspace, cloud, writable, open } = place;
  const elsewhere = 'move it to a local disk, and name it with --ledger or CAMPAIGN_LEDGER';
  const found: Finding[] = [];
  if (network !== null) {
    const text = `${folder} is on ${network}: locks do not hold there, and two computers may call the same person`;
    found.push(attention(area, text, elsewhere));
  }
  if (cloud !== null) {
    const text = `${folder} is in a folder that is synchronised (${cloud}): a database is torn by that`;
    found.push(attention(area, text, elsewhere));
  }
  if (userspace)
    found.push(note(area, `${folder} is on a FUSE file system: see that it keeps locks`));
  if (!writable) {
    const text = `${folder} or the ledger in it cannot be written`;
    found.push(attention(area, text, 'give yourself the right to write, or name another ledger'));
  }
  if (freeBytes !== null && freeBytes < LEAST_FREE_BYTES) {
    const text = `only ${bytes(freeBytes)} are free in ${folder}`;
    found.push(attention(area, text, 'make room: without it results cannot be kept'));
  }
  for (const { file, mode } of open) {
    const text = `${file} has mode ${mode}: others on this computer may read people’s numbers`;
    found.push(attention(area, text, `chmod 600 ${shellWord(file)}`));
  }
  const free = freeBytes === null ? 'free space is not known' : `${bytes(freeBytes)} free`;
  return found.length > 0 ? found : [fine(area, `${folder}: local, yours alone, ${free}`)];
}
