/**
 * Known answers of others, by the same operations as our own vectors: RFC 4648, 5869, 8032, 8949,
 * 9285, 9530, the trees of Certificate Transparency, a C2SP signed note, and public collections of
 * Ed25519 cases where they are there.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveKey, encodeBase64url, encodeUtf8, leafHash, parseBase64 } from '@covisa/protocol';
import { expect } from 'chai';
import { hex } from '#scripts/vectors/material.js';
import { answerOf } from '#scripts/vectors/operations/all.js';
import { toJson } from '#scripts/vectors/vector.js';
import { ROOT } from './support/source-files.js';

/** The answer to an input in which bytes may stand as bytes. */
function ask(operation: string, input: object) {
  return answerOf(operation, toJson(input));
}

const ok = (value: object) => ({ ok: toJson(value) });

describe('Known answers of others', () => {
  it('base45 of RFC 9285 §4.3 and §4.4', async () => {
    const known = {
      AB: 'BB8',
      'Hello!!': '%69 VD92EX0',
      'base-45': 'UJCLQE7W581',
      'ietf!': 'QED8WEX0',
    };
    for (const [plain, text] of Object.entries(known)) {
      const bytes = encodeUtf8(plain);
      expect(await ask('base45-encode', { bytes })).to.deep.equal(ok({ text }));
      expect(await ask('base45-decode', { text })).to.deep.equal(ok({ bytes }));
    }
    expect(await ask('base45-decode', { text: 'GGW' })).to.deep.equal({ error: 'BASE45_INVALID' });
  });

  it('base64url of RFC 4648 §10, without its padding', async () => {
    for (const [plain, text] of [
      ['', ''],
      ['f', 'Zg'],
      ['fo', 'Zm8'],
      ['foo', 'Zm9v'],
      ['foob', 'Zm9vYg'],
    ] as const) {
      const bytes = encodeUtf8(plain);
      expect(await ask('base64url-decode', { text })).to.deep.equal(ok({ bytes }));
    }
  });

  it('CBOR of RFC 8949, appendix A, as far as it is used here', async () => {
    const read: readonly (readonly [string, unknown])[] = [
      ['00', 0],
      ['17', 23],
      ['1818', 24],
      ['1903e8', 1000],
      ['1a000f4240', 1_000_000],
      ['1b000000e8d4a51000', 1_000_000_000_000],
      ['20', -1],
      ['3863', -100],
      ['3903e7', -1000],
      ['f4', false],
      ['f5', true],
      ['f6', null],
      ['40', { bytes: '' }],
      ['4401020304', { bytes: 'AQIDBA' }],
      ['60', ''],
      ['62225c', '"\\'],
      ['62c3bc', 'ü'],
      ['63e6b0b4', '水'],
      ['64f0908591', '𐅑'],
      ['8301820203820405', [1, [2, 3], [4, 5]]],
      [
        'a201020304',
        {
          map: [
            [1, 2],
            [3, 4],
          ],
        },
      ],
      [
        'a26161016162820203',
        {
          map: [
            ['a', 1],
            ['b', [2, 3]],
          ],
        },
      ],
      ['826161a161626163', ['a', { map: [['b', 'c']] }]],
    ];
    for (const [bytes, value] of read) {
      expect(await ask('cbor-decode', { bytes: hex(bytes) }), bytes).to.deep.equal(ok({ value }));
    }
    const unused = [
      ...['1bffffffffffffffff', 'c249010000000000000000', '3bffffffffffffffff', 'f90000', 'f97e00'],
      ...['fa47c35000', 'fb3ff199999999999a', 'f7', 'f0', 'f8ff', 'c11a514b67b0', 'd74401020304'],
      ...['5f42010243030405ff', '7f657374726561646d696e67ff', '9fff', 'bf61610161629f0203ffff'],
    ];
    for (const bytes of unused) {
      const answer = await ask('cbor-decode', { bytes: hex(bytes) });
      expect(answer, bytes).to.deep.equal({ error: 'CBOR_INVALID' });
    }
  });

  it('Ed25519 of RFC 8032 §7.1, tests 1 to 3', async () => {
    const tests = [
      [
        'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
        '',
        'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
      ],
      [
        '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
        '72',
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
      ],
      [
        'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
        'af82',
        '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
      ],
    ] as const;
    for (const [publicKey, message, signature] of tests) {
      const input = { publicKey: hex(publicKey), message: hex(message), signature: hex(signature) };
      expect(await ask('ed25519-verify', input)).to.deep.equal(ok({ valid: true }));
      const other = { ...input, message: hex(`${message}00`) };
      expect(await ask('ed25519-verify', other)).to.deep.equal(ok({ valid: false }));
    }
  });

  it('HKDF-SHA-256 of RFC 5869, test 3, of which a key is the first 32 bytes', () => {
    const secret = new Uint8Array(22).fill(0x0b);
    const expected = '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d';
    expect(deriveKey(secret, '')).to.deep.equal(hex(expected));
  });

  it('the eight trees of Certificate Transparency (RFC 6962)', async () => {
    const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'].map(hex);
    leaves.push(hex('606162636465666768696a6b6c6d6e6f'));
    const roots = [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ];
    for (const [i, root] of roots.entries()) {
      const input = { leaves: leaves.slice(0, i + 1).map((leaf) => leafHash(leaf)) };
      expect(await ask('tree-root', input)).to.deep.equal(ok({ root: hex(root) }));
    }
  });

  it('the signed note of C2SP’s own example', async () => {
    const text =
      'If you think cryptography is the answer to your problem,\n' +
      "then you don't know what your problem is.\n";
    const publicKey = parseBase64('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').slice(1);
    const line = parseBase64(
      'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
    );
    const keyId = line.slice(0, 4);
    const named = { name: 'PeterNeumann', type: 1, publicKey };
    expect(await ask('note-key-id', named)).to.deep.equal(ok({ keyId }));
    expect(encodeBase64url(keyId)).to.equal(encodeBase64url(hex('c74f20a3')));
    const check = { publicKey, message: encodeUtf8(text), signature: line.slice(4) };
    expect(await ask('ed25519-verify', check)).to.deep.equal(ok({ valid: true }));
  });

  it('the content digests of RFC 9530 and RFC 9421', async () => {
    const known = {
      '{"hello": "world"}\n': 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:',
      '{"hello": "world"}': 'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
    };
    for (const [content, field] of Object.entries(known)) {
      const answer = await ask('content-digest', { content: encodeUtf8(content) });
      expect(answer).to.deep.equal(ok({ field }));
    }
  });
});

/** A file of the public collections, which are not ours to ship. Without it the test is skipped. */
function collection(test: Mocha.Context, name: string): string {
  const file = join(ROOT, '../shared/vectors', name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  console.log(`        skipped: ${file} is not there`);
  return test.skip();
}

interface Case {
  readonly publicKey: string;
  readonly message: string;
  readonly signature: string;
}

async function isValid({ publicKey, message, signature }: Case): Promise<boolean> {
  const input = { publicKey: hex(publicKey), message: hex(message), signature: hex(signature) };
  return JSON.stringify(await ask('ed25519-verify', input)) === '{"ok":{"valid":true}}';
}

interface Speccheck {
  readonly pub_key: string;
  readonly message: string;
  readonly signature: string;
}

interface Wycheproof {
  readonly testGroups: readonly {
    readonly publicKey: { readonly pk: string };
    readonly tests: readonly {
      readonly tcId: number;
      readonly msg: string;
      readonly sig: string;
      readonly result: string;
    }[];
  }[];
}

describe('Public collections of Ed25519 cases', () => {
  it('ed25519-speccheck is answered XXXVXXXXXXXX', async function () {
    const cases: Speccheck[] = JSON.parse(collection(this, 'ed25519-speccheck.json'));
    const answers = cases.map(({ pub_key: publicKey, ...one }) => isValid({ publicKey, ...one }));
    const said = (await Promise.all(answers)).map((valid) => (valid ? 'V' : 'X'));
    expect(said.join('')).to.equal('XXXVXXXXXXXX');
  });

  it('Wycheproof is answered as it says', async function () {
    const { testGroups }: Wycheproof = JSON.parse(collection(this, 'wycheproof-ed25519.json'));
    const cases = testGroups.flatMap(({ publicKey, tests }) =>
      tests.map((one) => ({ publicKey: publicKey.pk, ...one })),
    );
    const wrong = [];
    for (const { publicKey, msg: message, sig: signature, result, tcId } of cases) {
      const valid = await isValid({ publicKey, message, signature });
      if (valid !== (result === 'valid')) wrong.push(tcId);
    }
    expect([cases.length, wrong]).to.deep.equal([151, []]);
  });
});
