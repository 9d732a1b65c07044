import { isThisComputer } from '../../../domain/text/this-computer.ts';

/** Where the voice API is. The key goes nowhere else, and never over an open line. */
interface BaseUrl {
  readonly origin: string;
  /** Path before the API's own paths, without a slash at its end. */
  readonly prefix: string;
  /** This computer itself: no phone rings there. */
  readonly loopback: boolean;
}

/**
 * The address taken apart, or what is wrong with it and how to fix it. Nothing of it is repeated: the key may stand in
 * it, before the @, after the ? or in place of the address.
 */
export function readBaseUrl(text: string): BaseUrl | { problem: string } {
  const url = parseUrl(text);
  if (url === null) {
    return { problem: 'it is not a web address; write it like https://host.example/api' };
  }
  if (url.username !== '' || url.password !== '') {
    return {
      problem: 'the API address holds a user name or password; leave it out, the key is sent',
    };
  }
  if (url.search !== '' || url.hash !== '') {
    return { problem: 'the API address has a ? or # part; leave it out' };
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisComputer(url.hostname))) {
    return { problem: 'the API address would send the key unencrypted; write it with https://' };
  }
  const loopback = isThisComputer(url.hostname);
  return { origin: url.origin, prefix: url.pathname.replace(/\/+$/, ''), loopback };
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
