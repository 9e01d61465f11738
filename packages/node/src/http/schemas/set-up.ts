/**
 * What first set-up may ask: the shape of every request. The edge (validate.ts) compiles each
 * shape's JSON Schema with Ajv and types the value by the shape itself. No message repeats a value:
 * a password and a one-time token are among them.
 */

import { key32, profileFields, shape, venueFields } from '@covisa/protocol';
import { newPassword } from './fields.js';

const { closed, nullable, text, together } = shape;

/** The one-time token from the terminal. */
const setUpToken = text({ min: 1, max: 100 });

export const setUpQuestion = closed({ token: setUpToken });
export const setUpRequest = closed({
  token: setUpToken,
  password: newPassword,
  name: profileFields.name,
  venue: together(closed(venueFields), 'latitude', 'longitude'),
  rate: profileFields.rate,
  languages: profileFields.languages,
  /**
   * SHA-256 of the recovery public key, whose words only the owner's browser knows; null for a
   * space that has one already.
   */
  recoveryDigest: nullable(key32),
});

export type SetUpRequest = shape.Shaped<typeof setUpRequest>;
