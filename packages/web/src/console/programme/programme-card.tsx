/** One programme: what waits, who takes part, the terms, and what the owner can do. */

import { type Offer, type SpaceId, utcDate } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { ProgrammeView } from '../../api/programme-views.js';
import { dateText, isolated } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { nowSeconds } from '../../platform/clock.js';
import type { NameOf } from '../../terms/terms-texts.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Notice } from '../../ui/notice.js';
import { Ask } from '../parts/ask.js';
import { TermsWords } from '../rules/terms-words.js';
import { Applicants } from './applicants.js';
import { Drafts } from './drafts.js';
import { InviteLink } from './invite-link.js';
import { Roster } from './roster.js';
import { Siblings } from './siblings.js';
import { isOver } from './standing.js';
import type { ProgrammeTable } from './words/load.js';

interface Props {
  readonly say: Say<ProgrammeTable>;
  readonly programme: ProgrammeView;
  readonly ours: SpaceId;
  readonly offer: Offer;
  readonly nameOf: NameOf;
  readonly onChanged: () => void;
}

/** The card. */
export function ProgrammeCard(props: Props) {
  const { say, programme } = props;
  const { language } = useCommon();
  const { name, purpose, standing, members, admitted, rosterVersion, terms, termsFrom } = programme;
  const { founded, votesNeeded, endorsements } = programme;
  return (
    <article class="card stack">
      <div class="row">
        <h2>
          <bdi>{name === '' ? say('nameless') : name}</bdi>
        </h2>
        <span class={`badge ${standing === 'member' ? 'good' : 'warn'}`}>
          {say(`standing-${standing}`)}
        </span>
      </div>
      {purpose !== '' && (
        <p>
          <bdi>{purpose}</bdi>
        </p>
      )}
      {standing !== 'member' && <Notice tone="info">{say(`hint-${standing}`)}</Notice>}
      <p class="soft small">{say('counts', { members, admitted, version: rosterVersion })}</p>
      {founded && <p class="soft small">{say('numbers', { votes: votesNeeded, endorsements })}</p>}
      <Siblings {...props} />
      <Drafts {...props} />
      <Applicants {...props} />
      <details open>
        <summary>{say('roster')}</summary>
        <Roster {...props} />
      </details>
      <details>
        <summary>{say('terms')}</summary>
        {termsFrom !== null && termsFrom > utcDate(nowSeconds()) && (
          <Notice tone="info">{say('termsFrom', { date: dateText(language, termsFrom) })}</Notice>
        )}
        <TermsWords terms={terms} />
      </details>
      {!isOver(programme) && <Actions {...props} />}
    </article>
  );
}

function Actions({ say, programme, onChanged }: Props) {
  const [isLeaving, setLeaving] = useState(false);
  const { id, name, standing } = programme;
  const leave = async (): Promise<void> => {
    await api.post(`/api/programmes/${id}/leave`);
    onChanged();
  };
  return (
    <div class="stack">
      {standing === 'member' && <InviteLink say={say} programme={programme} />}
      <div class="row">
        {standing === 'member' && (
          <ButtonLink href={`#/programme/${id}/change`} kind="quiet">
            {say('propose')}
          </ButtonLink>
        )}
        <Button kind="danger" onClick={() => setLeaving(true)}>
          {say('leave')}
        </Button>
      </div>
      {isLeaving && (
        <Ask
          title={say('leaveTitle', { name: isolated(name) })}
          verb={say('leave')}
          danger
          name={name}
          act={leave}
          onClose={() => setLeaving(false)}
        >
          <p>{say('leaveText')}</p>
        </Ask>
      )}
    </div>
  );
}
