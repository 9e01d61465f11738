/**
 * The recovery key, made in the owner's browser: 24 words for paper, and the digest that the node
 * gets to know. The words are nowhere else, and are kept nowhere.
 */

import { recoveryDigest, tweetnaclBackend } from '@covisa/protocol';

export interface RecoveryKey {
  readonly words: readonly string[];
  /** base64url of SHA-256 of the public key (KEYS-2). */
  readonly digest: string;
}

/** How many words the owner types to show that they are on paper. */
export const ASKED_WORDS = 3;

/** The key of a seed of 32 random bytes. The list of words is loaded by itself. */
export async function makeRecoveryKey(seed: Uint8Array): Promise<RecoveryKey> {
  const [{ entropyToMnemonic }, { wordlist }] = await Promise.all([
    import('@scure/bip39'),
    import('@scure/bip39/wordlists/english.js'),
  ]);
  return {
    words: entropyToMnemonic(seed, wordlist).split(' '),
    digest: recoveryDigest(tweetnaclBackend.publicKey(seed)),
  };
}

/** Three different places (from 0) among `count` words, ascending, by random bytes. */
export function askedPlaces(random: Uint8Array, count: number): readonly number[] {
  const rest = Array.from({ length: count }, (_, place) => place);
  const asked = [...random.slice(0, ASKED_WORDS)].flatMap((byte) =>
    rest.splice(byte % rest.length, 1),
  );
  return asked.sort((one, other) => one - other);
}

/** The asked places at which something else was typed than stands on the paper. */
export function wrongPlaces(
  words: readonly string[],
  asked: readonly number[],
  typed: Readonly<Record<number, string>>,
): readonly number[] {
  return asked.filter((place) => (typed[place] ?? '').trim().toLowerCase() !== words[place]);
}
