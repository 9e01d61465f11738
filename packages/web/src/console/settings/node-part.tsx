/** The node itself: its address, its mail, and the end of the space. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { MailView } from '../../api/owner-views.js';
import { isolated } from '../../i18n/formats.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Loading, Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { Ask } from '../parts/ask.js';
import type { PartProps } from './part.js';

/** The part. */
export function NodePart({ say, profile, status, onChanged }: PartProps) {
  const common = useCommon();
  const { loaded, reload } = useLoad(() => api.get<MailView>('/api/mail'), []);
  const [isClosing, setClosing] = useState(false);
  return (
    <div class="stack wide column">
      <section class="card stack">
        <h2>{say('address')}</h2>
        {status.publicUrl === null ? (
          <Notice tone="warn">{say('noPublicUrl')}</Notice>
        ) : (
          <p>
            <a class="link-text" href={status.publicUrl}>
              {status.publicUrl}
            </a>
          </p>
        )}
        <dl class="facts">
          <div>
            <dt>{say('spaceId')}</dt>
            <dd>
              <code>{status.space}</code>
            </dd>
          </div>
          <div>
            <dt>{say('mode')}</dt>
            <dd>{status.modeReason ?? say('modeReady')}</dd>
          </div>
        </dl>
      </section>
      <section class="card stack">
        <h2>{say('mail')}</h2>
        {loaded.state === 'loading' && <Loading text={common.say('loading')} />}
        {loaded.state === 'failed' && <Problem error={loaded.error} onRetry={reload} />}
        {loaded.state === 'ready' && (
          <p>
            {loaded.value.configured
              ? say('mailOn', { from: loaded.value.from ?? '' })
              : say('mailOff')}
          </p>
        )}
      </section>
      <section class="card stack">
        <h2>{say('close')}</h2>
        <p>{say('closeText')}</p>
        <div class="row">
          <Button kind="danger" onClick={() => setClosing(true)}>
            {say('closeNow')}
          </Button>
        </div>
      </section>
      {isClosing && (
        <Ask
          title={say('closeTitle', { name: isolated(profile.name) })}
          verb={say('closeNow')}
          danger
          name={profile.name}
          act={() => api.post('/api/close').then(onChanged)}
          onClose={() => setClosing(false)}
        >
          <p>{say('closeText')}</p>
        </Ask>
      )}
    </div>
  );
}
