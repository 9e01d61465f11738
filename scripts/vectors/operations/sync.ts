/** Operations of the chapter sync. */

import {
  encodeFrontierLine,
  frontierDigest,
  frontierLine,
  parseSync,
  planExchange,
  shape,
} from '@covisa/protocol';
import { bytes, many, type Operations, operation } from './operation.js';

const frontier = many(frontierLine);

export const syncOperations: Operations = {
  'read-sync': operation(shape.closed({ body: bytes }), ({ body }) => {
    const { header, lines } = parseSync(body);
    const sent = header.frontier?.map(encodeFrontierLine);
    return { header: { ...header, ...(sent && { frontier: sent }) }, lines };
  }),
  'frontier-digest': operation(shape.closed({ frontier }), (input) => ({
    digest: frontierDigest(input.frontier),
  })),
  'plan-exchange': operation(
    shape.closed({ mine: frontier, theirs: frontier, full: shape.bool }),
    ({ mine, theirs, full }) => planExchange(mine, theirs, full),
  ),
};
