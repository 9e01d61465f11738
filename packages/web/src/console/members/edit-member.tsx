/** Changes what is known of a member. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { MemberView } from '../../api/owner-views.js';
import type { Say } from '../../i18n/words.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useAction } from '../../ui/load.js';
import { Problem } from '../../ui/problem.js';
import { memberChange, memberDraft, wrongMember } from './member-draft.js';
import { MemberForm } from './member-form.js';
import type { MembersTable } from './words/load.js';

interface Props {
  readonly say: Say<MembersTable>;
  readonly member: MemberView;
  readonly plans: readonly string[];
  readonly onDone: (changed: boolean) => void;
}

/** The form. */
export function EditMember({ say, member, plans, onDone }: Props) {
  const common = useCommon();
  const [draft, setDraft] = useState(() => memberDraft(member));
  const { busy, error, run } = useAction();
  const wrong = wrongMember(draft);
  return (
    <form
      class="stack card"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong.length > 0) return;
        run(async () => {
          await api.patch(`/api/members/${member.id}`, memberChange(draft));
          onDone(true);
        });
      }}
    >
      <MemberForm
        say={say}
        draft={draft}
        wrong={wrong}
        plans={plans}
        isNew={false}
        onDraft={setDraft}
      />
      <Problem error={error} />
      <div class="row">
        <Button type="submit" busy={busy}>
          {common.say('save')}
        </Button>
        <Button kind="quiet" onClick={() => onDone(false)}>
          {common.say('cancel')}
        </Button>
      </div>
    </form>
  );
}
