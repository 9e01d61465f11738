export * from './base64url.js';
export * from './bytes.js';
export * from './dates.js';
export * from './distance.js';
export * from './fields.js';
export type { JsonSchema, Shape, Shaped } from './shape.js';
export * as shape from './shape.js';
