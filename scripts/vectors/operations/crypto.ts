/** Operations of the chapters crypto and identity. */

import {
  type AnnouncedKey,
  boxPublicKey,
  cutBy,
  deriveNodeKey,
  encodeUtf8,
  followKeys,
  KEY_NAMES,
  type KeyName,
  livingKeyAt,
  openingChain,
  ProtocolError,
  parseEntry,
  recoveryDigest,
  resumeToSign,
  sealedKeyAt,
  seconds,
  shape,
  spaceId,
  stands,
  tweetnaclBackend,
  verifyAll,
} from '@covisa/protocol';
import { anyText, bytes, count, many, type Operations, operation } from './operation.js';
import { resumeOf } from './resume-line.js';

function publicKeyOf(name: KeyName, key: Uint8Array): Uint8Array | null {
  if (name === 'store') return null;
  return name === 'box' ? boxPublicKey(key) : tweetnaclBackend.publicKey(key);
}

const placedLines = many(shape.closed({ incarnation: count, line: anyText }));

/** What a space's entries, in the order of its logs, say of its issuing keys. */
function announcedKeys(
  entries: readonly { readonly incarnation: number; readonly line: string }[],
): readonly AnnouncedKey[] {
  let known: readonly AnnouncedKey[] = [];
  for (const { incarnation, line } of entries) {
    const entry = parseEntry(encodeUtf8(line));
    if (entry.type === 'keys' || entry.type === 'key-revocation' || entry.type === 'resume') {
      known = followKeys(known, incarnation, entry);
    }
  }
  return known;
}

export const cryptoOperations: Operations = {
  'ed25519-verify': operation(
    shape.closed({ publicKey: bytes, message: bytes, signature: bytes }),
    (check) => ({ valid: tweetnaclBackend.verify(check) }),
  ),
  'node-key': operation(
    shape.closed({
      secret: bytes,
      name: shape.literal(...KEY_NAMES),
      generation: shape.integer(0, 0xffff_ffff),
    }),
    ({ secret, name, generation }) => {
      const key = deriveNodeKey(secret, name, generation);
      return { key, publicKey: publicKeyOf(name, key) };
    },
  ),
  'recovery-digest': operation(shape.closed({ recoveryKey: bytes }), ({ recoveryKey }) => ({
    digest: recoveryDigest(recoveryKey),
  })),
  'resume-message': operation(shape.closed({ line: anyText }), ({ line }) => ({
    message: resumeToSign(resumeOf(line)),
  })),
  'open-space': operation(
    shape.closed({ space: spaceId, lines: many(anyText) }),
    async ({ space, lines }) => {
      const { latest, checks } = openingChain(space, lines.map(encodeUtf8));
      if (!(await verifyAll(tweetnaclBackend, checks))) {
        throw new ProtocolError('RESUME_INVALID', 'resume: expected a signature that holds');
      }
      const { log, witness, peer, box, recovery } = latest;
      return { incarnation: lines.length - 1, log, witness, peer, box, recovery };
    },
  ),
  'issuing-key': operation(
    shape.closed({ entries: placedLines, issuedAt: seconds }),
    ({ entries, issuedAt }) => ({ key: livingKeyAt(announcedKeys(entries), issuedAt) }),
  ),
  'sealed-issuing-key': operation(
    shape.closed({ entries: placedLines, issuedAt: seconds }),
    ({ entries, issuedAt }) => ({ key: sealedKeyAt(announcedKeys(entries), issuedAt) ?? null }),
  ),
  'entry-stands': operation(
    shape.closed({ line: anyText, index: count, resume: shape.nullable(anyText) }),
    ({ line, index, resume }) => {
      const cut = resume === null ? null : cutBy(resumeOf(resume));
      return { stands: stands(parseEntry(encodeUtf8(line)), index, cut) };
    },
  ),
};
