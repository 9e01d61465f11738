export * from './digest.js';
export * from './frontier.js';
export * from './header.js';
export * from './message.js';
export * from './plan.js';
