/** Adds one member. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { InvitationView, StatusView } from '../../api/owner-views.js';
import type { Say } from '../../i18n/words.js';
import { Button } from '../../ui/button.js';
import { useAction, useLoad } from '../../ui/load.js';
import { Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { newMember, newMemberDraft, wrongMember } from './member-draft.js';
import { MemberForm } from './member-form.js';
import type { MembersTable } from './words/load.js';

/** What most spaces call their usual plan; the owner types another. */
const USUAL_PLAN = 'full-time';

interface Props {
  readonly say: Say<MembersTable>;
  readonly plans: readonly string[];
  readonly onAdded: (invitation: InvitationView) => void;
}

/** The form. */
export function AddMember({ say, plans, onAdded }: Props) {
  const [draft, setDraft] = useState(() => newMemberDraft(plans[0] ?? USUAL_PLAN));
  const [isChecked, setChecked] = useState(false);
  const { busy, error, run } = useAction();
  const { loaded } = useLoad(() => api.get<StatusView>('/api/status'), []);
  const wrong = wrongMember(draft);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (wrong.length > 0) return;
        run(async () => onAdded(await api.post('/api/members', newMember(draft))));
      }}
    >
      <MemberForm
        say={say}
        draft={draft}
        wrong={isChecked ? wrong : []}
        plans={plans}
        isNew
        onDraft={setDraft}
      />
      {draft.isStatic && loaded.state === 'ready' && loaded.value.publicUrl === null && (
        <Notice tone="warn">{say('cardNoAddress')}</Notice>
      )}
      <Problem error={error} />
      <div class="row">
        <Button type="submit" icon="plus" busy={busy}>
          {say('addMember')}
        </Button>
      </div>
    </form>
  );
}
