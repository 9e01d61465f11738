/** The section Overview: what waits for the owner, and today in numbers. */

import { api } from '../../api/client.js';
import type { DayView } from '../../api/desk-views.js';
import type { MemberView, PeerView, RequestView, StatusView } from '../../api/owner-views.js';
import type { ProgrammeView } from '../../api/programme-views.js';
import { agoText, dateText } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { ButtonLink } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { useWords } from '../../ui/use-words.js';
import { isNotFetched, memberState } from '../members/list.js';
import { waitingFor } from './waiting.js';
import { WaitingList } from './waiting-list.js';
import { loadOverviewWords, type OverviewTable } from './words/load.js';

async function load() {
  const [status, programmes, requests, peers, members, day] = await Promise.all([
    api.get<StatusView>('/api/status'),
    api.get<readonly ProgrammeView[]>('/api/programmes'),
    api.get<readonly RequestView[]>('/api/requests'),
    api.get<readonly PeerView[]>('/api/peers'),
    api.get<readonly MemberView[]>('/api/members'),
    api.get<DayView>('/api/desk'),
  ]);
  return { status, programmes, requests, peers, members, day };
}

/** The section. */
export function Overview() {
  const common = useCommon();
  const say = useWords(loadOverviewWords);
  const { loaded, reload } = useLoad(load, []);
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading' || say === null) return <Loading text={common.say('loading')} />;
  return (
    <div class="stack wide">
      <h1>
        <bdi>{loaded.value.status.name}</bdi>
      </h1>
      <Problem error={loaded.error} onRetry={reload} />
      <WaitingList say={say} waiting={waitingFor(loaded.value)} onChanged={reload} />
      <Numbers say={say} {...loaded.value} />
      <div class="row">
        <ButtonLink href="/desk" icon="scan">
          {say('openDesk')}
        </ButtonLink>
        <ButtonLink href="#/members/add" kind="quiet" icon="plus">
          {say('addMember')}
        </ButtonLink>
      </div>
    </div>
  );
}

interface NumbersProps {
  readonly say: Say<OverviewTable>;
  readonly status: StatusView;
  readonly members: readonly MemberView[];
  readonly peers: readonly PeerView[];
  readonly programmes: readonly ProgrammeView[];
  readonly day: DayView;
}

function Numbers({ say, status, members, peers, programmes, day }: NumbersProps) {
  const { language } = useCommon();
  const visits = day.visits.filter(({ date, voided }) => date === day.date && !voided);
  const states = members.map((one) => memberState(one, day.date, status.now));
  const active = states.filter((state) => state === 'active');
  const notFetched = states.filter(isNotFetched);
  const ofAll = say('ofAll', { count: members.length });
  const reached = peers.filter(({ firstFailure }) => firstFailure === null);
  const beat = status.lastHeartbeat;
  const heard =
    beat === null
      ? say('noHeartbeat')
      : say('heartbeat', { ago: agoText(language, status.now - beat) });
  const reach =
    peers.length > 0 ? heard : say(programmes.length === 0 ? 'alone' : 'aloneInProgramme');
  return (
    <section class="stack" aria-label={say('today')}>
      <h2>{say('today')}</h2>
      <div class="grid figures">
        <Figure
          href="#/visits/desk"
          title={say('visitsToday')}
          figure={String(visits.length)}
          detail={
            day.capacity === null
              ? dateText(language, day.date)
              : say('placesLeft', { count: day.capacity.left })
          }
        />
        <Figure
          href="#/members"
          title={say('activeMembers')}
          figure={String(active.length)}
          detail={
            notFetched.length === 0
              ? ofAll
              : `${ofAll} · ${say('notFetched', { count: notFetched.length })}`
          }
        />
        <Figure
          href={peers.length === 0 ? '#/programme' : '#/network'}
          title={say('nodesReached')}
          figure={peers.length === 0 ? '–' : `${reached.length} / ${peers.length}`}
          detail={reach}
        />
        <Figure
          href="#/visits/desk"
          title={say('pending')}
          figure={String(status.pendingVisits)}
          detail={say('pendingHint')}
        />
      </div>
    </section>
  );
}

interface FigureProps {
  readonly href: string;
  readonly title: string;
  readonly figure: string;
  readonly detail: string;
}

function Figure({ href, title, figure, detail }: FigureProps) {
  return (
    <a class="card figure-card" href={href}>
      <span class="strong">{title}</span>
      <span class="figure numbers">{figure}</span>
      <span class="soft small">{detail}</span>
    </a>
  );
}
