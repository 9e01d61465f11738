/** The frame of the wallet, and which of its parts is shown. */

import { useEffect, useMemo, useState } from 'preact/hooks';
import { isolated } from '../../i18n/formats.js';
import type { Language } from '../../i18n/languages.js';
import type { Say } from '../../i18n/words.js';
import { useCommon } from '../../ui/common.js';
import { Frame } from '../../ui/frame.js';
import { useLoad } from '../../ui/load.js';
import { Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { useRoute } from '../../ui/route.js';
import { UpdatePrompt } from '../../ui/update.js';
import { useTitle } from '../../ui/use-title.js';
import type { WalletState } from '../holding.js';
import type { Wallet } from '../wallet.js';
import type { WalletTable } from '../words/load.js';
import { Banners } from './banners.js';
import { WalletContext, type WalletUse } from './context.js';
import { type Invitation, useInvitation } from './invitation.js';
import { Navigation } from './navigation.js';
import { openWallet } from './open-wallet.js';
import { ClaimPart, Parts } from './parts.js';
import { useRefresh } from './use-refresh.js';

interface Props {
  readonly say: Say<WalletTable>;
  readonly language: Language;
  readonly invitation: Invitation;
}

/** Says names of spaces, which are others’ own texts, so that they turn no sentence around. */
function isolating(say: Say<WalletTable>): Say<WalletTable> {
  return (word, parameters = {}) => {
    const { name } = parameters;
    return say(
      word,
      name === undefined ? parameters : { ...parameters, name: isolated(`${name}`) },
    );
  };
}

/** Each invitation begins afresh. */
function claimKey(invitation: NonNullable<Invitation>): string {
  return invitation === 'torn' ? 'torn' : invitation.code;
}

/** The page. */
export function WalletPage({ say, language, invitation }: Props) {
  const common = useCommon();
  const { loaded, reload } = useLoad(openWallet, []);
  useTitle(say('title'));
  if (loaded.state === 'ready') {
    return (
      <OpenWallet say={say} language={language} invitation={invitation} wallet={loaded.value} />
    );
  }
  return (
    <Frame title={say('title')} home="#/" narrow>
      {loaded.state === 'loading' && <Loading text={common.say('loading')} />}
      {loaded.state === 'failed' && <Problem error={loaded.error} onRetry={reload} />}
    </Frame>
  );
}

function useWalletState(wallet: Wallet): WalletState {
  const [state, setState] = useState(wallet.holding.state);
  useEffect(() => wallet.holding.subscribe(setState), [wallet]);
  return state;
}

interface OpenProps extends Props {
  readonly wallet: Wallet;
}

function OpenWallet({ say, language, invitation, wallet }: OpenProps) {
  const state = useWalletState(wallet);
  const [chosenId, choose] = useState('');
  const [opened, leave] = useInvitation(invitation);
  // Somebody who loads the page again after the claim comes without the code, and has a visa.
  const [hadCards] = useState(state.cards.length > 0);
  const open = opened === 'torn' && hadCards ? null : opened;
  useRefresh(wallet);
  const chosen = state.cards.find(({ id }) => id === chosenId) ?? state.cards[0] ?? null;
  // At a desk the code comes first.
  const isCode = useRoute().startsWith('code/') && open === null;
  const use: WalletUse = useMemo(
    () => ({ say: isolating(say), language, wallet, state, chosen, choose }),
    [say, language, wallet, state, chosen],
  );
  return (
    <WalletContext.Provider value={use}>
      <Frame title={say('title')} home="#/" narrow beside={open === null && <Navigation />}>
        <div class="stack wallet">
          {!isCode && <Banners />}
          {open === null ? (
            <Parts />
          ) : (
            <ClaimPart key={claimKey(open)} invitation={open} onLeave={leave} />
          )}
          {isCode && <Banners />}
        </div>
      </Frame>
      <UpdatePrompt />
    </WalletContext.Provider>
  );
}
