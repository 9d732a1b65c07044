import { usage } from '../terminal/failure.ts';
import { commandLine } from '../terminal/next/command-line.ts';
import { countryIn, linesIn, nameIn, type Given, type Speaks } from './questions.ts';
import type { Read } from './read.ts';

/** The answers as options, for use without a terminal. */
export interface InitFlags {
  readonly name?: string;
  readonly say?: string;
  readonly assistantId?: string;
  readonly company?: string;
  readonly consentBasis?: string;
  readonly consentStatement?: string;
  readonly country?: string;
  readonly lines?: string;
}

export function givenIn(flags: InitFlags): Given {
  const { name, company, country, lines } = flags;
  return {
    name: name === undefined ? undefined : valueOf('--name', nameIn(name.trim())),
    company: company === undefined ? undefined : valueOf('--company', nameIn(company.trim())),
    speaks: speaksOf(flags),
    consent: consentOf(flags),
    country: country === undefined ? undefined : valueOf('--country', countryIn(country.trim())),
    lines: lines === undefined ? undefined : valueOf('--lines', linesIn(lines.trim())),
  };
}

/** Nobody is there to be asked, and no default is true: the company, which an assistant that is stored has said. */
export function needFlags({ company, speaks }: Given, contacts: string): void {
  if (company !== undefined || (speaks !== undefined && 'assistantId' in speaks)) return;
  throw usage(
    '--company is missing: the call says at its beginning for whom it is made',
    `${commandLine('init', contacts)} --yes --company "…", or --assistant-id with the id of a stored assistant`,
  );
}

function valueOf<T>(flag: string, read: Read<T>): T {
  if ('value' in read) return read.value;
  throw usage(`${flag} cannot be taken`, read.fault);
}

function speaksOf({ say, assistantId }: InitFlags): Speaks | undefined {
  if (say !== undefined && assistantId !== undefined)
    throw usage('--say and --assistant-id exclude each other', 'give one of them');
  if (assistantId !== undefined)
    return { assistantId: valueOf('--assistant-id', nameIn(assistantId)) };
  return say === undefined ? undefined : { prompt: valueOf('--say', nameIn(say.trim())) };
}

function consentOf({
  consentBasis: basis,
  consentStatement: statement,
}: InitFlags): Given['consent'] {
  if (basis === undefined && statement === undefined) return undefined;
  if (
    basis !== undefined &&
    statement !== undefined &&
    basis.trim() !== '' &&
    statement.trim() !== ''
  )
    return { basis, statement };
  throw usage(
    'a consent has a basis and a statement',
    'give both: --consent-basis "existing customers" --consent-statement "They agreed in the order form …"',
  );
}
