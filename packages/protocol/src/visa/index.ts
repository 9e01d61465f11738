export * from './check.js';
export * from './claims.js';
export * from './grant.js';
export * from './proof.js';
export * from './token.js';
export * from './visa.js';
