/** An invitation by a home: what it is, and making the visa on this device. */

import { useState } from 'preact/hooks';
import type { ClaimLink } from '../../links/links.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useAction, useLoad } from '../../ui/load.js';
import { Loading, Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { goTo } from '../../ui/route.js';
import { useWallet } from '../app/context.js';
import { isIosTab } from '../app/install.js';
import { InstallHint } from '../app/install-hint.js';
import type { Invitation } from '../app/invitation.js';
import type { ClaimedCard } from '../store/cards.js';
import { homeName } from '../store/read-card.js';
import { ElsewhereHelp } from './elsewhere-help.js';
import { claimError, claimProblems } from './problems.js';

/** What the claim page is given. */
export interface ClaimViewProps {
  readonly invitation: NonNullable<Invitation>;
  /** The person goes on to the wallet. */
  readonly onLeave: () => void;
}

/** The claim page. */
export function ClaimView({ invitation, onLeave }: ClaimViewProps) {
  const { say } = useWallet();
  if (invitation !== 'torn') return <Invited link={invitation} onLeave={onLeave} />;
  return (
    <>
      <h1>{say('claimTitle')}</h1>
      <Notice tone="bad" title={say('tornTitle')}>
        {say('claimTorn')}
      </Notice>
      <Button kind="quiet" onClick={onLeave}>
        {say('toWallet')}
      </Button>
    </>
  );
}

interface InvitedProps {
  readonly link: ClaimLink;
  readonly onLeave: () => void;
}

/** Says whose invitation it is, and claims. */
export function Invited({ link, onLeave }: InvitedProps) {
  const { say, wallet } = useWallet();
  const common = useCommon();
  const { loaded, reload } = useLoad(() => wallet.nameOf(link), [link]);
  const { busy, error, run } = useAction();
  const [claimed, setClaimed] = useState<ClaimedCard | null>(null);
  if (claimed !== null) return <Claimed card={claimed} onLeave={onLeave} />;
  if (loaded.state === 'loading') return <Loading text={common.say('loading')} />;
  if (loaded.state === 'failed') {
    return (
      <>
        <h1>{say('claimTitle')}</h1>
        <Problem
          error={claimError(loaded.error, say)}
          otherwise={say('homeRefused')}
          onRetry={reload}
        />
      </>
    );
  }
  const name = loaded.value;
  const claim = async (): Promise<void> => {
    const card = await wallet.claim(link, name);
    setClaimed(card);
    // The visa is here already; directory and visits come when they come.
    void wallet.refresh(card);
  };
  return (
    <>
      <h1>
        <bdi>{say('claimFrom', { name })}</bdi>
      </h1>
      <p class="lead">{say('claimWhat')}</p>
      <ul class="stack tight">
        <li>{say('claimKey')}</li>
        <li>{say('claimOffline')}</li>
        <li>{say('claimPrivate')}</li>
      </ul>
      {isIosTab() && (
        <Notice tone="warn" title={say('iosFirstTitle')}>
          {say('iosFirst')}
        </Notice>
      )}
      <Problem
        error={claimError(error, say)}
        known={claimProblems(say)}
        otherwise={say('homeRefused')}
      />
      <Button large full icon="card" busy={busy} onClick={() => run(claim)}>
        {say('claimButton')}
      </Button>
      <ElsewhereHelp link={link} />
    </>
  );
}

function Claimed({ card, onLeave }: { readonly card: ClaimedCard; readonly onLeave: () => void }) {
  const { say } = useWallet();
  const show = (): void => {
    onLeave();
    goTo(`code/${card.id}`);
  };
  return (
    <>
      <h1>{say('claimedTitle')}</h1>
      <Notice tone="good">{say('claimed', { name: homeName(card) })}</Notice>
      <Button large full icon="scan" onClick={show}>
        {say('showCode')}
      </Button>
      <InstallHint />
      <ButtonLink kind="link" href="#/">
        {say('toWallet')}
      </ButtonLink>
    </>
  );
}
