/** What waits for the owner, each with the way to it. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { RequestView } from '../../api/owner-views.js';
import { agoText, dateText, isolated } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { nowSeconds } from '../../platform/clock.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { Notice } from '../../ui/notice.js';
import { Ask } from '../parts/ask.js';
import type { Waiting } from './waiting.js';
import type { OverviewTable } from './words/load.js';

interface Props {
  readonly say: Say<OverviewTable>;
  readonly waiting: readonly Waiting[];
  readonly onChanged: () => void;
}

/** The list. */
export function WaitingList({ say, waiting, onChanged }: Props) {
  if (waiting.length === 0) return <Notice tone="good">{say('nothingWaits')}</Notice>;
  return (
    <section class="stack tight">
      <h2>{say('waiting')}</h2>
      <ul class="plain rows">
        {waiting.map((one) => (
          <Item key={keyOf(one)} say={say} one={one} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function keyOf(one: Waiting): string {
  if ('request' in one) return one.request.id;
  return 'programme' in one ? one.kind + one.programme : one.kind;
}

interface ItemProps {
  readonly say: Say<OverviewTable>;
  readonly one: Waiting;
  readonly onChanged: () => void;
}

function Item({ say, one, onChanged }: ItemProps) {
  switch (one.kind) {
    case 'mode':
      return <Line icon="warn" title={say('mode')} detail={one.reason} />;
    case 'erasure':
    case 'objection':
      return <Request say={say} request={one.request} onChanged={onChanged} />;
    case 'choose':
      return (
        <Line
          icon="warn"
          title={say('choose')}
          detail={one.programme}
          href="#/programme"
          verb={say('look')}
        />
      );
    case 'messages':
      return (
        <Line
          icon="mail"
          title={say('messages', { count: one.count })}
          detail={say('messagesText')}
          href="#/messages"
          verb={say('look')}
        />
      );
    case 'vote':
    case 'endorse':
      return (
        <Line
          icon="people"
          title={say(one.kind, { count: one.count })}
          detail={one.programme}
          href="#/programme"
          verb={say('look')}
        />
      );
    case 'peers':
      return (
        <Line
          icon="globe"
          title={say('peersFail', { count: one.count })}
          detail={say('peersFailText')}
          href="#/network"
          verb={say('look')}
        />
      );
    case 'no-programme':
      return (
        <Line
          icon="star"
          title={say('noProgramme')}
          detail={say('noProgrammeText')}
          href="#/programme"
          verb={say('begin')}
        />
      );
    case 'no-member':
      return (
        <Line
          icon="people"
          title={say('noMember')}
          detail={say('noMemberText')}
          href="#/members/add"
          verb={say('addMember')}
        />
      );
    case 'no-address':
      return <Line icon="globe" title={say('noAddress')} detail={say('noAddressText')} />;
  }
}

interface LineProps {
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  readonly href?: string;
  readonly verb?: string;
}

function Line({ icon, title, detail, href, verb }: LineProps) {
  return (
    <li class="row-plain">
      <span class="row-icon">
        <Icon name={icon} />
      </span>
      <span class="grow">
        <strong>{title}</strong>
        <span class="row-detail soft small">
          <bdi>{detail}</bdi>
        </span>
      </span>
      {href !== undefined && verb !== undefined && (
        <ButtonLink href={href} kind="quiet">
          {verb}
        </ButtonLink>
      )}
    </li>
  );
}

interface RequestProps {
  readonly say: Say<OverviewTable>;
  readonly request: RequestView;
  readonly onChanged: () => void;
}

/** What a member asked for: to be looked at, and then marked as done. */
function Request({ say, request, onChanged }: RequestProps) {
  const { language } = useCommon();
  const [isAsked, setAsked] = useState(false);
  const { id, kind, member, memberName, recorded, hostName, date, note } = request;
  const done = async (): Promise<void> => {
    await api.post(`/api/requests/${id}/done`);
    onChanged();
  };
  const facts = [
    hostName,
    date === null ? null : dateText(language, date),
    note,
    agoText(language, nowSeconds() - recorded),
  ];
  return (
    <li class="row-plain">
      <span class="row-icon">
        <Icon name={kind === 'erasure' ? 'cross' : 'info'} />
      </span>
      <span class="grow">
        <strong>{say(kind, { name: isolated(memberName ?? say('aMember')) })}</strong>
        <span class="row-detail soft small">
          <bdi>{facts.filter((fact) => fact !== null && fact !== '').join(' · ')}</bdi>
        </span>
      </span>
      <ButtonLink href={`#/members/${member}`} kind="quiet">
        {say('look')}
      </ButtonLink>
      <Button kind="quiet" onClick={() => setAsked(true)}>
        {say('markDone')}
      </Button>
      {isAsked && (
        <Ask
          title={say('markDone')}
          verb={say('markDone')}
          act={done}
          onClose={() => setAsked(false)}
        >
          <p>{say(kind === 'erasure' ? 'erasureDone' : 'objectionDone')}</p>
        </Ask>
      )}
    </li>
  );
}
