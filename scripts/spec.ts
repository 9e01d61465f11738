/** `npm run spec`: writes the documents of the specification that follow from the code. */

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { specDocuments } from './documents.js';
import { ROOT } from './repository.js';

const documents = specDocuments();
const schemas = join(ROOT, 'spec/schemas');
mkdirSync(schemas, { recursive: true });
for (const name of readdirSync(schemas)) {
  if (!documents.has(`spec/schemas/${name}`)) rmSync(join(schemas, name));
}
for (const [path, text] of documents) writeFileSync(join(ROOT, path), text);
console.log(`spec: wrote ${documents.size} documents`);
