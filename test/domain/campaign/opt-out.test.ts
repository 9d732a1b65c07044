import { describe, expect, test } from 'vitest';
import { optOutProblem } from '../../../src/domain/campaign/campaign.ts';
import { campaignOf, problemsOf } from './a-campaign.ts';

const STORED = { assistant: undefined, assistant_id: 'a' };
const field = (name: string, type: string) => ({ name, type, required: true });

describe('opt_out_field', () => {
  test('is asked_not_to_be_called for an inline assistant, and unsaid for a stored one', () => {
    expect(campaignOf().optOut).toEqual({ field: 'asked_not_to_be_called', how: 'asked' });
    expect(campaignOf(STORED).optOut).toEqual({ field: 'asked_not_to_be_called', how: 'unsaid' });
  });

  test('names the field of either, and none says that a stored assistant has none', () => {
    const named = { field: 'leave_me', how: 'asked' };
    expect(campaignOf({ opt_out_field: ' leave_me ' }).optOut).toEqual(named);
    expect(campaignOf({ ...STORED, opt_out_field: 'leave_me' }).optOut).toEqual(named);
    expect(campaignOf({ ...STORED, opt_out_field: 'none' }).optOut.how).toBe('none');
  });

  test('an inline assistant always asks', () => {
    expect(problemsOf({ opt_out_field: 'none' })).toEqual([
      'opt_out_field: is none, and an inline assistant always asks -> remove it',
    ]);
  });

  test.each([
    [{}, 'asked_not_to_be_called'],
    [{ opt_out_field: 'leave_me' }, 'leave_me'],
  ])('a declared field of that name says yes or no: %j', (more, name) => {
    const declare = (type: string) => ({
      ...more,
      'assistant.structured_output_config': [field(name, type)],
    });
    expect(problemsOf(declare('boolean'))).toEqual([]);
    expect(problemsOf(declare('string'))).toEqual([
      'assistant.structured_output_config[0].type: "string" cannot say whether a person asked not to be called again -> write boolean, or rename the field',
    ]);
  });
});

describe('before a live run', () => {
  test('an inline assistant needs nothing, nor does a stored one that is known not to ask', () => {
    expect(optOutProblem(campaignOf(), null)).toBeNull();
    expect(optOutProblem(campaignOf({ ...STORED, opt_out_field: 'none' }), [])).toBeNull();
  });

  test('a stored assistant of which nothing is said is refused', () => {
    expect(optOutProblem(campaignOf(STORED), null)).toEqual({
      message:
        'the campaign does not say which field of the stored assistant records that a person asked not to be called again',
      hint: 'add a boolean field for it to the assistant and write its name in the campaign, as opt_out_field: asked_not_to_be_called; or, if people cannot opt out during the call, write opt_out_field: none',
    });
  });

  test('the field that is named must be there, and be a boolean', () => {
    const campaign = campaignOf({ ...STORED, opt_out_field: 'leave_me' });
    expect(optOutProblem(campaign, null)).toBeNull();
    expect(optOutProblem(campaign, [field('leave_me', 'boolean')])).toBeNull();
    expect(optOutProblem(campaign, [field('leave', 'boolean')])?.message).toBe(
      'opt_out_field is "leave_me", and the stored assistant has no such field',
    );
    expect(optOutProblem(campaign, [field('leave_me', 'string')])?.message).toBe(
      'opt_out_field is "leave_me", and the stored assistant has it as "string"',
    );
  });
});
