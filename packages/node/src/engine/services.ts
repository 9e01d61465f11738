/**
 * What the engine offers to its shells (HTTP routes, command line, simulator): one interface a
 * topic. Everything here is in the protocol's words and types; encodings for HTTP are made at the
 * edge.
 */

export type * from './services/accounts.js';
export type * from './services/desk.js';
export type * from './services/engine.js';
export type * from './services/gossip.js';
export type * from './services/home.js';
export type * from './services/keys.js';
export type * from './services/logs.js';
export type * from './services/messages.js';
export type * from './services/programmes.js';
export type * from './services/requests.js';
export type * from './services/resumes.js';
export type * from './services/spoken.js';
export type * from './services/wallets.js';
