/** The rules that most spaces use, as a form; the whole language is there as JSON below it. */

import type { ComponentChildren } from 'preact';
import { weekdayText } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { useCommon } from '../../ui/common.js';
import { CheckField, SelectField, TextField } from '../../ui/field.js';
import {
  AFTERS,
  NOTICES,
  PHOTO_IDS,
  type RulesDraft,
  type RulesProblem,
  STATICS,
  WINDOWS,
} from './rules-draft.js';
import type { RulesTable } from './words/load.js';

interface Props {
  readonly say: Say<RulesTable>;
  readonly draft: RulesDraft;
  readonly wrong: readonly RulesProblem[];
  /** Of an offer: an empty field is as in the terms. Of terms: no rule. */
  readonly isOffer: boolean;
  readonly onDraft: (draft: RulesDraft) => void;
}

type TextName = {
  [K in keyof RulesDraft]: RulesDraft[K] extends string ? K : never;
}[keyof RulesDraft];

/** The form. */
export function RulesForm(props: Props) {
  return (
    <div class="stack wide">
      <FreeRules {...props} />
      <WhoRules {...props} />
      <WhenRules {...props} />
      <WhatRules {...props} />
    </div>
  );
}

function Group({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class="stack">
      <legend class="group-title">{title}</legend>
      {children}
    </fieldset>
  );
}

/** Makes the fields of one form. */
function fields({ say, draft, wrong, isOffer, onDraft }: Props) {
  const set = (part: Partial<RulesDraft>): void => onDraft({ ...draft, ...part });
  return {
    set,
    number: (name: TextName & RulesProblem, hint?: string) => (
      <TextField
        label={say(name)}
        {...(hint !== undefined && { hint })}
        inputMode="decimal"
        value={draft[name]}
        problem={wrong.includes(name) ? say('numberWrong') : null}
        onValue={(value) => set({ [name]: value.trim() })}
      />
    ),
    choice: (name: TextName, values: readonly string[]) => (
      <SelectField
        label={say(name)}
        value={draft[name]}
        choices={values.map((value) => ({
          value,
          label:
            value === ''
              ? say(isOffer ? 'asInTerms' : 'noRule')
              : say(`${name}-${value}` as keyof RulesTable),
        }))}
        onValue={(value) => set({ [name]: value })}
      />
    ),
  };
}

function FreeRules(props: Props) {
  const { say, draft } = props;
  const { number, choice } = fields(props);
  return (
    <Group title={say('groupFree')}>
      <div class="pair">
        {number('freeDays', say('freeDaysHint'))}
        {choice('window', WINDOWS)}
      </div>
      <div class="pair">
        {choice('after', AFTERS)}
        {draft.after === 'discount' && number('percent')}
      </div>
      <div class="pair">
        {number('homeCap', say('homeCapHint'))}
        {number('consecutive')}
      </div>
    </Group>
  );
}

function WhoRules(props: Props) {
  const { say } = props;
  const { number, choice } = fields(props);
  return (
    <Group title={say('groupWho')}>
      <div class="pair">
        {number('membershipMonths')}
        {number('distanceKm', say('distanceHint'))}
      </div>
      <div class="pair">
        {choice('staticVisas', STATICS)}
        {choice('photoId', PHOTO_IDS)}
      </div>
      {number('companions', say('companionsHint'))}
    </Group>
  );
}

function WhenRules(props: Props) {
  const { say, draft, wrong } = props;
  const { language } = useCommon();
  const { set, number, choice } = fields(props);
  const toggle = (weekday: number, isOff: boolean): void =>
    set({
      weekdaysOff: isOff
        ? [...draft.weekdaysOff, weekday]
        : draft.weekdaysOff.filter((one) => one !== weekday),
    });
  return (
    <Group title={say('groupWhen')}>
      <CheckField
        label={say('openingOnly')}
        checked={draft.openingOnly}
        onChecked={(openingOnly) => set({ openingOnly })}
      />
      <fieldset>
        <legend>{say('weekdaysOff')}</legend>
        <div class="row">
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <CheckField
              key={weekday}
              label={weekdayText(language, weekday, 'short')}
              checked={draft.weekdaysOff.includes(weekday)}
              onChecked={(isOff) => toggle(weekday, isOff)}
            />
          ))}
        </div>
      </fieldset>
      <TextField
        label={say('datesOff')}
        hint={say('datesOffHint')}
        value={draft.datesOff}
        problem={wrong.includes('datesOff') ? say('datesOffWrong') : null}
        onValue={(datesOff) => set({ datesOff })}
      />
      <div class="pair">
        {choice('notice', NOTICES)}
        {(draft.notice === 'message' || draft.notice === 'booking') && number('noticeHours')}
      </div>
      <div class="pair">
        {number('perDay')}
        {number('perHome')}
      </div>
      <CheckField
        label={say('halfDays')}
        checked={draft.halfDays}
        onChecked={(halfDays) => set({ halfDays })}
      />
    </Group>
  );
}

function WhatRules(props: Props) {
  const { say, draft, wrong } = props;
  const { set } = fields(props);
  return (
    <Group title={say('groupWhat')}>
      <TextField
        label={say('included')}
        hint={say('includedHint')}
        value={draft.included}
        problem={wrong.includes('included') ? say('labelsWrong') : null}
        onValue={(included) => set({ included })}
      />
      <TextField
        label={say('excluded')}
        hint={say('excludedHint')}
        value={draft.excluded}
        problem={wrong.includes('excluded') ? say('labelsWrong') : null}
        onValue={(excluded) => set({ excluded })}
      />
    </Group>
  );
}
