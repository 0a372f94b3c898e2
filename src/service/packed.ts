import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Readout } from '../readout/index.ts';

/** A readout as it is kept: JSON, raw deflate. */
export const pack = (readout: Readout): Uint8Array => deflateRawSync(JSON.stringify(readout), { level: 4 });

export const unpack = (body: Uint8Array): Readout => JSON.parse(inflateRawSync(body).toString('utf8'));
