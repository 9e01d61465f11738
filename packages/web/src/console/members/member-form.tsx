/** The fields of a member, new or to be changed. */

import type { Say } from '../../i18n/words.js';
import { CheckField, TextField } from '../../ui/field.js';
import { type MemberDraft, type MemberProblem, shownDisplayName } from './member-draft.js';
import type { MembersTable } from './words/load.js';

interface Props {
  readonly say: Say<MembersTable>;
  readonly draft: MemberDraft;
  readonly wrong: readonly MemberProblem[];
  readonly plans: readonly string[];
  readonly isNew: boolean;
  readonly onDraft: (draft: MemberDraft) => void;
}

/** The fields. */
export function MemberForm({ say, draft, wrong, plans, isNew, onDraft }: Props) {
  const change = (part: Partial<MemberDraft>): void => onDraft({ ...draft, ...part });
  const has = (problem: MemberProblem, text: string) => (wrong.includes(problem) ? text : null);
  return (
    <div class="stack">
      <TextField
        label={say('name')}
        hint={say('nameHint')}
        autoComplete="off"
        maxLength={200}
        required
        value={draft.name}
        problem={has('name', say('nameWrong'))}
        onValue={(name) => change({ name })}
      />
      <TextField
        label={say('displayName')}
        hint={say('displayNameHint')}
        autoComplete="off"
        maxLength={24}
        value={shownDisplayName(draft)}
        problem={has('displayName', say('displayNameWrong'))}
        onValue={(displayName) => change({ displayName })}
      />
      <TextField
        label={say('contact')}
        hint={say('contactHint')}
        type="email"
        autoComplete="off"
        maxLength={254}
        value={draft.contact}
        problem={has('contact', say('contactWrong'))}
        onValue={(contact) => change({ contact })}
      />
      <TextField
        label={say('plan')}
        hint={say('planHint')}
        list="member-plans"
        maxLength={16}
        value={draft.plan}
        problem={has('plan', say('planWrong'))}
        onValue={(plan) => change({ plan })}
      />
      <datalist id="member-plans">
        {plans.map((plan) => (
          <option key={plan} value={plan} />
        ))}
      </datalist>
      <div class="pair">
        {isNew && (
          <TextField
            label={say('since')}
            hint={say('sinceHint')}
            type="date"
            value={draft.since}
            onValue={(since) => change({ since })}
          />
        )}
        <TextField
          label={say('paidUntil')}
          hint={say('paidUntilHint')}
          type="date"
          value={draft.paidUntil}
          onValue={(paidUntil) => change({ paidUntil })}
        />
      </div>
      {isNew && (
        <CheckField
          label={say('isStatic')}
          checked={draft.isStatic}
          onChecked={(isStatic) => change({ isStatic })}
        />
      )}
    </div>
  );
}
