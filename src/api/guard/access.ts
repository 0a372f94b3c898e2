import type { Ledger } from '../../service/index.ts';
import { Problem } from '../problem.ts';
import type { Caller } from './roles.ts';
import { findToken, type KeptToken } from './tokens.ts';

/** How long a token that was found is taken for good without asking again, in milliseconds: it may have been taken back. */
const TRUSTED = 2000;
/** Tokens that are remembered at most. */
const REMEMBERED = 1000;

const unknown = (): Problem =>
  new Problem(
    401,
    'bad-token',
    'This token is not known here, or no longer holds. Ask whoever runs this server for one.',
    null,
    { 'www-authenticate': 'Bearer error="invalid_token"' },
  );

const missing = (): Problem =>
  new Problem(401, 'no-token', 'Send a token: Authorization: Bearer rdo_…', null, { 'www-authenticate': 'Bearer' });

/** The token in a header: `Bearer TOKEN`, or the password of `Basic`, for programs that know nothing else (readers of feeds). */
const tokenIn = (authorization: string): string | null => {
  const [, bearer] = /^Bearer ([\w-]{1,200})$/i.exec(authorization) ?? [];
  if (bearer !== undefined) return bearer;
  const [, basic = ''] = /^Basic ([\w+/=]{1,600})$/i.exec(authorization) ?? [];
  const [, password] = /^[^:]*:([\w-]{1,200})$/.exec(Buffer.from(basic, 'base64').toString('utf8')) ?? [];
  return password ?? null;
};

/** Says who makes a request, from its `Authorization` header. */
export class Access {
  readonly #ledger: Pick<Ledger, 'setting'>;
  readonly #isOpen: boolean;
  readonly #now: () => number;
  readonly #seen = new Map<string, { readonly token: KeptToken; readonly at: number }>();

  /** `isOpen`: whoever reaches the server may do all, as on an address of this machine only. */
  constructor(ledger: Pick<Ledger, 'setting'>, isOpen: boolean, now: () => number) {
    this.#ledger = ledger;
    this.#isOpen = isOpen;
    this.#now = now;
  }

  /** Forgets what it knows of tokens: one was taken back. */
  forget(): void {
    this.#seen.clear();
  }

  /** The caller; throws 401 where a token is needed and none, or none that holds, was sent. */
  async callerOf(authorization: string | undefined, address: string): Promise<Caller> {
    if (authorization === undefined) {
      if (this.#isOpen) return { name: 'local', role: 'admin', key: `address ${address}`, isLocal: true };
      throw missing();
    }
    const text = tokenIn(authorization);
    if (text === null) throw missing();
    const { id, name, role } = await this.#find(text);
    return { name, role, key: `token ${id}`, isLocal: false };
  }

  async #find(text: string): Promise<KeptToken> {
    const seen = this.#seen.get(text);
    if (seen !== undefined && this.#now() - seen.at < TRUSTED) return seen.token;
    const token = await findToken(this.#ledger, text);
    if (token === null) throw unknown();
    if (this.#seen.size >= REMEMBERED) this.#seen.clear();
    this.#seen.set(text, { token, at: this.#now() });
    return token;
  }
}
