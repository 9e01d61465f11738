import {
  encodeNote,
  encodeSignatureLine,
  NOTE_ED25519,
  noteKeyId,
  ProtocolError,
  parseBase64,
  parseNote,
  tweetnaclBackend,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { hex } from './naive-tree.js';

// The example in the documentation of Go's golang.org/x/mod/sumdb/note.
const GO_KEY = parseBase64('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').slice(1);
const GO_TEXT =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n";
const GO_NOTE =
  `${GO_TEXT}\n` +
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

describe('a signed note', () => {
  it('NOTE-2: has the key id that Go gives to the same key', () => {
    expect(hex(noteKeyId('PeterNeumann', NOTE_ED25519, GO_KEY))).to.equal('c74f20a3');
  });

  it('of Go is read, and its signature holds', () => {
    const note = parseNote(GO_NOTE);
    const [signature] = note.signatures;
    expect(note.text).to.equal(GO_TEXT);
    expect(signature?.name).to.equal('PeterNeumann');
    expect(hex(signature?.keyId ?? new Uint8Array())).to.equal('c74f20a3');
    const message = new TextEncoder().encode(note.text);
    const held = signature?.signature ?? new Uint8Array();
    expect(tweetnaclBackend.verify({ publicKey: GO_KEY, message, signature: held })).to.equal(true);
  });

  it('is written as it is read', () => {
    const note = parseNote(GO_NOTE);
    expect(encodeNote(note.text, note.signatures.map(encodeSignatureLine))).to.equal(GO_NOTE);
  });

  const signatureLine = GO_NOTE.slice(GO_TEXT.length + 1, -1);
  const bad: readonly (readonly [string, string])[] = [
    ['without a signature', `${GO_TEXT}\n`],
    ['without an empty line', `${GO_TEXT}${signatureLine}\n`],
    ['without its last newline', GO_NOTE.slice(0, -1)],
    ['without text', `\n\n${signatureLine}\n`.slice(1)],
    ['with a carriage return', GO_NOTE.replace('\n', '\r\n')],
    ['with a tab', GO_NOTE.replace(' ', '\t')],
    ['with a lone surrogate', GO_NOTE.replace('If', '\ud800')],
    ['with a plus sign in a key name', GO_NOTE.replace('PeterNeumann', 'Peter+Neumann')],
    ['with a space in a key name', GO_NOTE.replace('PeterNeumann', 'Peter Neumann')],
    ['with a no-break space in a key name', GO_NOTE.replace('PeterNeumann', 'Peter\u00a0Neumann')],
    ['with a hyphen for the dash', GO_NOTE.replace('—', '-')],
    ['with base64 without padding', GO_NOTE.replace('AM=', 'AM')],
    ['with base64 whose unused bits are set', GO_NOTE.replace('AM=', 'AN=')],
    ['with a key id and no signature', `${GO_TEXT}\n— name x08gow==\n`],
    ['with 17 signatures', `${GO_TEXT}\n${'— n AAAAAAA=\n'.repeat(17)}`],
    ['with text after the signatures', `${GO_NOTE}more\n`],
    ['of more than 2048 characters', GO_NOTE.replace('If', 'If'.repeat(1000))],
  ];
  for (const [what, note] of bad) {
    it(`NOTE-1: ${what} is refused`, () => {
      expect(() => parseNote(note))
        .to.throw(ProtocolError)
        .with.property('code', 'NOTE_INVALID');
    });
  }

  it('answers any text with a note or with NOTE_INVALID', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        try {
          const note = parseNote(text);
          expect(encodeNote(note.text, note.signatures.map(encodeSignatureLine))).to.equal(text);
        } catch (error) {
          expect(error).to.be.instanceOf(ProtocolError).with.property('code', 'NOTE_INVALID');
        }
      }),
    );
  });
});
