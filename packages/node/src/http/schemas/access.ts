/**
 * What may be asked about people, devices, tokens and sessions: the shape of every request. The
 * edge (validate.ts) compiles each shape's JSON Schema with Ajv and types the value by the shape
 * itself. No message repeats a value: passwords are among them.
 */

import { shape } from '@covisa/protocol';
import { accessName } from '../../access/records.js';
import { newPassword, recordId } from './fields.js';

const { closed, either, literal, optional, text } = shape;

/** Whatever somebody types where a password is asked for. */
const typedPassword = text({ min: 1, max: 200 });
const pin = text({ min: 4, max: 10, pattern: /^\d+$/, what: 'a PIN of 4 to 10 digits' });
const pairingCode = text({ min: 1, max: 40 });

export const signInRequest = either(
  closed({ password: typedPassword }),
  closed({ person: recordId, pin }),
);
export const deviceInvitation = closed({ name: accessName });
export const deviceClaim = closed({ code: pairingCode, name: optional(accessName) });
export const newPerson = closed({ name: accessName, pin });
export const pinChange = closed({ pin });
export const newToken = closed({ name: accessName, role: literal('owner', 'desk') });
export const passwordChange = closed({ current: optional(typedPassword), next: newPassword });
