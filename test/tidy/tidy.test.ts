import { describe, expect, it } from 'vitest';
import { noDeadExports } from './exports.ts';
import { arrows, noCycles, purity, singlePlaces } from './layers.ts';
import { plainWords } from './plain-words.ts';
import { calledPorts, smallPorts } from './ports.ts';
import { codesDecide, sentencesAtTheEdge } from './reasons.ts';
import type { Rule } from './rule.ts';
import {
  fewParameters,
  foldersAreNamed,
  namedExports,
  noDeadFiles,
  roomyFolders,
  smallFiles,
  smallFunctions,
  tellingNames,
} from './shape.ts';
import { project, readProject } from './source.ts';
import { portableSql } from './sql.ts';
import { groupsAreParsed, statesMoveInOnePlace } from './states.ts';
import { vendorWords } from './vendor-words.ts';
import { allTestsRun, finished, oneClock, ownTime, quiet } from './words.ts';

/** The house rules, held against the text of the project itself. */
const RULES: readonly Rule[] = [
  arrows,
  purity,
  singlePlaces,
  noCycles,
  oneClock,
  quiet,
  ownTime,
  finished,
  plainWords,
  vendorWords,
  sentencesAtTheEdge,
  codesDecide,
  allTestsRun,
  smallFiles,
  smallFunctions,
  fewParameters,
  namedExports,
  tellingNames,
  noDeadFiles,
  roomyFolders,
  foldersAreNamed,
  smallPorts,
  calledPorts,
  portableSql,
  statesMoveInOnePlace,
  groupsAreParsed,
  noDeadExports,
];

describe('the project keeps its house rules', () => {
  const ours = readProject();

  it('reads the whole project', () => {
    const paths = ours.sources.map((source) => source.path);
    expect(paths).toEqual(expect.arrayContaining(['src/ports/clock.ts', 'test/tidy/tidy.test.ts']));
    expect(paths.length).toBeGreaterThan(20);
  });

  it.each(RULES)('$name', (rule) => {
    expect(rule.check(ours)).toEqual([]);
  });
});

describe('each house rule can be broken', () => {
  const broken = RULES.flatMap((rule) =>
    rule.breaks.map((files) => ({ rule, files, text: JSON.stringify(files).slice(0, 120) })),
  );

  it.each(broken)('$rule.name: $text', ({ rule, files }) => {
    expect(rule.check(project(files))).toHaveLength(1);
  });

  it.each(RULES)('$name: what comes close is fine', (rule) => {
    expect(rule.keeps).not.toHaveLength(0);
    for (const files of rule.keeps) expect(rule.check(project(files))).toEqual([]);
  });
});
