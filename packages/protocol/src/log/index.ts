export * from './checkpoint.js';
export * from './compact-range.js';
export * from './entries.js';
export * from './fork.js';
export * from './heartbeat.js';
export * from './note.js';
export type { PlacedEntry } from './placed-entry.js';
export * from './proofs.js';
export type { PrunedPart } from './pruned-range.js';
export * from './pruning.js';
export * from './range.js';
export * from './receipt.js';
export * from './resume.js';
export * from './schemas.js';
export * from './stored-hashes.js';
export * from './stray.js';
export * from './tiles.js';
export {
  emptyRoot,
  type HashedSubtree,
  leafHash,
  nodeHash,
  type Subtree,
  splitSize,
  subtreeHash,
} from './tree.js';
