export * from './describe.js';
export * from './load.js';
export * from './resolve.js';
export * from './settings.js';
