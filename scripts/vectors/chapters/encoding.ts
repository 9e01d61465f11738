/** Vectors of the chapter encoding: base45, base64url, CBOR and COSE_Sign1. */

import {
  assembleCose,
  coseMessage,
  encodeCbor,
  encodeUtf8,
  joinCborArray,
  tweetnaclBackend,
} from '@covisa/protocol';
import { bytesOf, hex, seedOf } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const encode45 = vectorsOf('base45-encode');
const decode45 = vectorsOf('base45-decode');
const decode64 = vectorsOf('base64url-decode');
const cbor = vectorsOf('cbor-decode');
const cose = vectorsOf('cose-decode');
const message = vectorsOf('cose-message');

function refused45(title: string, text: string): Vector {
  return decode45.error(`base45 ${title}`, '', { text }, 'BASE45_INVALID');
}

function refused64(title: string, text: string): Vector {
  return decode64.error(`base64url ${title}`, '', { text }, 'BASE64URL_INVALID');
}

const texts: readonly Vector[] = [
  encode45.ok(
    'base45 of an even number of bytes',
    '',
    { bytes: encodeUtf8('AB') },
    { text: 'BB8' },
  ),
  encode45.ok(
    'base45 of an odd number of bytes ends in two characters',
    '',
    { bytes: encodeUtf8('ietf!') },
    { text: 'QED8WEX0' },
  ),
  decode45.ok('base45 is read', '', { text: 'QED8WEX0' }, { bytes: encodeUtf8('ietf!') }),
  decode45.ok('base45 of two bytes of ones', '', { text: 'FGW' }, { bytes: hex('ffff') }),
  refused45('with a character too few is refused', 'QED8WEX'),
  refused45('in lower case is refused', 'bb8'),
  refused45('with a group over 65535 is refused', 'GGW'),
  refused45('with a last group over 255 is refused', '::'),
  refused45('with a character outside of the alphabet is refused', 'BB8=B'),
  refused45('with a newline at its end is refused', 'QED8WEX0\n'),
  decode64.ok('base64url is read', '', { text: '-_8' }, { bytes: hex('fbff') }),
  refused64('with padding is refused', 'AQ=='),
  refused64('with the characters of base64 is refused', '+/8'),
  refused64('with unused bits that are not zero is refused', 'AR'),
  refused64('with a character too few is refused', 'AAAAA'),
  refused64('with a space is refused', 'AQ ID'),
];

function refusedCbor(title: string, bytes: string, rules = '', code = 'CBOR_INVALID'): Vector {
  return cbor.error(`CBOR ${title} is refused`, rules, { bytes: hex(bytes) }, code);
}

const values: readonly Vector[] = [
  cbor.ok(
    'CBOR of a map with its keys in order is read',
    'CBOR-1 CBOR-2',
    { bytes: hex('a4 01 18 64 20 f5 61 61 42 00ff 62 6262 83 01 f6 a0') },
    {
      value: {
        map: [
          [1, 100],
          [-1, true],
          ['a', { bytes: 'AP8' }],
          ['bb', [1, null, { map: [] }]],
        ],
      },
    },
  ),
  cbor.ok(
    'CBOR of the largest integer is read',
    'CBOR-1',
    { bytes: hex('1b 001fffffffffffff') },
    {
      value: Number.MAX_SAFE_INTEGER,
    },
  ),
  cbor.ok(
    'CBOR of seven levels is read',
    '',
    { bytes: hex('81 81 81 81 81 81 00') },
    { value: [[[[[[0]]]]]] },
  ),
  cbor.ok(
    'CBOR of a text that begins with a byte order mark is read',
    'CBOR-3',
    { bytes: hex('64 efbbbf 61') },
    { value: '\ufeffa' },
  ),
  cbor.ok(
    'CBOR of two keys that differ by a byte order mark is read',
    'CBOR-1 CBOR-3',
    { bytes: hex('a2 61 61 00 64 efbbbf 61 01') },
    {
      value: {
        map: [
          ['a', 0],
          ['\ufeffa', 1],
        ],
      },
    },
  ),
  refusedCbor('with map keys out of order', 'a2 02 00 01 00', 'CBOR-1', 'CBOR_NOT_DETERMINISTIC'),
  refusedCbor(
    'with a longer key before a shorter',
    'a2 61 61 00 18 18 00',
    'CBOR-1',
    'CBOR_NOT_DETERMINISTIC',
  ),
  refusedCbor(
    'of an integer in more bytes than needed',
    '18 17',
    'CBOR-1',
    'CBOR_NOT_DETERMINISTIC',
  ),
  refusedCbor(
    'of a length in more bytes than needed',
    '58 01 00',
    'CBOR-1',
    'CBOR_NOT_DETERMINISTIC',
  ),
  refusedCbor('with a map as key', 'a1 a0 00', 'CBOR-2'),
  refusedCbor('with bytes as key', 'a1 41 00 00', 'CBOR-2'),
  refusedCbor('with a repeated key', 'a2 01 00 01 00'),
  refusedCbor('with a tag', 'd2 80'),
  refusedCbor('with a half float', 'f9 3c00'),
  refusedCbor('with a double', 'fb 3ff199999999999a'),
  refusedCbor('with undefined', 'f7'),
  refusedCbor('of indefinite length', '9f 01 ff'),
  refusedCbor('of text that is not UTF-8', '62 c328'),
  refusedCbor('of an integer beyond 2 to the 53', '1b 0020000000000000'),
  refusedCbor('of eight levels', '81 81 81 81 81 81 81 00'),
  refusedCbor('with bytes after the item', '00 00'),
  refusedCbor('that is cut off', '83 01 02'),
  refusedCbor('of nothing', ''),
];

const payload = encodeCbor(new Map([[1, 'payload']]));
const external = encodeUtf8('covisa/example/1');
const signed = coseMessage(payload, external);
const signature = tweetnaclBackend.sign(seedOf('cose'), signed);
const header = hex('43 a10127');
const empty = hex('a0');

function array(...items: readonly Uint8Array[]): Uint8Array {
  return joinCborArray(items);
}

function refusedCose(title: string, bytes: Uint8Array, code = 'COSE_INVALID'): Vector {
  return cose.error(`a COSE_Sign1 ${title} is refused`, 'COSE-1', { bytes }, code);
}

const content = encodeCbor(payload);
const proof = encodeCbor(signature);

const structures: readonly Vector[] = [
  message.ok(
    'the bytes that a COSE_Sign1 signs hold the external data',
    'COSE-1',
    { payload, external },
    { message: signed },
    {
      diagnostic: `["Signature1", h'a10127', external, payload]`,
      head: encodeCbor('Signature1'),
      protected: header,
    },
  ),
  cose.ok(
    'a COSE_Sign1 is read',
    'COSE-1',
    { bytes: assembleCose(payload, signature) },
    { payload, signature },
  ),
  refusedCose(
    'with a tag',
    Uint8Array.of(0xd2, ...assembleCose(payload, signature)),
    'CBOR_INVALID',
  ),
  refusedCose('of a header alone', array(header)),
  refusedCose('without a signature', array(header, empty, content)),
  refusedCose('with another algorithm', array(hex('43 a10126'), empty, content, proof)),
  refusedCose('without a protected header', array(hex('40'), empty, content, proof)),
  refusedCose('with an unprotected header', array(header, hex('a1 04 41 00'), content, proof)),
  refusedCose('without a payload', array(header, empty, hex('f6'), proof)),
  refusedCose('of three items', array(header, empty, content)),
  refusedCose('of five items', array(header, empty, content, proof, hex('00'))),
  refusedCose(
    'with a signature of 63 bytes',
    array(header, empty, content, encodeCbor(bytesOf('x', 31))),
  ),
];

export const encoding: readonly Vector[] = [...texts, ...values, ...structures];
