import ipaddr from 'ipaddr.js';

/** Addresses that lie in the public range and are no part of the public net: Azure answers its own machines at this one. */
const metadata: ReadonlySet<string> = new Set(['168.63.129.16']);

const names: Readonly<Record<string, string>> = {
  unspecified: 'no address of any machine',
  broadcast: 'a broadcast address',
  multicast: 'a multicast address',
  linkLocal: 'a link-local address',
  loopback: 'an address of this machine itself',
  carrierGradeNat: "an address inside a provider's network",
  private: 'an address of a private network',
  uniqueLocal: 'an address of a private network',
  deprecatedSiteLocal: 'an address of a private network',
  ipv4Mapped: 'an IPv4 address written as IPv6',
  rfc6145: 'an IPv4 address written as IPv6',
  '6to4': 'an IPv4 address written as IPv6',
  teredo: 'an IPv4 address written as IPv6',
};

const reserved = 'a reserved address';

/** The prefix 64:ff9b::/96, under which networks without IPv4 reach all of it (RFC 6052); the address inside decides. */
const translated = (address: ipaddr.IPv6): string | null => {
  if (!address.match(ipaddr.IPv6.parse('64:ff9b::'), 96)) return reserved;
  return whyNotPublic(ipaddr.fromByteArray(address.toByteArray().slice(12)).toString());
};

/** Only 2000::/3 has been given out for the public net (RFC 4291). */
const isGlobal = (address: ipaddr.IPv6): boolean => address.match(ipaddr.IPv6.parse('2000::'), 3);

/**
 * Why an address is none of the public net ("an address of this machine itself"), or null if it is one.
 * Takes the special ranges of IANA: loopback, private, link-local, shared (RFC 6598), unique-local, multicast, reserved.
 */
export const whyNotPublic = (text: string): string | null => {
  if (!ipaddr.isValid(text)) return 'no address that can be read';
  const address = ipaddr.parse(text);
  if (metadata.has(address.toString())) return 'an address at which a cloud answers its own machines';
  const range = address.range();
  if (address instanceof ipaddr.IPv6) {
    if (range === 'rfc6052') return translated(address);
    if (range === 'unicast' && !isGlobal(address)) return reserved;
  }
  return range === 'unicast' ? null : (names[range] ?? reserved);
};
