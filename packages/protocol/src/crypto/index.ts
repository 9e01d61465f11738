export * from './hash.js';
export * from './signature.js';
