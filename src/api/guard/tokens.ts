import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Ledger } from '../../service/index.ts';
import { type Role, roles } from './roles.ts';

/** A token as it is kept: never the token itself. It has 256 random bits, so that a plain hash of it cannot be turned back. */
export interface KeptToken {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly made: string;
}

type Stored = Omit<KeptToken, 'id'> & { readonly hash: string };

const PREFIX = 'rdo';
const form = /^rdo_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;
/** Settings of this kind are the tokens. */
export const TOKENS = 'token';

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' &&
  value !== null &&
  'hash' in value &&
  typeof value.hash === 'string' &&
  'role' in value &&
  roles.some((role) => role === value.role);

/** Makes a token and keeps its hash. The token is given this once. */
export const makeToken = async (
  ledger: Pick<Ledger, 'set'>,
  role: Role,
  name: string,
  now: Date,
): Promise<KeptToken & { readonly token: string }> => {
  const id = randomBytes(6).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const made = now.toISOString();
  await ledger.set(TOKENS, id, { name, role, made, hash: hashOf(secret) });
  return { id, name, role, made, token: `${PREFIX}_${id}_${secret}` };
};

const stored = async (ledger: Pick<Ledger, 'setting'>): Promise<ReadonlyMap<string, Stored>> => {
  const found = await ledger.setting(TOKENS);
  return new Map(found.flatMap(({ key, value }) => (isStored(value) ? [[key, value] as const] : [])));
};

/** All tokens that hold, without their hashes. */
export const listTokens = async (ledger: Pick<Ledger, 'setting'>): Promise<readonly KeptToken[]> =>
  [...(await stored(ledger))].map(([id, { name, role, made }]) => ({ id, name, role, made }));

/** Finds whose a token is; null for one that was never given out or no longer holds. */
export const findToken = async (ledger: Pick<Ledger, 'setting'>, token: string): Promise<KeptToken | null> => {
  const match = form.exec(token);
  if (match === null) return null;
  const [, id = '', secret = ''] = match;
  const found = (await stored(ledger)).get(id);
  if (found === undefined) return null;
  const isRight = timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(found.hash.padEnd(64).slice(0, 64)));
  const { name, role, made } = found;
  return isRight ? { id, name, role, made } : null;
};
