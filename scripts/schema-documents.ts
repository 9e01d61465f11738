/** spec/schemas/ from the shapes that parse the documents. */

import {
  entrySchemas,
  type JsonSchema,
  listing,
  messageShape,
  offer,
  syncHeader,
  terms,
  walletOverview,
} from '@covisa/protocol';
import { retrievalRequest } from '#node/engine/gossip/resumes.js';
import { grantRequest } from '#node/http/schemas/index.js';
import { applied } from './openapi/answers/programmes.js';
import { verdict } from './openapi/answers/verdict.js';
import { discovery, grantAnswer } from './openapi/protocol-operations.js';
import { errorBody } from './openapi/schemas.js';

function document(
  name: string,
  title: string,
  description: string,
  schema: JsonSchema,
): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:covisa:schema:${name}:1`,
    title: `covisa ${title}`,
    description,
    ...schema,
  };
}

const OTHERS: Readonly<Record<string, JsonSchema>> = {
  terms: document(
    'terms',
    'terms',
    "A programme's rules. Unknown members are refused: nobody may half understand a rule.",
    terms.schema,
  ),
  offer: document(
    'offer',
    'offer',
    "One space's own rules within its programme's terms, as its profile carries them.",
    offer.schema,
  ),
  message: document(
    'message',
    'message',
    'What one space writes to another, before it is signed and sealed.',
    messageShape.schema,
  ),
  'sync-header': document(
    'sync-header',
    'sync header',
    'The first line of a sync body. Raw entries follow, one a line, in the order of the ranges.',
    syncHeader.schema,
  ),
  discovery: document(
    'discovery',
    'discovery',
    'What /.well-known/covisa answers: who stands behind a domain, with the entries that prove it.',
    discovery.schema,
  ),
  application: document(
    'application',
    'application',
    'What an applicant is answered: the programme as it stands.',
    applied.schema,
  ),
  'recovery-request': document(
    'recovery-request',
    'recovery request',
    'By what an owner with nothing but the recovery key asks for the own logs.',
    retrievalRequest.schema,
  ),
  'grant-request': document(
    'grant-request',
    'grant request',
    "What a host asks of a member's home.",
    grantRequest.schema,
  ),
  'grant-answer': document(
    'grant-answer',
    'grant answer',
    'A grant (COSE_Sign1 in base64url; covisa.cddl) with its index, or why there is none.',
    grantAnswer.schema,
  ),
  overview: document(
    'overview',
    'overview',
    'All that a wallet needs to judge a visit with no network.',
    walletOverview.schema,
  ),
  listing: document('listing', 'listing', 'One space in a directory.', listing.schema),
  verdict: document(
    'verdict',
    'verdict',
    'The answer at a desk or door: free, paid or refuse, and why.',
    verdict.schema,
  ),
  error: document('error', 'error', 'The body of every refusal over HTTP.', errorBody.schema),
};

/** File name → JSON text, for all schemas. */
export function schemaDocuments(): ReadonlyMap<string, string> {
  const entries = Object.entries(entrySchemas).map(([type, schema]): [string, JsonSchema] => [
    `entry-${type}`,
    schema,
  ]);
  return new Map(
    [...entries, ...Object.entries(OTHERS)].map(([name, schema]) => [
      `${name}.json`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  );
}
