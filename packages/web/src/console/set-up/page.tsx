/** First set-up at `/set-up#TOKEN`: from an empty node to a space with a programme and a member. */

import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import { keepTabText, tabText } from '../../platform/tab-texts.js';
import { ButtonLink } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Frame } from '../../ui/frame.js';
import { useLoad } from '../../ui/load.js';
import { Loading, Notice } from '../../ui/notice.js';
import { InsecureNotice, Problem } from '../../ui/problem.js';
import { useWords } from '../../ui/use-words.js';
import { firstDraft, isAfterMaking, readDraft, type SetUpDraft, type SetUpState } from './draft.js';
import { Steps } from './steps.js';
import { loadSetUpWords } from './words/load.js';
import './set-up.css';

const TOKEN_KEY = 'covisa-set-up-token';
const DRAFT_KEY = 'covisa-set-up';

/** What the page begins with: asked of the node, or, when the space is made, kept from before. */
type Beginning = { readonly draft: SetUpDraft };

/** A draft of the steps after the space was made: the token is used up, and nothing is asked. */
function keptAfterMaking(): SetUpDraft | null {
  const empty = firstDraft({ made: false, profile: null, defaults: { timeZone: 'UTC' } }, 'en');
  const kept = readDraft(tabText(DRAFT_KEY), empty);
  return kept !== null && isAfterMaking(kept.step) ? kept : null;
}

/** A server's clock often shows UTC; the owner's browser is where the space is, as a rule. */
function withOwnersZone(state: SetUpState): SetUpState {
  if (state.defaults.timeZone !== 'UTC') return state;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { ...state, defaults: { timeZone } };
}

async function begin(token: string, language: string): Promise<Beginning> {
  const after = keptAfterMaking();
  if (after !== null) return { draft: after };
  const state = await api.post<SetUpState>('/api/set-up/state', { token });
  const fresh = firstDraft(withOwnersZone(state), language);
  return { draft: readDraft(tabText(DRAFT_KEY), fresh) ?? fresh };
}

/** The page. `token` is what stood behind the `#`; empty after a reload. */
export function SetUpPage({ token: given }: { readonly token: string }) {
  const { language, say: common } = useCommon();
  const say = useWords(loadSetUpWords);
  const [token] = useState(() => (given === '' ? (tabText(TOKEN_KEY) ?? '') : given));
  useEffect(() => keepTabText(TOKEN_KEY, token), [token]);
  const { loaded, reload } = useLoad(() => begin(token, language), [token]);
  if (say === null) return null;
  return (
    <Frame title="covisa" narrow>
      <div class="stack set-up">
        <InsecureNotice />
        {token === '' && (
          <Notice tone="warn" title={say('noTokenTitle')}>
            {say('noToken')}
          </Notice>
        )}
        {loaded.state === 'loading' && <Loading text={common('loading')} />}
        {loaded.state === 'failed' && token !== '' && (
          <>
            <Problem
              error={loaded.error}
              known={{ FORBIDDEN: say('tokenWrong') }}
              onRetry={reload}
            />
            <ButtonLink href="/console" kind="quiet">
              {say('toConsole')}
            </ButtonLink>
          </>
        )}
        {loaded.state === 'ready' && (
          <Steps
            say={say}
            token={token}
            first={loaded.value.draft}
            onKeep={(draft) => keepTabText(DRAFT_KEY, JSON.stringify(draft))}
            onEnd={() => {
              keepTabText(DRAFT_KEY, null);
              keepTabText(TOKEN_KEY, null);
              location.assign('/console');
            }}
          />
        )}
      </div>
    </Frame>
  );
}
