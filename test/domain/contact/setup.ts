import type { ColumnChoices } from '../../../src/domain/campaign/schema/columns.ts';
import {
  mapColumns,
  type ColumnMap,
  type ColumnsRead,
} from '../../../src/domain/contact/columns/columns.ts';

const NO_CHOICES: ColumnChoices = {
  phone: [],
  name: null,
  timezone: null,
  country: null,
  state: null,
  postalCode: null,
  scheduledAt: null,
  priority: null,
  externalId: null,
  consentAt: null,
  consentSource: null,
  audience: null,
  doNotCall: [],
  consent: [],
  metadata: [],
  variables: {},
  ignore: [],
};

export interface Wish extends Partial<ColumnChoices> {
  readonly prompt?: string;
  readonly keyColumn?: string;
  readonly withNumbers?: readonly number[];
}

/** Maps headers under a campaign that says nothing but what is given here. */
export function mapped(headers: readonly string[], wish: Wish = {}): ColumnsRead {
  const { prompt, keyColumn, withNumbers, ...choices } = wish;
  return mapColumns(headers, {
    columns: { ...NO_CHOICES, ...choices },
    assistant: prompt === undefined ? null : { prompt },
    concurrency: { keyColumn: keyColumn ?? null },
    withNumbers,
  });
}

export function columnsOf(headers: readonly string[], wish: Wish = {}): ColumnMap {
  const read = mapped(headers, wish);
  if (!read.ok) throw new Error(read.problems.map((one) => one.message).join('\n'));
  return read.columns;
}
