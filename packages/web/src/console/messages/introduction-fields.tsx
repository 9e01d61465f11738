/** The fields of an introduction: when, how many, what they need, and who if that is agreed. */

import { api } from '../../api/client.js';
import type { MemberView } from '../../api/owner-views.js';
import type { Say } from '../../i18n/words.js';
import { CheckField, SelectField, TextArea, TextField } from '../../ui/field.js';
import { useLoad } from '../../ui/load.js';
import { proposedDisplayName } from '../members/list.js';
import type { MessageDraft, MessageProblem } from './message-draft.js';
import type { MessagesTable } from './words/load.js';

interface Props {
  readonly say: Say<MessagesTable>;
  readonly draft: MessageDraft;
  readonly wrong: readonly MessageProblem[];
  readonly onDraft: (part: Partial<MessageDraft>) => void;
  readonly today: string;
}

/** The fields. */
export function IntroductionFields({ say, draft, wrong, onDraft, today }: Props) {
  const has = (problem: MessageProblem, text: string) => (wrong.includes(problem) ? text : null);
  return (
    <>
      <div class="pair">
        <TextField
          label={say('first')}
          type="date"
          min={today}
          value={draft.first}
          problem={has('first', say('firstWrong'))}
          onValue={(first) => onDraft({ first })}
        />
        <TextField
          label={say('last')}
          hint={say('lastHint')}
          type="date"
          min={draft.first === '' ? today : draft.first}
          value={draft.last}
          problem={has('last', say('lastWrong')) ?? has('over', say('lastOver'))}
          onValue={(last) => onDraft({ last })}
        />
        <TextField
          label={say('people')}
          inputMode="numeric"
          autoComplete="off"
          value={draft.people}
          problem={has('people', say('peopleWrong'))}
          onValue={(people) => onDraft({ people })}
        />
      </div>
      <CheckField
        label={say('named')}
        checked={draft.isNamed}
        onChecked={(isNamed) => onDraft({ isNamed })}
      />
      {draft.isNamed && (
        <Who
          say={say}
          name={draft.displayName}
          problem={has('displayName', say('displayNameWrong'))}
          onName={(displayName) => onDraft({ displayName })}
        />
      )}
      <TextArea
        label={say('needs')}
        hint={say('needsHint')}
        rows={3}
        value={draft.needs}
        problem={has('needsLong', say('textLong'))}
        onValue={(needs) => onDraft({ needs })}
      />
    </>
  );
}

interface WhoProps {
  readonly say: Say<MessagesTable>;
  readonly name: string;
  readonly problem: string | null;
  readonly onName: (name: string) => void;
}

/** A member of the list, or a name that is typed: what desks elsewhere see of members. */
function Who({ say, name, problem, onName }: WhoProps) {
  const { loaded } = useLoad(() => api.get<readonly MemberView[]>('/api/members'), []);
  const members =
    loaded.state === 'ready' ? loaded.value.filter(({ status }) => status === 'active') : [];
  const shown = (member: MemberView): string =>
    member.displayName ?? proposedDisplayName(member.name);
  const chosen = members.find((member) => shown(member) === name);
  return (
    <div class="pair">
      {members.length > 0 && (
        <SelectField
          label={say('member')}
          value={chosen?.id ?? ''}
          choices={[
            { value: '', label: say('memberOther') },
            ...members.map((member) => ({ value: member.id, label: member.name })),
          ]}
          onValue={(id) => {
            const member = members.find((one) => one.id === id);
            onName(member === undefined ? '' : shown(member));
          }}
        />
      )}
      <TextField
        label={say('displayName')}
        autoComplete="off"
        value={name}
        problem={problem}
        onValue={onName}
      />
    </div>
  );
}
