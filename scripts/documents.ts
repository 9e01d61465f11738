/** All documents of the specification that are written from the code: path from the root → text. */

import { errorsDocument } from './errors-document.js';
import { limitsDocument } from './limits-document.js';
import { openapiDocuments } from './openapi/document.js';
import { chaptersWithRules } from './rule-tables.js';
import { rulesDocument } from './rules-document.js';
import { schemaDocuments } from './schema-documents.js';

/** What `npm run spec` writes, and what the test compares. */
export function specDocuments(): ReadonlyMap<string, string> {
  const schemas = [...schemaDocuments()].map(([name, text]): [string, string] => [
    `spec/schemas/${name}`,
    text,
  ]);
  return new Map([
    ['spec/limits.md', limitsDocument()],
    ['spec/errors.md', errorsDocument()],
    ['spec/rules.md', rulesDocument()],
    ...chaptersWithRules(),
    ...openapiDocuments(),
    ...schemas,
  ]);
}
