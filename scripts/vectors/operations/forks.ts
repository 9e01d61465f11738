/** Operations of the chapter log about logs that have forked. */

import {
  cutBy,
  encodeUtf8,
  fillShelf,
  forkProof,
  incarnation,
  keptSize,
  ProtocolError,
  readFork,
  readStray,
  settleFork,
  shape,
  shelfRoot,
  spaceId,
  strayPlace,
  tweetnaclBackend,
} from '@covisa/protocol';
import { anyText, asTyped, bytes, count, many, type Operations, operation } from './operation.js';
import { resumeOf } from './resume-line.js';

const stray = shape.closed({
  space: spaceId,
  incarnation,
  common: count,
  logKey: bytes,
  index: count,
  line: anyText,
  checkpoint: anyText,
  proof: many(bytes),
  accepted: shape.optional(shape.nullable(bytes)),
});

const fork = shape.closed({
  logKey: shape.nullable(bytes),
  recovery: shape.nullable(anyText),
  proof: asTyped<unknown>(),
});

export const forkOperations: Operations = {
  'read-fork': operation(fork, async ({ logKey, recovery, proof }) => {
    const read = readFork(shape.parseAs('FORK_INVALID', forkProof, proof), { logKey, recovery });
    const { log, common, root } = await settleFork(tweetnaclBackend, read);
    return { ...log, common, root };
  }),
  'kept-size': operation(
    shape.closed({ common: count, resume: shape.nullable(anyText) }),
    ({ common, resume }) => {
      const size = resume === null ? null : cutBy(resumeOf(resume)).size;
      return { kept: keptSize(common, size) };
    },
  ),
  'read-stray': operation(stray, ({ space, line, common, logKey, ...input }) => {
    const { index, checkpoint, proof, accepted } = input;
    const log = { space, incarnation: input.incarnation };
    const offered = { index, bytes: encodeUtf8(line), checkpoint, proof };
    const { entry, place, check } = readStray(log, offered, {
      ...{ common, logKey },
      ...(accepted !== undefined && { accepted }),
    });
    if (!tweetnaclBackend.verify(check)) {
      throw new ProtocolError('STRAY_INVALID', 'stray: expected a checkpoint that is signed');
    }
    return { type: entry.type, shelf: place.incarnation, place: place.index };
  }),
  'fill-shelf': operation(shape.closed({ leaves: many(bytes) }), ({ leaves }) => {
    const first = { space: spaceId.parse('A'.repeat(43)), incarnation: 0 };
    const strays = leaves.map((leaf) => ({ index: strayPlace(first, leaf).index, leaf }));
    const shelf = fillShelf([], strays);
    return { leaves: shelf.map(({ leaf }) => leaf), root: shelfRoot(shelf) };
  }),
};
