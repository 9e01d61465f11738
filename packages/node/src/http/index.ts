export * from './app.js';
export * from './context.js';
export * from './server.js';
export { createSetUpApp } from './set-up/app.js';
export type { SetUp, SetUpChoice } from './set-up/routes.js';
