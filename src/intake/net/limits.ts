/** What one request may take at most: milliseconds and bytes. */
export interface Limits {
  /** Until there is a connection, DNS and TLS included. */
  readonly connect: number;
  /** Until the headers of the answer are there. */
  readonly headers: number;
  /** Between two pieces of the body. */
  readonly idle: number;
  /** For the whole answer. */
  readonly whole: number;
  /** Bytes on the wire. */
  readonly wire: number;
  /** Bytes after decompression. */
  readonly body: number;
  readonly redirects: number;
  /** How often a request is sent in all where the failure may pass. */
  readonly attempts: number;
  /** The longest that a host may ask to wait before the next request. */
  readonly wait: number;
}

/** The limits unless the caller sets others; 50 MiB is what the standard allows a sitemap. */
export const defaultLimits: Limits = {
  connect: 10_000,
  headers: 20_000,
  idle: 20_000,
  whole: 90_000,
  wire: 52_428_800,
  body: 52_428_800,
  redirects: 10,
  attempts: 3,
  wait: 120_000,
};
