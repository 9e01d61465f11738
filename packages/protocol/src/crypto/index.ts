export * from './boxes.js';
export * from './ed25519-guard.js';
export * from './hash.js';
export * from './self-test.js';
export * from './signature.js';
export * from './tweetnacl-backend.js';
export * from './webcrypto-backend.js';
