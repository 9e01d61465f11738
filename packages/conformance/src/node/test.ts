/** What a test of a node is. */

import type { Subject } from './subject.js';

/** One test. It passes unless it throws. */
export interface NodeTest {
  /** A sentence. */
  readonly title: string;
  /** The rules of spec/rules.md that it checks; none where the specification gives it no id. */
  readonly rules: readonly string[];
  readonly run: (subject: Subject) => Promise<void>;
}

/** Tests of one chapter, in the order in which they are run. */
export interface NodeChapter {
  readonly name: string;
  /** Where the specification says what is tested. */
  readonly place: string;
  readonly tests: readonly NodeTest[];
}
