/** The published JSON Schemas (2020-12) of the entries, made from the shapes that parse them. */

import type { JsonSchema } from '../bytes/shape.js';
import { entryShapes } from './entry-shapes.js';

const descriptions: { readonly [type in keyof typeof entryShapes]: string } = {
  inception:
    "The log's first entry. Its SHA-256 is the space id. Holds the node's public keys and the digest of the recovery key.",
  resume:
    'The first entry of each incarnation after the first: new keys for the space, signed by its recovery key, and how much of the incarnation before is accepted.',
  'key-revocation':
    'The issuing key of that generation, announced earlier in the same log, is dead from this entry on.',
  keys: 'Announces the issuing key of the visas issued from `from` (inclusive) until `until` (exclusive).',
  profile: "A space's listing: business facts only. The latest in the log holds.",
  stamp:
    'The public receipt of a visit. Its marker and seal mean something only to those who were shown the visa.',
  void: 'Cancels the stamp at `index` of the same log.',
  refusal: 'A visiting member was not taken, and why, in one word. Says nothing of the person.',
  revocation: 'Visas issued before `time` under the visa number behind the marker are dead.',
  endorsement:
    'A member of the programme vouches for an applicant, as of the roster that it cites.',
  roster: "A version of a programme's list of spaces and of its terms.",
  'roster-signature': "The vote of the log's owner for a roster.",
  leave: "The log's owner leaves a programme, at once.",
  return: "The log's owner, having left a programme, applies to it again.",
  pruning:
    "What stays of the log's first entries: their indices, as a digest. The others may be forgotten.",
  closing: 'The space closes for good.',
};

/** The `$id` of an entry type's schema. */
export function entrySchemaId(type: string): string {
  return `urn:covisa:schema:entry:${type}:1`;
}

function document(type: keyof typeof entryShapes): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: entrySchemaId(type),
    title: `covisa log entry: ${type}`,
    description: descriptions[type],
    ...entryShapes[type].schema,
  };
}

/** One JSON Schema document for each entry type. */
export const entrySchemas: { readonly [type in keyof typeof entryShapes]: JsonSchema } = {
  inception: document('inception'),
  resume: document('resume'),
  keys: document('keys'),
  'key-revocation': document('key-revocation'),
  profile: document('profile'),
  stamp: document('stamp'),
  void: document('void'),
  refusal: document('refusal'),
  revocation: document('revocation'),
  endorsement: document('endorsement'),
  roster: document('roster'),
  'roster-signature': document('roster-signature'),
  leave: document('leave'),
  return: document('return'),
  pruning: document('pruning'),
  closing: document('closing'),
};
