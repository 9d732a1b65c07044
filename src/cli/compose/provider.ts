/** How a user reaches the provider, by its own names: for help, hints and paths. */

export {
  ADDRESS_VARIABLE,
  KEY_FILE,
  KEY_VARIABLE,
  OWN_ADDRESS,
} from '../../adapters/revox/access/names.ts';
export { readBaseUrl } from '../../adapters/revox/access/base-url.ts';
