/** Tables of scenarios: a sentence, an input, and what the verdict must be. */

import { type JudgeInput, judge, type ReasonCode, type Verdict } from '@covisa/protocol';
import { expect } from 'chai';

/** Title, input, outcome, the deciding code, the deciding rule. */
export type Row = readonly [
  title: string,
  input: JudgeInput,
  outcome: Verdict['outcome'],
  code: ReasonCode,
  rule?: string,
];

/** One test a row. */
export function rows(table: readonly Row[]): void {
  for (const [title, input, outcome, code, rule] of table) {
    it(title, () => {
      const verdict = judge(input);
      expect([verdict.outcome, verdict.reasons[0].code]).to.deep.equal([outcome, code]);
      if (rule !== undefined) expect(verdict.decidedBy).to.equal(rule);
    });
  }
}

/** The codes of all reasons, in order. */
export function codes(verdict: Verdict): readonly ReasonCode[] {
  return verdict.reasons.map(({ code }) => code);
}
