import { expect } from 'chai';
import { isPublicAddress, literalAddress, publicLookup } from '../../dist/adapters/addresses.js';

const PRIVATE = [
  ['loopback', '127.0.0.1'],
  ['loopback', '127.255.255.254'],
  ['loopback', '::1'],
  ['unspecified', '0.0.0.0'],
  ['unspecified', '0.1.2.3'],
  ['unspecified', '::'],
  ['private', '10.0.0.1'],
  ['private', '172.16.0.1'],
  ['private', '172.31.255.255'],
  ['private', '192.168.1.1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['carrier-grade NAT', '100.127.255.255'],
  ['link-local', '169.254.169.254'],
  ['link-local', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['unique-local', 'fc00::1'],
  ['unique-local', 'fd12:3456:789a::1'],
  ['site-local', 'fec0::1'],
  ['multicast', '224.0.0.1'],
  ['multicast', 'ff02::1'],
  ['broadcast', '255.255.255.255'],
  ['reserved', '240.0.0.1'],
  ['documentation', '192.0.2.1'],
  ['documentation', '198.51.100.1'],
  ['documentation', '203.0.113.1'],
  ['documentation', '2001:db8::1'],
  ['benchmarking', '198.18.0.1'],
  ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
  ['IPv4-mapped private', '::ffff:10.0.0.1'],
  ['IPv4-mapped public', '::ffff:8.8.8.8'],
  ['IPv4-compatible loopback', '::127.0.0.1'],
  ['not given out', '4000::1'],
  ['not given out', '::1:2:3:4:5'],
  ['IPv4-translated', '::ffff:0:127.0.0.1'],
  ['NAT64', '64:ff9b::7f00:1'],
  ['local NAT64', '64:ff9b:1::7f00:1'],
  ['6to4', '2002:7f00:1::'],
  ['Teredo', '2001:0:7f00:1::'],
  ['discard', '100::1'],
  ['no address', 'localhost'],
  ['no address', ''],
] as const;

describe('the guard of addresses', () => {
  for (const [kind, address] of PRIVATE) {
    it(`refuses ${kind} ${address}`, () => {
      expect(isPublicAddress(address)).to.equal(false);
    });
  }

  for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00::1']) {
    it(`allows ${address}`, () => {
      expect(isPublicAddress(address)).to.equal(true);
    });
  }

  const spellings = [
    ['http://127.1/', '127.0.0.1'],
    ['http://0x7f000001/', '127.0.0.1'],
    ['http://2130706433/', '127.0.0.1'],
    ['http://0177.0.0.1/', '127.0.0.1'],
    ['http://[::1]/', '::1'],
    ['http://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
    ['http://１２７.0.0.1/', '127.0.0.1'],
    ['http://covisa.example.org/', null],
  ] as const;
  for (const [url, address] of spellings) {
    it(`reads ${url} as ${address ?? 'a name'}`, () => {
      expect(literalAddress(new URL(url))).to.equal(address);
    });
  }
});

describe('the look-up of public addresses', () => {
  const look = (addresses: readonly string[], all: boolean): readonly unknown[] => {
    let answer: readonly unknown[] = [];
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    publicLookup((_name, _options, done) => done(null, found))('x', { all }, (...given) => {
      answer = given;
    });
    return answer;
  };

  it('leaves private addresses out', () => {
    expect(look(['10.0.0.1', '8.8.8.8', '::1'], true)).to.deep.equal([
      null,
      [{ address: '8.8.8.8', family: 4 }],
    ]);
    expect(look(['10.0.0.1', '2a00::1'], false)).to.deep.equal([null, '2a00::1', 6]);
  });

  it('fails with a code when none is left', () => {
    expect(look(['10.0.0.1'], true)[0]).to.have.property('code', 'PEER_ADDRESS_PRIVATE');
    expect(look(['10.0.0.1'], false)[0]).to.have.property('code', 'PEER_ADDRESS_PRIVATE');
    expect(look([], true)[0]).to.have.property('code', 'PEER_ADDRESS_PRIVATE');
  });
});
