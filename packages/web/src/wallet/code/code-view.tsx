/** The member's code, and what to do where it cannot be scanned. */

import type { SpaceId } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { dateOfInstant } from '../../i18n/formats.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { useAction } from '../../ui/load.js';
import { Notice } from '../../ui/notice.js';
import { useNow } from '../../ui/use-now.js';
import { useWallet } from '../app/context.js';
import { HomeProblem } from '../app/home-problem.js';
import type { ClaimedCard } from '../store/cards.js';
import { cardState, claimsOf, homeName, overviewOf } from '../store/read-card.js';
import { CodePanel } from './code-panel.js';
import { HonourDialog } from './honour-dialog.js';
import { SpokenDialog } from './spoken-dialog.js';

interface Props {
  readonly card: ClaimedCard;
  readonly host: SpaceId | null;
}

/** The part that shows a code. */
export function CodeView({ card, host }: Props) {
  const { say } = useWallet();
  const state = cardState(card, useNow(15));
  return (
    <div class="stack code-view">
      <h1>{say('codeTitle')}</h1>
      {state === 'good' ? <GoodCode card={card} host={host} /> : <DeadCode card={card} />}
    </div>
  );
}

function GoodCode({ card, host }: Props) {
  const { say } = useWallet();
  const [shown, setShown] = useState<'nothing' | 'spoken' | 'honour'>('nothing');
  const close = (): void => setShown('nothing');
  return (
    <>
      <CodePanel key={host ?? 'any'} card={card} host={host} />
      <ForWhom card={card} host={host} />
      <div class="stack tight">
        <Button kind="quiet" full icon="sound" onClick={() => setShown('spoken')}>
          {say('spokenButton')}
        </Button>
        <Button kind="quiet" full icon="info" onClick={() => setShown('honour')}>
          {say('honourButton')}
        </Button>
      </div>
      <p class="soft small">{say('brightness')}</p>
      {shown === 'spoken' && <SpokenDialog card={card} onClose={close} />}
      {shown === 'honour' && <HonourDialog card={card} onClose={close} />}
    </>
  );
}

/** For which space the code is: bound to one, nobody can show it on at another. */
function ForWhom({ card, host }: Props) {
  const { say } = useWallet();
  if (host === null) {
    return (
      <p>
        {say('forAny')} <a href="#/spaces">{say('pickSpace')}</a>
      </p>
    );
  }
  const listing = overviewOf(card)?.directory.find(({ space }) => space === host);
  return (
    <p>
      <bdi>{say('forOne', { name: listing?.name ?? `${host.slice(0, 8)}…` })}</bdi>{' '}
      <a href={`#/code/${card.id}`}>{say('makeOpen')}</a>
    </p>
  );
}

/** A code that no desk would take is not shown; what to do is. */
function DeadCode({ card }: { readonly card: ClaimedCard }) {
  const { say, language, wallet } = useWallet();
  const { busy, error, run } = useAction();
  const standing = cardState(card, useNow(15));
  if (standing === 'good') return null;
  const name = homeName(card);
  return (
    <Notice tone="bad" title={say(`${standing}Title`)}>
      <div class="stack">
        <p>{say(standing, { name, date: dateOfInstant(language, claimsOf(card).expiresAt) })}</p>
        <HomeProblem card={card} error={error} />
        <div class="row">
          <Button kind="quiet" busy={busy} onClick={() => run(() => wallet.askNow(card))}>
            {say('askHome')}
          </Button>
          <ButtonLink kind="link" href={`#/card/${card.id}`}>
            {say('manage')}
          </ButtonLink>
        </div>
      </div>
    </Notice>
  );
}
