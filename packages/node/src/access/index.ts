export { Access, type AccessPorts, type SessionView } from './access.js';
export type { Caller } from './caller.js';
export { checkPassword } from './easy.js';
