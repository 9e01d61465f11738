/**
 * What owners of their node and space may ask: the shape of every request. The edge (validate.ts)
 * compiles each shape's JSON Schema with Ajv and types the value by the shape itself, so schema
 * and type cannot drift apart. What a request *means* the engine checks.
 */

import { offer, profileFields, shape, spaceId } from '@covisa/protocol';

const { closed, integer, nullable, optional } = shape;

export const testClockRequest = closed({ advanceSeconds: integer(0, 3_155_760_000) });
export const keyRevocation = closed({ generation: integer(0, 0xffff_ffff) });
export const syncRequest = closed({ peer: nullable(spaceId) });
export const profileChange = closed({
  name: optional(profileFields.name),
  open: optional(profileFields.open),
  venues: optional(profileFields.venues),
  rate: optional(profileFields.rate),
  offer: optional(offer),
  languages: optional(profileFields.languages),
  mailbox: optional(nullable(profileFields.mailbox)),
  site: optional(nullable(profileFields.site)),
  houseRules: optional(nullable(profileFields.houseRules)),
});
