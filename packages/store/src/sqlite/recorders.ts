/** Who recorded a visit or a refusal, as it lies sealed. */

import { type Shape, shape } from '@covisa/protocol';
import type { Recorder } from '../port.js';
import { anyText } from './sealed-json.js';

const known: Shape<Recorder> = shape.either(
  shape.closed({ kind: shape.literal('person', 'token'), name: anyText }),
  shape.closed({ kind: shape.literal('owner', 'self', 'command-line'), name: shape.literal(null) }),
);

/** Once a text alone was kept, whoever it was: it is read as a person's name. */
export const recorder: Shape<Recorder> = {
  parse: (value, path = '') =>
    typeof value === 'string' ? { kind: 'person', name: value } : known.parse(value, path),
  schema: { anyOf: [anyText.schema, known.schema] },
};
