/** Rosters that wait for signatures: what each would change, and the vote. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { DraftView, ProgrammeView } from '../../api/programme-views.js';
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

interface Asked {
  readonly draft: DraftView;
  readonly text: string;
}

/** All of them; nothing where none can be signed. */
export function Drafts({ say, programme, nameOf, onChanged }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const sign = async (roster: string): Promise<void> => {
    await api.post(`/api/programmes/${programme.id}/sign`, { roster });
    onChanged();
  };
  const { drafts, rivals, resting } = programme;
  const parts = { say, programme, nameOf, onAsked: setAsked };
  return (
    <>
      <Part {...parts} title={say('drafts')} drafts={drafts} text={say('signText')} />
      <Part
        {...parts}
        title={say('rivals')}
        hint={say('rivalsHint')}
        drafts={rivals}
        text={say('signText')}
      />
      <Part
        {...parts}
        title={say('resting')}
        hint={say('restingHint')}
        drafts={resting}
        text={say('restingText')}
      />
      {asked !== null && (
        <Ask
          title={say('signTitle')}
          verb={say('sign')}
          act={() => sign(asked.draft.roster)}
          onClose={() => setAsked(null)}
        >
          <Changes say={say} draft={asked.draft} nameOf={nameOf} />
          <p>{asked.text}</p>
        </Ask>
      )}
    </>
  );
}

interface PartProps {
  readonly say: Say<ProgrammeTable>;
  readonly programme: ProgrammeView;
  readonly nameOf: NameOf;
  readonly title: string;
  readonly hint?: string;
  readonly drafts: readonly DraftView[];
  /** What is asked before one is signed. */
  readonly text: string;
  readonly onAsked: (asked: Asked) => void;
}

function Part({ say, programme, nameOf, title, hint, drafts, text, onAsked }: PartProps) {
  const open = openDrafts(programme, drafts);
  if (drafts.length === 0) return null;
  return (
    <section class="stack tight">
      <h3>{title}</h3>
      {hint !== undefined && <p class="soft small">{hint}</p>}
      <ul class="plain rows">
        {drafts.map((draft) => (
          <li key={draft.roster} class="row-plain">
            <span class="grow">
              <Changes say={say} draft={draft} nameOf={nameOf} />
              <span class="row-detail soft small">
                {say('votes', { votes: draft.votes, needed: draft.needed })}
              </span>
            </span>
            {open.includes(draft) ? (
              <Button onClick={() => onAsked({ draft, text })}>{say('sign')}</Button>
            ) : (
              draft.signedByUs && <span class="badge good">{say('signed')}</span>
            )}
          </li>
        ))}
      </ul>
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
  const { version, add, remove, silent, changesTerms, sets } = draft;
  // The name and purpose of a founding stand above it, and the default rule is no news there.
  const isFounding = version === 0;
  return (
    <span class="stack tight">
      <strong>{say(version === 0 ? 'draftFounding' : 'draftVersion', { version })}</strong>
      {add.length > 0 && <span>{say('draftAdds', { names: names(add) })}</span>}
      {remove.length > 0 && <span>{say('draftRemoves', { names: names(remove) })}</span>}
      {silent.length > 0 && <span>{say('draftSilent', { names: names(silent) })}</span>}
      {changesTerms && <span>{say('draftTerms')}</span>}
      {sets.name !== undefined && !isFounding && (
        <span>{say('draftName', { name: isolated(sets.name) })}</span>
      )}
      {sets.purpose !== undefined && !isFounding && (
        <span>{say('draftPurpose', { text: isolated(sets.purpose) })}</span>
      )}
      {sets.threshold === null && !isFounding && <span>{say('draftRule')}</span>}
      {typeof sets.threshold === 'number' && (
        <span>{say('draftThreshold', { votes: sets.threshold })}</span>
      )}
      {sets.endorsements !== undefined && (
        <span>{say('draftEndorsements', { count: sets.endorsements })}</span>
      )}
    </span>
  );
}
