import { ADDRESS_VARIABLE, KEY_VARIABLE } from '../access/names.ts';

/** What a person can do when the provider refuses every order. `status` is null where no answer came. */
export function adviceOn(status: number | null): string {
  if (status === null)
    return `its certificate or encryption is not what it should be: check ${ADDRESS_VARIABLE}`;
  if (status >= 300 && status < 400) return `it names another address: check ${ADDRESS_VARIABLE}`;
  switch (status) {
    case 401:
      return `check ${KEY_VARIABLE}`;
    case 402:
      return 'the account lacks balance or plan: fix that with the provider';
    case 403:
      return 'the key or the account may not place calls: ask the provider';
    case 404:
    case 405:
    case 410:
      return `the provider knows no such address or assistant: check ${ADDRESS_VARIABLE}, and assistant_id if the campaign has one`;
    case 400:
    case 413:
    case 415:
    case 422:
      return 'the provider does not accept a setting of the campaign file: fix it there';
    default:
      return 'ask the provider';
  }
}
