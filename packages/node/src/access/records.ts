/**
 * What is kept of people, devices, tokens and sessions: one sealed document in the store. Secrets
 * are in it as digests only (SHA-256 of what was drawn at random), passwords and PINs as slow
 * hashes.
 */

import { encodeUtf8, key32, parseUtf8, seconds, shape } from '@covisa/protocol';

const { list, literal, nullable, open, text } = shape;

/** Desk people of one space: bounds the document. */
export const PEOPLE_MAX = 200;
/** Paired browsers of one space: bounds the document. */
export const DEVICES_MAX = 100;
/** Made tokens of one space: bounds the document. */
export const TOKENS_MAX = 100;
/** Open sessions: the one that was used least lately ends for a new one. Bounds the document. */
export const SESSIONS_MAX = 500;

const id = text({ min: 1, max: 32, pattern: /^[A-Za-z0-9_-]+$/, what: 'an id' });
const role = literal('owner', 'desk');
/** As the Passwords port gave it. */
const kept = text({ min: 1, max: 300 });
/** Of a person, device or token. */
export const accessName = text({ min: 1, max: 80 });

const person = open({ id, name: accessName, pin: kept, created: seconds });
const device = open({ id, name: accessName, digest: key32, paired: seconds });
const token = open({ id, name: accessName, role, digest: key32, created: seconds });
const session = open({
  digest: key32,
  role,
  /** Null for the owner. */
  person: nullable(id),
  /** The paired device that it began on. */
  device: nullable(id),
  started: seconds,
  used: seconds,
});
const accessRecord = open({
  /** The owner's; null until it was set. */
  password: nullable(kept),
  people: list(person, PEOPLE_MAX),
  devices: list(device, DEVICES_MAX),
  tokens: list(token, TOKENS_MAX),
  sessions: list(session, SESSIONS_MAX),
});

export type PersonRecord = shape.Shaped<typeof person>;
export type DeviceRecord = shape.Shaped<typeof device>;
export type TokenRecord = shape.Shaped<typeof token>;
export type SessionRecord = shape.Shaped<typeof session>;
export type AccessRecord = shape.Shaped<typeof accessRecord>;

/** Nobody may enter but whoever holds the token of the data folder. */
export const EMPTY_RECORD: AccessRecord = {
  password: null,
  people: [],
  devices: [],
  tokens: [],
  sessions: [],
};

/** The document as bytes. */
export function encodeRecord(record: AccessRecord): Uint8Array {
  return encodeUtf8(JSON.stringify(record));
}

/** The document in bytes. @throws ProtocolError SHAPE_INVALID, UTF8_INVALID */
export function parseRecord(bytes: Uint8Array): AccessRecord {
  return accessRecord.parse(JSON.parse(parseUtf8(bytes)));
}
