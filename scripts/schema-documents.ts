/** spec/schemas/ from the shapes that parse the documents. */

import { entrySchemas, type JsonSchema, offer, syncHeader, terms } from '@covisa/protocol';

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
  'sync-header': document(
    'sync-header',
    'sync header',
    'The first line of a sync body. Raw entries follow, one a line, in the order of the ranges.',
    syncHeader.schema,
  ),
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
