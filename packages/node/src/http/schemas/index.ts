export * from './access.js';
export * from './common.js';
export * from './desk.js';
export * from './members.js';
export * from './programmes.js';
export * from './set-up.js';
export * from './space.js';
export * from './wallet.js';
