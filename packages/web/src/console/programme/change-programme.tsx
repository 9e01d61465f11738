/** Proposes the next roster: spaces to seat, to add, to remove; other terms. */

import type { SpaceId, Terms } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { ProgrammeView } from '../../api/programme-views.js';
import { isolated } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import type { NameOf } from '../../terms/terms-texts.js';
import { Button } from '../../ui/button.js';
import { CheckField, TextField } from '../../ui/field.js';
import { useAction } from '../../ui/load.js';
import { Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { goTo } from '../../ui/route.js';
import { BackLink } from '../parts/back-link.js';
import {
  amendmentOf,
  type ChangeDraft,
  isChange,
  isEndorsements,
  isThreshold,
} from './amendment.js';
import { NumberFields } from './number-fields.js';
import { TermsEditor } from './start-programme.js';
import type { ProgrammeTable } from './words/load.js';

interface Props {
  readonly say: Say<ProgrammeTable>;
  readonly programme: ProgrammeView;
  readonly nameOf: NameOf;
  readonly onChanged: () => void;
}

/** The form. */
export function ChangeProgramme({ say, programme, nameOf, onChanged }: Props) {
  const [draft, setDraft] = useState<ChangeDraft>({
    seatAdmitted: programme.admitted > 0,
    leaveOutSilent: false,
    add: [],
    remove: [],
    name: programme.name,
    purpose: programme.purpose,
    threshold: programme.threshold === null ? '' : String(programme.threshold),
    endorsements: String(programme.endorsements),
    terms: null,
  });
  const [isEditing, setEditing] = useState(false);
  const [isRight, setRight] = useState(true);
  const { busy, error, run } = useAction();
  const silent = programme.spaces.filter((one) => one.silent).length;
  const amendment = amendmentOf(programme, draft);
  const areNumbers = isThreshold(draft.threshold) && isEndorsements(draft.endorsements);
  const mayPropose = isChange(amendment) && isRight && areNumbers;
  const change = (part: Partial<ChangeDraft>): void => setDraft({ ...draft, ...part });
  const takeTerms = (terms: Terms | null): void => {
    setRight(terms !== null);
    if (terms !== null) change({ terms });
  };
  const propose = async (): Promise<void> => {
    await api.post(`/api/programmes/${programme.id}/amend`, amendment);
    onChanged();
    goTo('programme');
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (mayPropose) run(propose);
      }}
    >
      <BackLink href="#/programme" text={say('title')} />
      <h1>{say('proposeTitle', { name: isolated(programme.name) })}</h1>
      <p>{say('proposeHint')}</p>
      {programme.admitted > 0 && (
        <CheckField
          label={say('seatAdmitted', { count: programme.admitted })}
          checked={draft.seatAdmitted}
          onChecked={(seatAdmitted) => change({ seatAdmitted })}
        />
      )}
      {silent > 0 && (
        <CheckField
          label={say('leaveOutSilent', { count: silent })}
          checked={draft.leaveOutSilent}
          onChecked={(leaveOutSilent) => change({ leaveOutSilent })}
        />
      )}
      <SpaceChoice
        title={say('addSpaces')}
        spaces={programme.applicants}
        nameOf={nameOf}
        chosen={draft.add}
        onChosen={(add) => change({ add })}
      />
      <SpaceChoice
        title={say('removeSpaces')}
        spaces={programme.spaces.filter(({ standing }) => standing === 'member')}
        nameOf={nameOf}
        chosen={draft.remove}
        onChosen={(remove) => change({ remove })}
      />
      <TextField
        label={say('programmeName')}
        maxLength={80}
        value={draft.name}
        onValue={(name) => change({ name })}
      />
      <TextField
        label={say('purpose')}
        maxLength={500}
        value={draft.purpose}
        onValue={(purpose) => change({ purpose })}
      />
      <NumberFields
        say={say}
        threshold={draft.threshold}
        endorsements={draft.endorsements}
        onThreshold={(threshold) => change({ threshold })}
        onEndorsements={(endorsements) => change({ endorsements })}
      />
      <h2>{say('terms')}</h2>
      {isEditing ? (
        <TermsEditor terms={programme.terms} onTerms={takeTerms} />
      ) : (
        <div class="row">
          <Button kind="quiet" onClick={() => setEditing(true)}>
            {say('changeTerms')}
          </Button>
        </div>
      )}
      <Notice tone="info">{say('proposeVotes')}</Notice>
      <Problem error={error} />
      <div class="row">
        <Button type="submit" busy={busy} disabled={!mayPropose}>
          {say('proposeNow')}
        </Button>
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly spaces: readonly { readonly space: SpaceId; readonly name: string | null }[];
  readonly nameOf: NameOf;
  readonly chosen: readonly SpaceId[];
  readonly onChosen: (spaces: readonly SpaceId[]) => void;
}

/** Some of the spaces; nothing where there are none. */
function SpaceChoice({ title, spaces, nameOf, chosen, onChosen }: ChoiceProps) {
  if (spaces.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      {spaces.map(({ space, name }) => (
        <CheckField
          key={space}
          label={<bdi>{name ?? nameOf(space)}</bdi>}
          checked={chosen.includes(space)}
          onChecked={(isChosen) =>
            onChosen(isChosen ? [...chosen, space] : chosen.filter((one) => one !== space))
          }
        />
      ))}
    </details>
  );
}
