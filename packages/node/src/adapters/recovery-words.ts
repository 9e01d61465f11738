/**
 * The recovery key as 24 words (BIP-39, English): what an owner writes on paper. The words are the
 * seed itself, not a password to it.
 */

import { assertBytes } from '@covisa/protocol';
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { NodeError } from '../errors.js';

const WORDS = 24;
const known = new Set(wordlist);

/** The 24 words, one space between them, of a 32-byte seed. */
export function encodeRecoveryWords(seed: Uint8Array): string {
  assertBytes(seed, 'seed', 32);
  return entropyToMnemonic(seed, wordlist);
}

/**
 * The 32-byte seed of 24 words. Case and white space do not matter. Errors name a word by its place
 * and never repeat it.
 * @throws NodeError RECOVERY_WORDS_INVALID
 */
export function parseRecoveryWords(text: string): Uint8Array {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length !== WORDS) throw invalid(`expected ${WORDS} words, got ${words.length}`);
  const wrong = words.findIndex((word) => !known.has(word));
  if (wrong >= 0) throw invalid(`word ${wrong + 1} is not in the list of recovery words`);
  try {
    return new Uint8Array(mnemonicToEntropy(words.join(' '), wordlist));
  } catch {
    // The cause is left out on purpose: nothing that has held the words goes into an error.
    throw invalid('the words are known ones, but their checksum does not hold');
  }
}

function invalid(what: string): NodeError {
  return new NodeError('RECOVERY_WORDS_INVALID', `recovery words: ${what}`, {
    remedy: 'Compare each word and their order with the paper that was written at set-up.',
  });
}
