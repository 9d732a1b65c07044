import { nonBlank } from './fields/fields.ts';
import { listAt, problem, shown, valueAt, type CampaignProblem } from './problems/problem.ts';

/** Which structured field says that a person asked not to be called again. */

const DEFAULT_OPT_OUT_FIELD = 'asked_not_to_be_called';
/** Written instead of a name: it is known that the stored assistant has no such field. */
const NONE = 'none';

export const optOutSchema = nonBlank({
  description:
    'The structured field that is true when a person asks not to be called again. With assistant_id it must be named, or none.',
  default: DEFAULT_OPT_OUT_FIELD,
  examples: [DEFAULT_OPT_OUT_FIELD, NONE],
});

export interface OptOut {
  /** Looked for in every result, also when nobody said that it is asked for. */
  readonly field: string;
  /** `asked`: it is asked for. `none`: known not to be. `unsaid`: the stored assistant decides, and nobody said. */
  readonly how: 'asked' | 'none' | 'unsaid';
}

export function toOptOut(written: string | undefined, inline: boolean): OptOut {
  const name = written?.trim();
  if (name === NONE) return { field: DEFAULT_OPT_OUT_FIELD, how: 'none' };
  if (name !== undefined) return { field: name, how: 'asked' };
  return { field: DEFAULT_OPT_OUT_FIELD, how: inline ? 'asked' : 'unsaid' };
}

const OUTPUTS = ['assistant', 'structured_output_config'];

export function optOutChecks(root: unknown): CampaignProblem[] {
  const written = valueAt(root, ['opt_out_field']);
  if (valueAt(root, ['assistant']) === undefined) return [];
  const name = typeof written === 'string' ? written.trim() : DEFAULT_OPT_OUT_FIELD;
  if (name === NONE) {
    const message = 'is none, and an inline assistant always asks';
    return [problem(['opt_out_field'], message, 'remove it')];
  }
  return listAt(root, OUTPUTS).flatMap((field, i) => {
    const type = valueAt(field, ['type']);
    if (valueAt(field, ['name']) !== name || type === 'boolean' || typeof type !== 'string')
      return [];
    const message = `${shown(type)} cannot say whether a person asked not to be called again`;
    return [problem([...OUTPUTS, i, 'type'], message, 'write boolean, or rename the field')];
  });
}

/**
 * Why a live run may not begin: nobody would hear of a person who asks not to be called again. `stored` is the
 * `structured_output_config` of the stored assistant as the provider tells it; null when it was not fetched.
 */
export function optOutProblem(
  campaign: { readonly assistantId: string | null; readonly optOut: OptOut },
  stored: readonly { readonly name: string; readonly type: string }[] | null,
): { readonly message: string; readonly hint: string } | null {
  const { field, how } = campaign.optOut;
  if (campaign.assistantId === null || how === 'none') return null;
  if (how === 'unsaid') {
    return {
      message:
        'the campaign does not say which field of the stored assistant records that a person asked not to be called again',
      hint: `add a boolean field for it to the assistant and write its name in the campaign, as opt_out_field: ${field}; or, if people cannot opt out during the call, write opt_out_field: none`,
    };
  }
  if (stored === null) return null;
  const found = stored.find((one) => one.name === field);
  if (found?.type === 'boolean') return null;
  const what = found === undefined ? 'has no such field' : `has it as ${shown(found.type)}`;
  return {
    message: `opt_out_field is ${shown(field)}, and the stored assistant ${what}`,
    hint: `give the stored assistant a boolean field ${shown(field)}, or name the one that it has`,
  };
}
