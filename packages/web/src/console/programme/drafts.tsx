/** Rosters that wait for signatures: what each would change, and the vote. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { DraftView, ProgrammeView } from '../../api/owner-views.js';
import { isolated, listText } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import type { NameOf } from '../../terms/terms-texts.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Ask } from '../parts/ask.js';
import { openDrafts } from './standing.js';
import type { ProgrammeTable } from './words/load.js';

interface Props {
  readonly say: Say<ProgrammeTable>;
  readonly programme: ProgrammeView;
  readonly nameOf: NameOf;
  readonly onChanged: () => void;
}

/** All of them; nothing where none waits. */
export function Drafts({ say, programme, nameOf, onChanged }: Props) {
  const [asked, setAsked] = useState<DraftView | null>(null);
  const open = openDrafts(programme);
  if (programme.drafts.length === 0) return null;
  const sign = async (roster: string): Promise<void> => {
    await api.post(`/api/programmes/${programme.id}/sign`, { roster });
    onChanged();
  };
  return (
    <section class="stack tight">
      <h3>{say('drafts')}</h3>
      <ul class="plain rows">
        {programme.drafts.map((draft) => (
          <li key={draft.roster} class="row-plain">
            <span class="grow">
              <Changes say={say} draft={draft} nameOf={nameOf} />
              <span class="row-detail soft small">
                {say('votes', { votes: draft.votes, needed: draft.needed })}
              </span>
            </span>
            {open.includes(draft) ? (
              <Button onClick={() => setAsked(draft)}>{say('sign')}</Button>
            ) : (
              <span class="badge good">{say('signed')}</span>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && (
        <Ask
          title={say('signTitle')}
          verb={say('sign')}
          act={() => sign(asked.roster)}
          onClose={() => setAsked(null)}
        >
          <Changes say={say} draft={asked} nameOf={nameOf} />
          <p>{say('signText')}</p>
        </Ask>
      )}
    </section>
  );
}

interface ChangesProps {
  readonly say: Say<ProgrammeTable>;
  readonly draft: DraftView;
  readonly nameOf: NameOf;
}

/** What a roster changes, in words. */
function Changes({ say, draft, nameOf }: ChangesProps) {
  const { language } = useCommon();
  const names = (spaces: DraftView['add']): string =>
    listText(
      language,
      spaces.map((space) => isolated(nameOf(space))),
    );
  const { version, add, remove, changesTerms } = draft;
  return (
    <span class="stack tight">
      <strong>{say(version === 0 ? 'draftFounding' : 'draftVersion', { version })}</strong>
      {add.length > 0 && <span>{say('draftAdds', { names: names(add) })}</span>}
      {remove.length > 0 && <span>{say('draftRemoves', { names: names(remove) })}</span>}
      {changesTerms && <span>{say('draftTerms')}</span>}
    </span>
  );
}
