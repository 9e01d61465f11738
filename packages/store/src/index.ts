export { type MemorySnapshot, type MemoryStore, openMemoryStore } from './memory/open.js';
export * from './port.js';
