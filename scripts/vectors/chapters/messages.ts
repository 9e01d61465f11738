/** Vectors of the chapter messages: documents, signatures, and boxes that only one space opens. */

import {
  boxPublicKey,
  concatBytes,
  encodeBase64url,
  encodeUtf8,
  messageToSign,
  sealMessage,
  tweetnaclBackend,
} from '@covisa/protocol';
import {
  bent,
  bytesOf,
  DAY,
  dateAfter,
  INSTANT,
  MELBOURNE,
  SHANGHAI,
  type Space,
  SYDNEY,
  seedOf,
} from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const sign = vectorsOf('message-to-sign');
const seal = vectorsOf('seal-message');
const open = vectorsOf('open-message');

const around = {
  id: encodeBase64url(bytesOf('message id', 16)),
  from: MELBOURNE.id,
  to: SHANGHAI.id,
  time: INSTANT,
  programme: encodeBase64url(seedOf('message programme')),
};
const replyTo = encodeBase64url(bytesOf('message answered', 16));
const introduction = {
  ...around,
  kind: 'introduction',
  first: dateAfter(1),
  last: dateAfter(3),
  people: 1,
  needs: 'A desk by a window, please.',
  displayName: 'Ada L.',
};
const answer = { ...around, replyTo, kind: 'answer', answer: 'note', text: 'Ring at the back.' };
const note = {
  ...around,
  kind: 'note',
  text: 'Shall we lend each other chairs?\nOur hall is full.',
};
const incident = { ...around, kind: 'incident', date: dateAfter(-1), text: 'A key was lost.' };
const notice = { ...around, kind: 'notice', text: 'We move on Monday.' };

const bytes = (message: object): Uint8Array => encodeUtf8(JSON.stringify(message));
const signed = (document: Uint8Array, by: Space = MELBOURNE): Uint8Array =>
  tweetnaclBackend.sign(by.keys.peer, messageToSign(document));

const keys = {
  ephemeralSecret: seedOf('message ephemeral'),
  nonce: bytesOf('message nonce', 24),
  recipientKey: boxPublicKey(SHANGHAI.keys.box),
};
const sealedOf = (document: Uint8Array, signature = signed(document)): Uint8Array =>
  sealMessage(document, signature, keys);
const delivery = {
  boxSecret: SHANGHAI.keys.box,
  from: MELBOURNE.id,
  to: SHANGHAI.id,
  peerKey: tweetnaclBackend.publicKey(MELBOURNE.keys.peer),
  instant: INSTANT,
};

function taken(title: string, rules: string, message: object, change: object = {}): Vector {
  const input = { sealed: sealedOf(bytes(message)), ...delivery, ...change };
  return open.ok(`message: ${title} is taken`, rules, input, { message });
}

function refused(
  title: string,
  rules: string,
  sealed: Uint8Array,
  code: string,
  change: object = {},
): Vector {
  const input = { sealed, ...delivery, ...change };
  return open.error(`message: ${title} is refused`, rules, input, code);
}

/** Signed and sealed as it should be: its form alone refuses it. */
function malformed(title: string, rules: string, message: object): Vector {
  return refused(title, rules, sealedOf(bytes(message)), 'MESSAGE_INVALID');
}

function without(message: object, name: string): object {
  return Object.fromEntries(Object.entries(message).filter(([known]) => known !== name));
}

const document = bytes(note);
const sealed = sealedOf(document);
const longest = { ...note, text: '\u{1f600}'.repeat(2000) };

const good: readonly Vector[] = [
  sign.ok(
    'message: what the peer key signs',
    'MSG-5',
    { document },
    {
      message: messageToSign(document),
    },
  ),
  seal.ok(
    'message: a note is sealed',
    'MSG-6',
    { document, signature: signed(document), ...keys },
    { sealed },
    { ephemeralKey: boxPublicKey(keys.ephemeralSecret) },
  ),
  taken('an introduction', 'MSG-1', introduction),
  taken('an introduction of one day', 'MSG-3', { ...introduction, last: introduction.first }),
  taken('an answer', 'MSG-4', answer),
  taken('an answer without a text', 'MSG-4', without({ ...answer, answer: 'full' }, 'text')),
  taken('a note with a newline', 'MSG-2', note),
  taken('a note of 2000 characters outside of the BMP', 'MSG-1', longest),
  taken('an incident', 'MSG-1', incident),
  taken('a notice', 'MSG-1', notice),
  taken('one from 31 days ago', 'MSG-8', note, { instant: INSTANT + 31 * DAY }),
  taken('one from 600 seconds ahead', 'MSG-8', note, { instant: INSTANT - 600 }),
];

const badForms: readonly Vector[] = [
  refused('no JSON', 'MSG-1', sealedOf(encodeUtf8('{"id":')), 'MESSAGE_INVALID'),
  refused('a list', 'MSG-1', sealedOf(encodeUtf8('[]')), 'MESSAGE_INVALID'),
  refused(
    'text that is not UTF-8',
    'MSG-1',
    sealedOf(concatBytes(document.slice(0, -2), Uint8Array.of(0xff), document.slice(-2))),
    'MESSAGE_INVALID',
  ),
  malformed('one of 2001 characters', 'MSG-1', { ...note, text: 'x'.repeat(2001) }),
  refused(
    'one of 32769 bytes',
    'MSG-1',
    sealedOf(concatBytes(document, encodeUtf8(' '.repeat(32_769 - document.length)))),
    'MESSAGE_UNREADABLE',
  ),
  malformed('an unknown kind', 'MSG-1', { ...note, kind: 'greeting' }),
  malformed('a member more', 'MSG-1', { ...note, urgent: true }),
  malformed('no programme', 'MSG-1', without(note, 'programme')),
  malformed('an id of 15 bytes', 'MSG-1', { ...note, id: around.id.slice(0, 20) }),
  malformed('an id with bits left over', 'MSG-1', { ...note, id: `${around.id.slice(0, 21)}B` }),
  malformed('a note without a word', 'MSG-1', { ...note, text: '' }),
  malformed('an introduction of nobody', 'MSG-1', { ...introduction, people: 0 }),
  malformed('an introduction of 51 people', 'MSG-1', { ...introduction, people: 51 }),
  malformed('a date that no calendar has', 'MSG-1', { ...incident, date: '2026-02-30' }),
  malformed('a tabulator in a text', 'MSG-2', { ...note, text: 'a\tb' }),
  malformed('a carriage return in a text', 'MSG-2', { ...note, text: 'a\r\nb' }),
  malformed('an escape character in a text', 'MSG-2', { ...note, text: 'a\u001b[2Jb' }),
  malformed('a text that turns around', 'MSG-2', { ...note, text: 'a\u202eb' }),
  malformed('a text with an isolate', 'MSG-2', { ...note, text: 'a\u2067b' }),
  malformed('half of a surrogate pair', 'MSG-2', { ...note, text: 'a\ud800b' }),
  malformed('an introduction that ends before it begins', 'MSG-3', {
    ...introduction,
    last: dateAfter(0),
  }),
  malformed('an introduction of 94 days', 'MSG-3', { ...introduction, last: dateAfter(94) }),
  malformed('an answer to nothing', 'MSG-4', without(answer, 'replyTo')),
  malformed('please note without a note', 'MSG-4', without(answer, 'text')),
  malformed('another answer', 'MSG-4', { ...answer, answer: 'maybe' }),
];

const bare = tweetnaclBackend.sign(MELBOURNE.keys.peer, document);

const badSeals: readonly Vector[] = [
  refused('a bare document that was signed', 'MSG-5', sealedOf(document, bare), 'MESSAGE_FORGED'),
  refused(
    'one signed by another space',
    'MSG-5',
    sealedOf(document, signed(document, SYDNEY)),
    'MESSAGE_FORGED',
  ),
  refused(
    'one signed by the log key',
    'MSG-5',
    sealedOf(document, tweetnaclBackend.sign(MELBOURNE.keys.log, messageToSign(document))),
    'MESSAGE_FORGED',
  ),
  refused(
    'a signature of another document',
    'MSG-5',
    sealedOf(document, signed(bytes(notice))),
    'MESSAGE_FORGED',
  ),
  refused('another ephemeral key', 'MSG-6', bent(sealed, 3), 'MESSAGE_UNREADABLE'),
  refused('another nonce', 'MSG-6', bent(sealed, 40), 'MESSAGE_UNREADABLE'),
  refused('a bit turned in the box', 'MSG-6', bent(sealed, -1), 'MESSAGE_UNREADABLE'),
  refused('a box cut off', 'MSG-6', sealed.slice(0, -1), 'MESSAGE_UNREADABLE'),
  refused('nothing at all', 'MSG-6', new Uint8Array(0), 'MESSAGE_UNREADABLE'),
  refused('one sealed to another space', 'MSG-6', sealed, 'MESSAGE_UNREADABLE', {
    boxSecret: SYDNEY.keys.box,
  }),
  refused('one that a third hands over', 'MSG-7', sealed, 'MESSAGE_FORGED', { from: SYDNEY.id }),
  refused(
    'one meant for another space',
    'MSG-7',
    sealedOf(bytes({ ...note, to: SYDNEY.id })),
    'MESSAGE_FORGED',
  ),
  refused(
    'one of another space',
    'MSG-7',
    sealedOf(bytes({ ...note, from: SYDNEY.id })),
    'MESSAGE_FORGED',
  ),
  refused('one from over 31 days ago', 'MSG-8', sealed, 'MESSAGE_STALE', {
    instant: INSTANT + 31 * DAY + 1,
  }),
  refused('one from 601 seconds ahead', 'MSG-8', sealed, 'MESSAGE_STALE', {
    instant: INSTANT - 601,
  }),
];

export const messageVectors: readonly Vector[] = [...good, ...badForms, ...badSeals];
