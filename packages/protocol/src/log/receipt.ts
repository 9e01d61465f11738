/**
 * The receipt: one entry of a log with all that anybody needs to check it, offline and for ever. A
 * C2SP tlog-proof, whose extra data hold the entry itself and the first entries from which the keys
 * follow. https://c2sp.org/tlog-proof
 */

import { encodeBase64, parseBase64, parseBase64url } from '../bytes/base64url.js';
import { encodeUtf8, parseUtf8 } from '../bytes/bytes.js';
import { spaceId } from '../bytes/fields.js';
import { list, open, type Shaped, text } from '../bytes/shape.js';
import { type Sha256, sha256 } from '../crypto/hash.js';
import type { SignatureCheck } from '../crypto/signature.js';
import { ProtocolError } from '../errors.js';
import type { Seconds, SpaceId } from '../ids.js';
import {
  ENTRY_BYTES_MAX,
  INCARNATIONS_MAX,
  PROOF_HASHES_MAX,
  RECEIPT_CHARACTERS_MAX,
  WITNESSES_MAX,
} from '../limits.js';
import { checkpointCheck, type LogId, parseCheckpoint } from './checkpoint.js';
import { type Entry, parseEntry } from './entries.js';
import { parseHeartbeat, witnessName } from './heartbeat.js';
import { encodeNote, encodeSignatureLine, parseNote, parseSignatureLine } from './note.js';
import { verifyInclusion } from './proofs.js';
import { openingChain } from './resume.js';
import { leafHash } from './tree.js';

const HEADER = 'c2sp.org/tlog-proof@v1';

const line = text({ min: 2, max: ENTRY_BYTES_MAX, what: 'a line of a log' });

/** The first entries of one space's incarnations, in their order. */
const openings = open({ space: spaceId, lines: list(line, INCARNATIONS_MAX, 1) });

const receiptExtra = open({
  /** The entry, as it stands in the log. */
  entry: line,
  /** Of the log's space. */
  log: openings,
  /** Of the spaces that cosigned. */
  witnesses: list(openings, WITNESSES_MAX),
});

/** What the extra data of a receipt say. */
export type ReceiptExtra = Shaped<typeof receiptExtra>;

/** A receipt before it is written. */
export interface Receipt {
  readonly extra: ReceiptExtra;
  readonly index: number;
  /** The inclusion proof, 32 bytes each. */
  readonly proof: readonly Uint8Array[];
  /** The checkpoint's note. */
  readonly checkpoint: string;
  /** Lines of cosignatures over it. */
  readonly cosignatures: readonly string[];
}

/** Who has seen the checkpoint, and when: true only if its checks hold. */
export interface ReceiptWitness {
  readonly space: SpaceId;
  readonly time: Seconds;
  readonly checks: readonly SignatureCheck[];
}

/** A receipt that was read. All of `checks` must hold for it to say anything. */
export interface ReadReceipt {
  readonly log: LogId;
  readonly index: number;
  readonly entry: Entry;
  /** Entries of the log when the checkpoint was signed. */
  readonly size: number;
  readonly checks: readonly SignatureCheck[];
  readonly witnesses: readonly ReceiptWitness[];
}

function invalid(expected: string, cause?: unknown): ProtocolError {
  return new ProtocolError('RECEIPT_INVALID', `receipt: expected ${expected}`, { cause });
}

/** The text of a receipt, a `.tlog-proof` file. */
export function encodeReceipt(receipt: Receipt): string {
  const { extra, index, proof, checkpoint, cosignatures } = receipt;
  const read = parseNote(checkpoint);
  const lines = [...read.signatures.map(encodeSignatureLine), ...cosignatures];
  const head = [
    HEADER,
    `extra ${encodeBase64(encodeUtf8(JSON.stringify(extra)))}`,
    `index ${index}`,
    ...proof.map(encodeBase64),
  ];
  return `${head.join('\n')}\n\n${encodeNote(read.text, lines)}`;
}

function parseHead(head: string): Pick<Receipt, 'extra' | 'index' | 'proof'> {
  const [first, extra, index, ...hashes] = head.split('\n');
  if (first !== HEADER) throw invalid(`the first line ${HEADER}`);
  const data = /^extra ([A-Za-z0-9+/]+={0,2})$/.exec(extra ?? '')?.[1];
  if (data === undefined) throw invalid('a line of extra data');
  const number = /^index (0|[1-9]\d{0,15})$/.exec(index ?? '')?.[1];
  if (number === undefined) throw invalid('a line with the index');
  if (hashes.length > PROOF_HASHES_MAX) throw invalid('no more hashes than a proof has');
  return {
    extra: receiptExtra.parse(JSON.parse(parseUtf8(parseBase64(data)))),
    index: Number(number),
    proof: hashes.map(parseBase64),
  };
}

/**
 * What a receipt says, with the signature checks that are left.
 * @throws ProtocolError RECEIPT_INVALID
 */
export function parseReceipt(receipt: string, hash: Sha256 = sha256): ReadReceipt {
  if (receipt.length > RECEIPT_CHARACTERS_MAX) {
    throw invalid(`at most ${RECEIPT_CHARACTERS_MAX} characters, got ${receipt.length}`);
  }
  const end = receipt.indexOf('\n\n');
  if (end < 0) throw invalid('an empty line before the checkpoint');
  try {
    return readReceipt(parseHead(receipt.slice(0, end)), receipt.slice(end + 2), hash);
  } catch (cause) {
    if (cause instanceof ProtocolError && cause.code === 'RECEIPT_INVALID') throw cause;
    if (!(cause instanceof ProtocolError || cause instanceof SyntaxError)) throw cause;
    throw invalid('what a receipt is made of', cause);
  }
}

function readReceipt(
  { extra, index, proof }: Pick<Receipt, 'extra' | 'index' | 'proof'>,
  note: string,
  hash: Sha256,
): ReadReceipt {
  const { text, signatures } = parseNote(note);
  const [own, ...others] = signatures.map(encodeSignatureLine);
  if (own === undefined) throw invalid("the log's own signature first");
  const checkpoint = parseCheckpoint(encodeNote(text, [own]));
  const { space, incarnation } = checkpoint.log;
  const chain = chainOf(extra.log, hash);
  // RECEIPT-1: the keys follow from the first entries of the space that the checkpoint names.
  if (extra.log.space !== space || chain.incarnation !== incarnation) {
    throw invalid("the first entries of the checkpoint's log");
  }
  const bytes = encodeUtf8(extra.entry);
  // RECEIPT-2: the entry is in the tree of the checkpoint, at its index.
  const leaf = leafHash(bytes, hash);
  if (!verifyInclusion(index, checkpoint.size, leaf, proof, checkpoint.root, hash)) {
    throw invalid('a proof that leads from the entry to the root');
  }
  return {
    log: checkpoint.log,
    index,
    entry: parseEntry(bytes),
    size: checkpoint.size,
    checks: [...chain.checks, checkpointCheck(checkpoint, parseBase64url(chain.latest.log))],
    witnesses: others.flatMap((one) => witnessOf(one, text, extra.witnesses, hash)),
  };
}

function chainOf({ space, lines }: ReceiptExtra['log'], hash: Sha256) {
  const chain = openingChain(space, lines.map(encodeUtf8), hash);
  return { ...chain, incarnation: lines.length - 1 };
}

/** A cosignature of which the first entries stand beside it; none of others. */
function witnessOf(
  signatureLine: string,
  text: string,
  known: ReceiptExtra['witnesses'],
  hash: Sha256,
): readonly ReceiptWitness[] {
  const { name } = parseSignatureLine(signatureLine);
  for (const one of known) {
    const { latest, checks, incarnation } = chainOf(one, hash);
    const witness = { space: one.space, incarnation };
    if (name !== witnessName(witness)) continue;
    const key = parseBase64url(latest.witness);
    const { time, check } = parseHeartbeat(signatureLine, text, witness, key);
    return [{ space: one.space, time, checks: [...checks, check] }];
  }
  return [];
}
