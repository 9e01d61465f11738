/** The keys by which the space signs visas, the end of one of them, and the recovery key. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { IssuingKeyView } from '../../api/owner-views.js';
import { instantText } from '../../i18n/formats.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Loading, Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { Ask } from '../parts/ask.js';
import { isRevocable, keyStateOf, newestFirst } from './key-state.js';
import type { PartProps } from './part.js';

/** The part. */
export function KeysPart({ say, profile, status }: PartProps) {
  const common = useCommon();
  const { loaded, reload } = useLoad(() => api.get<readonly IssuingKeyView[]>('/api/keys'), []);
  const [asked, setAsked] = useState<IssuingKeyView | null>(null);
  const revoke = async ({ generation }: IssuingKeyView): Promise<void> => {
    await api.post('/api/keys/revoke', { generation });
    reload();
  };
  return (
    <div class="stack wide column">
      <section class="card stack">
        <h2>{say('keys')}</h2>
        <p>{say('keysHint')}</p>
        {loaded.state === 'loading' && <Loading text={common.say('loading')} />}
        {loaded.state !== 'loading' && <Problem error={loaded.error} onRetry={reload} />}
        {loaded.state === 'ready' && (
          <ul class="plain rows">
            {newestFirst(loaded.value).map((key) => (
              <li key={`${key.incarnation}/${key.generation}`} class="row-plain">
                <KeyText say={say} issuing={key} now={status.now} />
                {isRevocable(key, status) && (
                  <Button kind="quiet" onClick={() => setAsked(key)}>
                    {say('revokeKey')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section class="card stack">
        <h2>{say('recovery')}</h2>
        <p>{say('recoveryText')}</p>
        <p>
          <code>covisa recover</code>
        </p>
        <p class="soft small">{say('recoveryCount', { incarnation: status.incarnation })}</p>
        <Notice tone="warn">{say('recoveryLost')}</Notice>
      </section>
      {asked !== null && (
        <Ask
          title={say('revokeTitle', { generation: asked.generation })}
          verb={say('revokeKey')}
          danger
          name={profile.name}
          act={() => revoke(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{say('revokeText')}</p>
        </Ask>
      )}
    </div>
  );
}

interface KeyProps {
  readonly say: PartProps['say'];
  readonly issuing: IssuingKeyView;
  readonly now: number;
}

function KeyText({ say, issuing, now }: KeyProps) {
  const { language } = useCommon();
  const { incarnation, generation, from, until, deadSince } = issuing;
  const state = keyStateOf(issuing, now);
  const at = (time: number): string => instantText(language, time);
  return (
    <span class="grow stack tight">
      <span class="row">
        <strong>{say('keyName', { generation, incarnation })}</strong>
        <span class={`badge ${state === 'serves' ? 'good' : ''}`}>{say(`key-${state}`)}</span>
      </span>
      <span class="soft small">
        {deadSince === null
          ? say('keyPeriod', { from: at(from), until: at(until) })
          : say('keyDead', { from: at(from), since: at(deadSince) })}
      </span>
      <code class="small">{issuing.issuing}</code>
    </span>
  );
}
