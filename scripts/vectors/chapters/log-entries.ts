/** Vectors of the chapter log: entries, signed notes, checkpoints and heartbeats. */

import {
  checkpointText,
  encodeBase64,
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
import { bent, hex, INSTANT, MELBOURNE, SYDNEY } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const entry = vectorsOf('read-entry');
const keyId = vectorsOf('note-key-id');
const checkpoint = vectorsOf('read-checkpoint');
const heartbeat = vectorsOf('read-heartbeat');

function reads(title: string, rules: string, line: string, type: string, named = type): Vector {
  return entry.ok(title, rules, { bytes: encodeUtf8(line) }, { type, named }, { line });
}

function refusedLine(title: string, line: string | Uint8Array, code = 'ENTRY_INVALID'): Vector {
  const bytes = typeof line === 'string' ? encodeUtf8(line) : line;
  return entry.error(`an entry ${title} is refused`, 'LOG-1', { bytes }, code);
}

const closing = '{"type":"closing","date":"2026-05-12"}';

const entries: readonly Vector[] = [
  reads('an entry is read', 'LOG-1', closing, 'closing'),
  reads(
    'an entry with white space and a member that nobody knows is read',
    'LOG-1',
    ' { "type" : "closing", "date":"2026-05-12", "x": 1 } ',
    'closing',
  ),
  reads(
    'an escaped newline in a text is no control character',
    'LOG-1',
    '{"type":"news","text":"a\\nb"}',
    'unknown',
    'news',
  ),
  reads(
    'of two members of one name the last one holds',
    'LOG-1',
    '{"type":"leave","type":"closing","date":"2026-05-12"}',
    'closing',
  ),
  reads(
    'an entry of a type that nobody knows is kept',
    'LOG-2',
    '{"type":"complaint"}',
    'unknown',
    'complaint',
  ),
  reads(
    'an entry of a known type that does not fit is kept as unknown',
    'LOG-2',
    '{"type":"closing"}',
    'unknown',
    'closing',
  ),
  reads(
    'an entry with a date that no calendar has is kept as unknown',
    'LOG-2',
    '{"type":"closing","date":"2026-02-30"}',
    'unknown',
    'closing',
  ),
  reads(
    'a number with a point is the number that it is',
    'LOG-1',
    '{"type":"void","index":3.0e0,"date":"2026-05-12"}',
    'void',
  ),
  refusedLine('with a tab', closing.replace(',', ',\t')),
  refusedLine('that ends in a carriage return', `${closing}\r`),
  refusedLine('with a newline', `${closing}\n`),
  refusedLine('with the character U+007F', '{"type":"\u007f"}'),
  refusedLine('with a byte order mark', `\ufeff${closing}`),
  refusedLine('that is not UTF-8', hex('7b 22 74 79 70 65 22 3a 22 ff 22 7d'), 'UTF8_INVALID'),
  refusedLine('that is no JSON', '{"type":"closing"'),
  refusedLine('that is a list', '["closing"]'),
  refusedLine('without a type', '{"date":"2026-05-12"}'),
  refusedLine('whose type is a number', '{"type":1}'),
  refusedLine('whose type is half of a surrogate pair', '{"type":"\\ud800"}'),
  refusedLine('whose type has 41 characters', `{"type":"${'x'.repeat(41)}"}`),
  refusedLine('of one byte too many', `{"type":"${'x'.repeat(16_384 - 10)}"}`, 'ENTRY_TOO_LONG'),
  reads(
    'a type of 40 characters beyond the first plane is kept',
    'LOG-1',
    `{"type":"${'🂡'.repeat(40)}"}`,
    'unknown',
    '🂡'.repeat(40),
  ),
];

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
/** The same text, signed anew by the log key, with another key id. */
const otherName = note.replace(`— ${origin} `, `— ${origin}x `);
const extended = `${checkpointText(claims)}more\n`;
const blob = (bytes: Uint8Array) => encodeBase64(bytes);
const signedExtension = `${extended}\n— ${origin} ${blob(Uint8Array.of(...noteKeyId(origin, 1, logKey), ...tweetnaclBackend.sign(MELBOURNE.keys.log, encodeUtf8(extended))))}\n`;

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
  refusedNote('with a line more', 'CHECKPOINT-1', signedExtension),
  refusedNote('whose size has a zero before it', 'CHECKPOINT-1', note.replace('\n5\n', '\n05\n')),
  refusedNote(
    'whose size is beyond the largest',
    'CHECKPOINT-1',
    note.replace('\n5\n', '\n1099511627777\n'),
  ),
  refusedNote(
    'whose root has 31 bytes',
    'CHECKPOINT-1',
    note.replace(blob(claims.root), blob(claims.root.slice(1))),
  ),
  refusedNote(
    'whose root is in base64url',
    'CHECKPOINT-1',
    note.replace(blob(claims.root), blob(claims.root).replace('=', '')),
  ),
  refusedNote('of another origin', 'CHECKPOINT-1', note.replaceAll('covisa/', 'example/')),
  refusedNote('with two signatures', 'CHECKPOINT-2', note + signatureLine),
  refusedNote('under another key name', 'CHECKPOINT-2', otherName),
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
  refusedBeat('that is a checkpoint’s signature', 'HEARTBEAT-1', { line: signatureLine.trimEnd() }),
  refusedBeat('that ends in a newline', 'NOTE-1', { line: `${beat}\n` }),
  refusedBeat('whose time was changed', 'HEARTBEAT-1', {
    line: heartbeatOf(MELBOURNE, lines, INSTANT).replace(/ [^ ]+$/u, (text) =>
      turned(text.slice(1)),
    ),
  }),
];

/** A heartbeat by the witness key under some name, whose key id is that of the name. */
function renamed(name: string): string {
  const signature = parseSignatureLine(beat).signature;
  return encodeSignatureLine({
    name,
    keyId: noteKeyId(name, NOTE_COSIGNATURE, witnessKey),
    signature,
  });
}

/** The blob of a heartbeat line with another last byte of its time. */
function turned(text: string): string {
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  return ` ${encodeBase64(bent(bytes, 11))}`;
}

export const logEntries: readonly Vector[] = [...entries, ...ids, ...checkpoints, ...heartbeats];
