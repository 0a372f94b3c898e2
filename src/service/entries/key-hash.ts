import type { NodeKind } from '../../ledger/index.ts';

/**
 * A key of nodes of a kind as a number of 53 bits, which indexes keep in less room than words: two runs of a multiplicative hash
 * (FNV-1a with other multipliers), finished as MurmurHash 3 does.
 */
export const keyHash = (kind: NodeKind, key: string): number => {
  const text = `${kind} ${key}`;
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return 0x100000000 * (0x1fffff & low) + (high >>> 0);
};
