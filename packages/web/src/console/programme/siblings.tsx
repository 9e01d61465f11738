/** Several rosters that hold: what each says that the others do not, and the choice. */

import { utcDate } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { ProgrammeView, SiblingView } from '../../api/programme-views.js';
import { dateText, isolated, listText } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import type { NameOf } from '../../terms/terms-texts.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Notice } from '../../ui/notice.js';
import { Ask } from '../parts/ask.js';
import { TermsWords } from '../rules/terms-words.js';
import { haveSameTerms, onlyIn } from './sibling-differences.js';
import type { ProgrammeTable } from './words/load.js';

interface Props {
  readonly say: Say<ProgrammeTable>;
  readonly programme: ProgrammeView;
  readonly nameOf: NameOf;
  readonly onChanged: () => void;
}

/** All of them; nothing where one roster holds. */
export function Siblings({ say, programme, nameOf, onChanged }: Props) {
  const [asked, setAsked] = useState<SiblingView | null>(null);
  if (programme.siblings.length === 0) return null;
  const follow = async (roster: string): Promise<void> => {
    await api.post(`/api/programmes/${programme.id}/choose`, { roster });
    onChanged();
  };
  return (
    <section class="stack tight">
      <h3>{say('siblings')}</h3>
      <Notice tone="warn">{say('siblingsHint')}</Notice>
      {programme.siblings.map(({ version, rosters }) => (
        <ul key={version} class="plain rows">
          {rosters.map((one) => (
            <li key={one.roster} class="row-plain">
              <Sibling say={say} version={version} one={one} all={rosters} nameOf={nameOf} />
              {one.followed ? (
                <span class="badge good">{say('followed')}</span>
              ) : (
                <Button onClick={() => setAsked(one)}>{say('follow')}</Button>
              )}
            </li>
          ))}
        </ul>
      ))}
      {asked !== null && (
        <Ask
          title={say('followTitle', { name: isolated(asked.name) })}
          verb={say('follow')}
          act={() => follow(asked.roster)}
          onClose={() => setAsked(null)}
        >
          <p>{say('followText')}</p>
        </Ask>
      )}
    </section>
  );
}

interface SiblingProps {
  readonly say: Say<ProgrammeTable>;
  readonly version: number;
  readonly one: SiblingView;
  readonly all: readonly SiblingView[];
  readonly nameOf: NameOf;
}

function Sibling({ say, version, one, all, nameOf }: SiblingProps) {
  const { language } = useCommon();
  const date = dateText(language, utcDate(one.time));
  const names = (
    spaces: readonly { space: SiblingView['voters'][number]; name?: string | null }[],
  ) =>
    listText(
      language,
      spaces.map(({ space, name }) => isolated(name ?? nameOf(space))),
    );
  const own = onlyIn(one, all);
  return (
    <span class="grow stack tight">
      <strong>
        <bdi>{one.name}</bdi>
      </strong>
      <span class="soft small">
        {say('siblingOf', { version, date })} ·{' '}
        {say('siblingMembers', { count: one.members.length })}
      </span>
      {one.purpose !== '' && <bdi>{one.purpose}</bdi>}
      {own.length > 0 && <span>{say('onlyHere', { names: names(own) })}</span>}
      <span>{say('siblingVoters', { names: names(one.voters.map((space) => ({ space }))) })}</span>
      {!haveSameTerms(all) && (
        <details>
          <summary>{say('siblingTerms')}</summary>
          <TermsWords terms={one.terms} />
        </details>
      )}
    </span>
  );
}
