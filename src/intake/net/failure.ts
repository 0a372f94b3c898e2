import { ReadoutError } from '../error.ts';
import { fetchError } from './fetch-error.ts';
import { refusedAddress } from './target.ts';

/** Why a request came to nothing, and whether it may come to something if it is sent again. */
export interface Failure {
  readonly error: ReadoutError;
  readonly mayPass: boolean;
}

interface Reason {
  readonly code: string;
  readonly what: string;
  readonly advice: string;
  readonly mayPass: boolean;
}

const later = 'try again later';
const network = (what: string, advice: string, mayPass = true): Reason => ({
  code: 'fetch-network',
  what,
  advice,
  mayPass,
});
const timeout = (what: string): Reason => ({
  code: 'fetch-timeout',
  what,
  advice: `${later}, or save the page with a browser`,
  mayPass: true,
});

const reasons: Readonly<Record<string, Reason>> = {
  UND_ERR_CONNECT_TIMEOUT: timeout('no connection came about in time'),
  ETIMEDOUT: timeout('no connection came about in time'),
  UND_ERR_HEADERS_TIMEOUT: timeout('the server did not answer in time'),
  UND_ERR_BODY_TIMEOUT: timeout('the server stopped sending in the middle'),
  TimeoutError: timeout('the answer took too long as a whole'),
  ENOTFOUND: network('there is no host of this name', 'check how it is spelt, and whether you are online', false),
  EAI_AGAIN: network('the name of its host could not be looked up', 'check whether you are online'),
  ECONNREFUSED: network('the host lets nobody connect', `check the address, or ${later}`),
  ECONNRESET: network('the server broke the connection off', later),
  EPIPE: network('the server broke the connection off', later),
  UND_ERR_SOCKET: network('the server broke the connection off', later),
  EHOSTUNREACH: network('there is no way to its host', 'check whether you are online'),
  ENETUNREACH: network('there is no way to its host', 'check whether you are online'),
  UND_ERR_HEADERS_OVERFLOW: network(
    'the headers of the answer are longer than any page needs',
    'save the page with a browser',
    false,
  ),
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: network('the answer is not as long as the server said', later),
};

const isCertificate = (code: string): boolean =>
  /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|ERR_TLS|ERR_SSL|EPROTO/.test(code);

const reasonOf = (code: string): Reason => {
  const known = reasons[code];
  if (known !== undefined) return known;
  if (isCertificate(code))
    return network(
      `its certificate or encryption cannot be trusted (${code})`,
      'check the address; the site has to mend it',
      false,
    );
  if (code.startsWith('HPE_'))
    return network(`the server's answer is no valid HTTP (${code})`, 'save the page with a browser');
  return network(`the connection failed (${code === '' ? 'unknown reason' : code})`, later);
};

const innerOf = (error: unknown): unknown =>
  error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  if (error.name === 'TimeoutError') return error.name;
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
};

/** What an error of the connection means for the request to `url`. */
export const failureOf = (url: URL, thrown: unknown): Failure => {
  const error = innerOf(thrown);
  if (error instanceof ReadoutError) {
    const { host, address, why } = error.data;
    return error.code === 'fetch-refused-address'
      ? { error: refusedAddress(url, String(host), String(address), String(why)), mayPass: false }
      : { error, mayPass: false };
  }
  const reason = codeOf(error);
  const { code, what, advice, mayPass } = reasonOf(reason);
  return { error: fetchError(code, url, what, advice, { reason }, { cause: error }), mayPass };
};
