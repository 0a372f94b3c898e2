import { describe, expect, test } from 'vitest';
import { whyNotPublic } from '../../src/intake/net/address.ts';
import { checkTarget } from '../../src/intake/net/target.ts';

describe('addresses', () => {
  test.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:93.184.215.14',
    '::ffff:0:127.0.0.1',
    '64:ff9b::127.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    '4000::1',
    '5f00::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    'nonsense',
    '',
  ])('%s is none of the public net', (address) => {
    expect(whyNotPublic(address)).toMatch(/^(?:an? |no )/);
  });

  test.each([
    '1.1.1.1',
    '93.184.215.14',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.167.0.1',
    '223.255.255.1',
    '2606:4700::1',
    '2a00:1450:4001::1',
    '64:ff9b::93.184.215.14',
  ])('%s is public', (address) => {
    expect(whyNotPublic(address)).toBeNull();
  });
});

const none: ReadonlySet<string> = new Set();

describe('URLs', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://127.0.0.1./',
    'http://１２７.0.0.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://user:secret@10.0.0.1/',
    'https://192.168.0.1:8443/',
  ])('%s is refused for its address, however it is spelt', (url) => {
    expect(() => checkTarget(url, none)).toThrow(
      expect.objectContaining({
        code: 'fetch-refused-address',
        message: expect.stringMatching(/was not fetched: .*; if you trust it, add --allow-host /),
      }),
    );
  });

  test.each([
    ['ftp://paper.example/', 'ftp: is not fetched'],
    ['file:///etc/passwd', 'file: is not fetched'],
    ['javascript:alert(1)', 'is not fetched'],
    ['http://', 'it is no URL'],
    ['http://a b/', 'it is no URL'],
    ['http://300.300.300.300/', 'it is no URL'],
    ['http://paper.example:22/', 'no web server listens at port 22'],
    ['http://paper.example:6667/', 'no web server listens at port 6667'],
    [`http://paper.example/${'x'.repeat(9000)}`, 'longer than any URL'],
  ])('%s is refused as a URL', (url, why) => {
    expect(() => checkTarget(url, none)).toThrow(
      expect.objectContaining({ code: 'fetch-bad-url', message: expect.stringContaining(why) }),
    );
  });

  test.each([
    'http://paper.example/',
    'https://paper.example:8443/a?b',
    'http://paper.example:8080/',
    'http://1.1.1.1/',
    'http://[2606:4700::1]/',
  ])('%s may be asked', (url) => {
    expect(checkTarget(url, none).href).toBe(url);
  });

  test('an allowed host is allowed by its plain name and no other', () => {
    const allowed = new Set(['127.0.0.1', '::1']);
    expect(checkTarget('http://0x7f.1/', allowed).hostname).toBe('127.0.0.1');
    expect(checkTarget('http://[::1]/', allowed).hostname).toBe('[::1]');
    expect(() => checkTarget('http://127.0.0.2/', allowed)).toThrow('add --allow-host 127.0.0.2');
  });

  test('a password is never shown', () => {
    expect(() => checkTarget('http://user:secret@10.0.0.1/', none)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('secret') }),
    );
  });
});
