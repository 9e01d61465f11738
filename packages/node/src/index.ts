/**
 * For whoever runs the engine over ports of their own, as the simulator does: the engine, its
 * ports, the routes between nodes without HTTP, and the adapters that are pure.
 */

export { type NodeSignatureBackend, nodeSignatureBackend } from './adapters/ed25519-node.js';
export { nodeSha256 } from './adapters/sha256-node.js';
export type { EnginePorts, EngineSettings } from './engine/context.js';
export { contextOf, createEngine, initialiseSpace } from './engine/engine.js';
export {
  type Discovery,
  type PeerAddress,
  type PeerClient,
  PeerRefusal,
  type PeerRequestOptions,
  type PeerSelf,
} from './engine/gossip/peer-client.js';
export { findOwnLog } from './engine/identity.js';
export { OwnLog } from './engine/log/own-log.js';
export { Replica } from './engine/log/replica.js';
export { type Joined, ProgrammeBook } from './engine/programme/book.js';
export { Recoverable, type Recovered, type RecoverOrder } from './engine/recover.js';
export type * from './engine/services.js';
export { View } from './engine/view.js';
export { NodeError } from './errors.js';
export { type PeerRoute, peerRoutes } from './http/peer-routes.js';
export { ReplayGuard } from './http/replay.js';
export { statusOf } from './http/status.js';
export {
  type Clock,
  type HeadFile,
  type Logger,
  type Random,
  type Timer,
  TransportError,
} from './ports.js';
