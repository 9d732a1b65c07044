const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a host, as a URL has it, is this computer itself. */
export const isThisComputer = (hostname: string): boolean => LOOPBACK.test(hostname);

/** Whether a `Host` header names this computer. Another name on a loopback port is a web page's (DNS rebinding). */
export const namesThisComputer = (header: string): boolean =>
  isThisComputer(header.replace(/:\d+$/, '').toLowerCase());
