import { isIP } from 'node:net';
import { whyNotPublic } from './address.ts';
import { fetchError } from './fetch-error.ts';

/** No page has a longer URL, and servers refuse longer ones. */
const LONGEST = 8000;

/** Above 1023, ports that browsers refuse because other protocols than HTTP listen there (the Fetch standard, "port blocking"). */
const otherProtocols: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080,
]);

const isWebPort = (port: string): boolean => {
  const number = Number(port);
  return port === '' || number === 80 || number === 443 || (number > 1023 && !otherProtocols.has(number));
};

/** A host's name as names are compared: small letters, no brackets around IPv6, no dot at the end. */
export const plainHost = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');

/** The error for a host whose address is none of the public net. */
export const refusedAddress = (url: URL | string, host: string, address: string, why: string) =>
  fetchError(
    'fetch-refused-address',
    url,
    `${host === address ? host : `${host} is at ${address}, which`} is ${why}, where reports are not looked for`,
    `if you trust it, add --allow-host ${host}`,
    { host, address, why },
  );

/**
 * Reads a URL that a request may go to: http or https, a port of the web, a host. Numbers of every spelling have become
 * addresses by then (`http://0x7f.1` → 127.0.0.1) and are refused unless public or in `allowed`. Throws a `ReadoutError`.
 */
export const checkTarget = (text: string, allowed: ReadonlySet<string>): URL => {
  if (text.length > LONGEST)
    throw fetchError('fetch-bad-url', `${text.slice(0, 80)}…`, 'it is longer than any URL of a page', 'check it');
  if (!URL.canParse(text)) throw fetchError('fetch-bad-url', text, 'it is no URL', 'check how it is spelt');
  const url = new URL(text);
  url.hash = '';
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw fetchError('fetch-bad-url', url, `${url.protocol} is not fetched`, 'name an http or https address');
  if (!isWebPort(url.port))
    throw fetchError('fetch-bad-url', url, `no web server listens at port ${url.port}`, 'check the address');
  const host = plainHost(url.hostname);
  const why = isIP(host) === 0 || allowed.has(host) ? null : whyNotPublic(host);
  if (why !== null) throw refusedAddress(url, host, host, why);
  return url;
};
