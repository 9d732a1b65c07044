/** Where a user of this provider says how it is reached. */

export const KEY_VARIABLE = 'REVOX_API_KEY';
export const ADDRESS_VARIABLE = 'REVOX_BASE_URL';
/** The provider's own address, when the environment names no other. */
export const OWN_ADDRESS = 'https://www.getrevox.com/api';
/** In the folder of this program's settings. */
export const KEY_FILE = 'revox-key';
