/** Vectors of the chapter log: signed notes, checkpoints and heartbeats. */

import {
  checkpointText,
  encodeBase64,
  encodeNote,
  encodeSignatureLine,
  encodeUtf8,
  heartbeatToSign,
  NOTE_COSIGNATURE,
  NOTE_ED25519,
  noteKeyId,
  parseSignatureLine,
  tweetnaclBackend,
} from '@covisa/protocol';
import { checkpointOf, claimsOf, heartbeatOf, linesOf } from '../log-material.js';
import { bent, INSTANT, MELBOURNE, SYDNEY } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const keyId = vectorsOf('note-key-id');
const checkpoint = vectorsOf('read-checkpoint');
const heartbeat = vectorsOf('read-heartbeat');

const logKey = tweetnaclBackend.publicKey(MELBOURNE.keys.log);
const witnessKey = tweetnaclBackend.publicKey(MELBOURNE.keys.witness);
const lines = linesOf(MELBOURNE, 5);
const claims = claimsOf(MELBOURNE, lines);
const note = checkpointOf(MELBOURNE, lines);
const origin = `covisa/${MELBOURNE.id}/0`;

const ids: readonly Vector[] = [
  keyId.ok(
    'the key id of a log key',
    'NOTE-2',
    { name: origin, type: NOTE_ED25519, publicKey: logKey },
    { keyId: noteKeyId(origin, NOTE_ED25519, logKey) },
  ),
  keyId.ok(
    'the key id of a witness key is of another type',
    'NOTE-2',
    { name: `${origin}/witness`, type: NOTE_COSIGNATURE, publicKey: witnessKey },
    { keyId: noteKeyId(`${origin}/witness`, NOTE_COSIGNATURE, witnessKey) },
  ),
];

function refusedNote(
  title: string,
  rules: string,
  changed: string,
  code = 'CHECKPOINT_INVALID',
): Vector {
  return checkpoint.error(
    `a checkpoint ${title} is refused`,
    rules,
    { note: changed, logKey },
    code,
  );
}

const signatureLine = note.slice(note.indexOf('\n\n') + 2);
const blob = encodeBase64;

/** A note of any text, signed by the log key; its key's name is the first line, if nothing else. */
function signedNote(text: string, name = text.split('\n')[0] ?? '', publicKey = logKey): string {
  const signature = tweetnaclBackend.sign(MELBOURNE.keys.log, encodeUtf8(text));
  const keyId = noteKeyId(name, NOTE_ED25519, publicKey);
  return encodeNote(text, [encodeSignatureLine({ name, keyId, signature })]);
}

const text = checkpointText(claims);

/** A changed text that the log key has signed all the same. */
function refusedText(title: string, changed: string): Vector {
  return refusedNote(title, 'CHECKPOINT-1', signedNote(changed));
}

const checkpoints: readonly Vector[] = [
  checkpoint.ok(
    'a checkpoint is read',
    'CHECKPOINT-1 CHECKPOINT-2 NOTE-2',
    { note, logKey },
    { space: MELBOURNE.id, incarnation: 0, size: 5, root: claims.root },
    { signed: encodeUtf8(checkpointText(claims)), keyId: noteKeyId(origin, NOTE_ED25519, logKey) },
  ),
  checkpoint.ok(
    'the checkpoint of a later incarnation is read',
    'CHECKPOINT-1',
    { note: checkpointOf(MELBOURNE, lines, { incarnation: 3 }), logKey },
    { space: MELBOURNE.id, incarnation: 3, size: 5, root: claims.root },
  ),
  refusedText('with a line more', `${text}more\n`),
  refusedText('with a line less', text.slice(0, text.indexOf('\n', text.indexOf('\n5\n') + 1) + 1)),
  refusedText('whose size has a zero before it', text.replace('\n5\n', '\n05\n')),
  refusedText('whose size has a sign', text.replace('\n5\n', '\n+5\n')),
  refusedText('whose size is beyond the largest', text.replace('\n5\n', '\n1099511627777\n')),
  refusedText(
    'whose root has 31 bytes',
    text.replace(blob(claims.root), blob(claims.root.slice(1))),
  ),
  refusedText(
    'whose root has no padding',
    text.replace(blob(claims.root), blob(claims.root).replace('=', '')),
  ),
  refusedText('of another origin', text.replace('covisa/', 'example/')),
  refusedText('whose incarnation has a zero before it', text.replace('/0\n', '/00\n')),
  refusedText('whose space id has unused bits that are not zero', text.replace(/.\/0\n/u, 'B/0\n')),
  refusedNote('with two signatures', 'CHECKPOINT-2', note + signatureLine),
  refusedNote('under another key name', 'CHECKPOINT-2', signedNote(text, `${origin}x`)),
  refusedNote('under the key id of another key', 'NOTE-2', signedNote(text, origin, witnessKey)),
  refusedNote(
    'by the key of another log',
    'NOTE-2',
    checkpointOf(MELBOURNE, lines, { keys: SYDNEY.keys }),
  ),
  refusedNote('whose size was changed', 'CHECKPOINT-2', note.replace('\n5\n', '\n6\n')),
  refusedNote(
    'with the signature of another root',
    'CHECKPOINT-2',
    checkpointText({ ...claims, root: bent(claims.root) }) + note.slice(note.indexOf('\n\n') + 1),
  ),
  refusedNote('with a tab', 'NOTE-1', signedNote(text.replace('\n5\n', '\n5\t\n')), 'NOTE_INVALID'),
  refusedNote(
    'of more than 2,048 characters',
    'NOTE-1',
    signedNote(`${text}${'x'.repeat(2048)}\n`),
    'NOTE_INVALID',
  ),
  refusedNote('with 17 signatures', 'NOTE-1', note + '— x AAAAAAA=\n'.repeat(16), 'NOTE_INVALID'),
  refusedNote('with a signature of four bytes', 'NOTE-1', `${note}— x AAAAAA==\n`, 'NOTE_INVALID'),
  refusedNote('without an empty line', 'NOTE-1', note.replace('\n\n', '\n'), 'NOTE_INVALID'),
  refusedNote(
    'without a signature',
    'NOTE-1',
    note.slice(0, note.indexOf('\n\n') + 2),
    'NOTE_INVALID',
  ),
  refusedNote('without its last newline', 'NOTE-1', note.slice(0, -1), 'NOTE_INVALID'),
  refusedNote(
    'whose key name has a plus sign',
    'NOTE-1',
    note.replace(`— ${origin} `, `— ${origin}+ `),
    'NOTE_INVALID',
  ),
  refusedNote('with carriage returns', 'NOTE-1', note.replaceAll('\n', '\r\n'), 'NOTE_INVALID'),
  refusedNote(
    'with a hyphen in place of the dash',
    'NOTE-1',
    note.replace('— ', '- '),
    'NOTE_INVALID',
  ),
];

function refusedBeat(
  title: string,
  rules: string,
  change: object,
  code = 'HEARTBEAT_INVALID',
): Vector {
  const input = {
    line: heartbeatOf(MELBOURNE, lines, INSTANT),
    note,
    witnessKey,
    instant: INSTANT,
  };
  return heartbeat.error(`a heartbeat ${title} is refused`, rules, { ...input, ...change }, code);
}

const otherLines = linesOf(MELBOURNE, 6);
const beat = heartbeatOf(MELBOURNE, lines, INSTANT);

const heartbeats: readonly Vector[] = [
  heartbeat.ok(
    'a heartbeat is read',
    'HEARTBEAT-1',
    { line: beat, note, witnessKey, instant: INSTANT + 5 },
    { time: INSTANT },
    { signed: heartbeatToSign(INSTANT, checkpointText(claims)) },
  ),
  heartbeat.ok(
    'a heartbeat ten minutes ahead is read',
    'HEARTBEAT-2',
    { line: beat, note, witnessKey, instant: INSTANT - 600 },
    { time: INSTANT },
  ),
  refusedBeat(
    'more than ten minutes ahead',
    'HEARTBEAT-2',
    { instant: INSTANT - 601 },
    'HEARTBEAT_FROM_FUTURE',
  ),
  refusedBeat('over another checkpoint', 'HEARTBEAT-1', {
    note: checkpointOf(MELBOURNE, otherLines),
  }),
  refusedBeat('of another log', 'HEARTBEAT-1', { line: heartbeatOf(SYDNEY, lines, INSTANT) }),
  refusedBeat('by the log key', 'HEARTBEAT-1', {
    line: heartbeatOf(MELBOURNE, lines, INSTANT, MELBOURNE.keys.log),
  }),
  refusedBeat('under the name of the log key', 'HEARTBEAT-1', {
    line: beat.replace('/witness', ''),
  }),
  refusedBeat('under a name of its own, with the key id of that name', 'HEARTBEAT-1', {
    line: renamed('mine'),
  }),
  refusedBeat('under the key id of the log key', 'HEARTBEAT-1', {
    line: renamed(`${origin}/witness`, logKey),
  }),
  refusedBeat('of the year 10000', 'HEARTBEAT-2', {
    line: heartbeatOf(MELBOURNE, lines, 253_402_300_800),
  }),
  refusedBeat('that is a checkpoint’s signature', 'HEARTBEAT-1', { line: signatureLine.trimEnd() }),
  refusedBeat('that ends in a newline', 'NOTE-1', { line: `${beat}\n` }),
  refusedBeat('whose time was changed', 'HEARTBEAT-1', {
    line: heartbeatOf(MELBOURNE, lines, INSTANT).replace(/ [^ ]+$/u, (text) =>
      turned(text.slice(1)),
    ),
  }),
];

/** A heartbeat by the witness key under some name, with the key id of that name and some key. */
function renamed(name: string, publicKey = witnessKey): string {
  const { signature } = parseSignatureLine(beat);
  return encodeSignatureLine({
    name,
    keyId: noteKeyId(name, NOTE_COSIGNATURE, publicKey),
    signature,
  });
}

/** The blob of a heartbeat line with another last byte of its time. */
function turned(text: string): string {
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  return ` ${encodeBase64(bent(bytes, 11))}`;
}

export const noteVectors: readonly Vector[] = [...ids, ...checkpoints, ...heartbeats];
