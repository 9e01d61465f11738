/**
 * Edits terms or an offer: the form, the same rules as JSON for what the form does not show, and
 * what they do to sample visits.
 */

import type { Offer, Terms } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import type { Say } from '../../i18n/words.js';
import { TextArea } from '../../ui/field.js';
import { applyRules } from './apply-rules.js';
import { type RulesDraft, rulesDraft, wrongRules } from './rules-draft.js';
import { RulesForm } from './rules-form.js';
import { SampleVisits } from './sample-visits.js';
import type { SampleRules } from './samples.js';
import type { RulesTable } from './words/load.js';
import './rules.css';

interface Props<R extends Offer | Terms> {
  readonly say: Say<RulesTable>;
  readonly rules: R;
  readonly isOffer: boolean;
  /** Reads rules from JSON. @throws ProtocolError */
  readonly parse: (value: unknown) => R;
  /** Rules that can be saved; null while something is wrong. */
  readonly onRules: (rules: R | null) => void;
  /** The samples of rules that are right. */
  readonly samples: (rules: R) => SampleRules;
}

interface State<R> {
  /** The latest rules that were right. */
  readonly rules: R;
  readonly draft: RulesDraft;
  /** Null: it shows the rules. */
  readonly json: string | null;
  readonly problem: string | null;
}

/** The editor. */
export function RulesEditor<R extends Offer | Terms>(props: Props<R>) {
  const { say, isOffer, parse, onRules, samples } = props;
  const [state, setState] = useState<State<R>>(() => ({
    rules: props.rules,
    draft: rulesDraft(props.rules),
    json: null,
    problem: null,
  }));
  const take = (next: State<R>): void => {
    setState(next);
    const isRight = next.problem === null && wrongRules(next.draft).length === 0;
    onRules(isRight ? next.rules : null);
  };
  const takeDraft = (draft: RulesDraft): void => {
    const before = { ...state, draft, json: null };
    const isReadable = wrongRules(draft).length === 0;
    take(
      isReadable
        ? attempt(before, () => parse(applyRules(state.rules, state.rules, draft)))
        : { ...before, problem: null },
    );
  };
  const takeJson = (json: string): void => {
    const read = attempt({ ...state, json }, () => parse(JSON.parse(json)));
    take(read.problem === null ? { ...read, draft: rulesDraft(read.rules) } : read);
  };
  return (
    <div class="split">
      <div class="stack wide">
        <RulesForm
          say={say}
          draft={state.draft}
          wrong={wrongRules(state.draft)}
          isOffer={isOffer}
          onDraft={takeDraft}
        />
        <details>
          <summary>{say('asJson')}</summary>
          <TextArea
            label={say('json')}
            hint={say('jsonHint')}
            rows={14}
            value={state.json ?? JSON.stringify(state.rules, null, 2)}
            problem={state.problem}
            onValue={takeJson}
          />
        </details>
        {state.problem !== null && state.json === null && (
          <p class="problem" role="alert">
            {state.problem}
          </p>
        )}
      </div>
      <SampleVisits say={say} rules={samples(state.rules)} />
    </div>
  );
}

/** The state with the rules that were read, or with why they could not be. */
function attempt<R>(state: State<R>, read: () => R): State<R> {
  try {
    return { ...state, rules: read(), problem: null };
  } catch (error) {
    return { ...state, problem: error instanceof Error ? error.message : String(error) };
  }
}
