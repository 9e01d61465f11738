export * from './issuing.js';
export * from './node-keys.js';
