/** What a document says of one method at one path, before it is written as OpenAPI. */

import type { shape } from '@covisa/protocol';
import type { Code } from './codes.js';

/** Who may call. */
export type Security = 'anybody' | 'peer' | 'wallet' | 'owner' | 'desk' | 'browser';

/** A body or an answer. */
export interface Content {
  readonly type: string;
  /** Missing: bytes, which the description explains. */
  readonly shape?: shape.Shape<unknown>;
  readonly description?: string;
}

/** One method at one path. */
export interface Operation {
  readonly method: 'get' | 'post' | 'patch';
  /** With its parameters in braces. */
  readonly path: string;
  /** A sentence. */
  readonly summary: string;
  readonly security: Security;
  readonly parameters?: shape.Shape<object>;
  readonly query?: shape.Shape<object>;
  readonly body?: Content;
  readonly status: number;
  readonly answer: Content;
  /** Besides those that any request may be answered by. */
  readonly codes: readonly Code[];
}

/** A body or answer of JSON. */
export function json(described: shape.Shape<unknown>): Content {
  return { type: 'application/json', shape: described };
}
