/** What the demo tells: chapters and steps, as lines for people or as one document for machines. */

import { isDeepStrictEqual } from 'node:util';

/** One comparison of what should be with what the nodes answered. */
export interface Step {
  readonly name: string;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly ok: boolean;
}

/** The demo's document. */
export interface Document {
  readonly ok: boolean;
  readonly seconds: number;
  readonly steps: readonly Step[];
}

/** Steps as they come in; `line` prints for people, and does nothing for machines. */
export class Report {
  readonly #line: (text: string) => void;
  readonly #steps: Step[] = [];
  #chapter = '';

  constructor(line: (text: string) => void) {
    this.#line = line;
  }

  /** Begins a chapter of the story. */
  chapter(number: number, title: string): void {
    this.#chapter = `${number}. `;
    this.#line(`\n${number}. ${title}`);
  }

  /** What happens between two steps. */
  say(text: string): void {
    this.#line(`   ${text}`);
  }

  /** One step: ok if `actual` is `expected`, all the way down. */
  step(name: string, expected: unknown, actual: unknown): void {
    const ok = isDeepStrictEqual(plain(actual), plain(expected));
    this.#steps.push({ name: `${this.#chapter}${name}`, expected, actual, ok });
    this.#line(`   ${ok ? 'ok    ' : 'FAILED'} ${name}`);
    if (ok) return;
    this.#line(`          expected ${JSON.stringify(expected)}`);
    this.#line(`          actual   ${JSON.stringify(actual)}`);
  }

  /** All steps, and whether each was ok. A story without steps is not ok. */
  document(seconds: number): Document {
    const ok = this.#steps.length > 0 && this.#steps.every((step) => step.ok);
    return { ok, seconds, steps: this.#steps };
  }
}

/** A value as JSON carries it: members that are undefined are not there. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
