/** The nodes that this one talks to: last success, first failure, their clocks, and again. */

import type { Seconds, SpaceId } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { PeerView, SyncReportView } from '../../api/owner-views.js';
import { agoText, isolated } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useAction } from '../../ui/load.js';
import { Empty, Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { isSkewed, peerState } from './peer-state.js';
import type { NetworkTable } from './words/load.js';

interface Props {
  readonly say: Say<NetworkTable>;
  readonly peers: readonly PeerView[];
  readonly now: Seconds;
  readonly onSynced: () => void;
}

/** The list. */
export function Peers({ say, peers, now, onSynced }: Props) {
  const { busy, error, run } = useAction();
  const [reports, setReports] = useState<readonly SyncReportView[]>([]);
  const sync = (peer: SpaceId | null): void =>
    run(async () => {
      setReports(await api.post<readonly SyncReportView[]>('/api/sync', { peer }));
      onSynced();
    });
  const failed = reports.filter(({ ok }) => !ok);
  return (
    <section class="stack">
      <div class="row apart">
        <h2>{say('peers')}</h2>
        {peers.length > 0 && (
          <Button kind="quiet" busy={busy} onClick={() => sync(null)}>
            {say('syncAll')}
          </Button>
        )}
      </div>
      <Problem error={error} />
      {reports.length > 0 && (
        <Notice tone={failed.length > 0 ? 'warn' : 'good'}>
          {failed.length > 0
            ? say('syncFailed', { count: failed.length })
            : say('syncDone', { count: reports.length })}
        </Notice>
      )}
      {peers.length === 0 ? (
        <Empty title={say('noPeersTitle')}>{say('noPeers')}</Empty>
      ) : (
        <ul class="plain rows">
          {peers.map((peer) => (
            <Peer
              key={peer.space}
              say={say}
              peer={peer}
              now={now}
              busy={busy}
              onRetry={() => sync(peer.space)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface PeerProps {
  readonly say: Say<NetworkTable>;
  readonly peer: PeerView;
  readonly now: Seconds;
  readonly busy: boolean;
  readonly onRetry: () => void;
}

function Peer({ say, peer, now, busy, onRetry }: PeerProps) {
  const { language } = useCommon();
  const state = peerState(peer);
  const ago = (instant: Seconds): string => agoText(language, now - instant);
  const { name, space, address, lastSuccess, firstFailure, lastError, retryAt, skew } = peer;
  return (
    <li class="row-plain">
      <span class="grow stack tight">
        <strong>
          <bdi>{name ?? `${space.slice(0, 8)}…`}</bdi>
        </strong>
        <span class="soft small link-text">{address ?? say('noAddress')}</span>
        <span class="small">
          {lastSuccess === null
            ? say('neverReached')
            : say('lastSuccess', { ago: ago(lastSuccess) })}
        </span>
        {firstFailure !== null && (
          <span class="small">
            {say('firstFailure', { ago: ago(firstFailure), count: peer.failures })}
          </span>
        )}
        {lastError !== null && state === 'failing' && (
          <span class="small link-text">
            <bdi>{lastError}</bdi>
          </span>
        )}
        {retryAt !== null && retryAt > now && (
          <span class="small">{say('retryIn', { time: ago(retryAt) })}</span>
        )}
        {skew !== null && isSkewed(skew) && (
          <span class="small">{say(skew > 0 ? 'ahead' : 'behind', { count: Math.abs(skew) })}</span>
        )}
      </span>
      <span class={`badge ${state === 'fine' ? 'good' : state === 'failing' ? 'bad' : ''}`}>
        {say(`peer-${state}`)}
      </span>
      <Button
        kind="quiet"
        busy={busy}
        label={say('retryPeer', { name: isolated(name ?? space.slice(0, 8)) })}
        onClick={onRetry}
      >
        {say(state === 'failing' ? 'retry' : 'syncNow')}
      </Button>
    </li>
  );
}
