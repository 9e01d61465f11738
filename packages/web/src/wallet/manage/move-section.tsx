/** A new phone: this one shows a code, the new one scans it, and the key here is dead at once. */

import { useEffect, useState } from 'preact/hooks';
import { instantText } from '../../i18n/formats.js';
import { every } from '../../platform/clock.js';
import { QrCode } from '../../qr/qr-code.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { CopyText } from '../../ui/copy-text.js';
import { useAction } from '../../ui/load.js';
import { Notice } from '../../ui/notice.js';
import { useWallet } from '../app/context.js';
import { HomeProblem } from '../app/home-problem.js';
import type { Move } from '../home/home-client.js';
import type { ClaimedCard } from '../store/cards.js';
import { homeName } from '../store/read-card.js';

interface Props {
  readonly card: ClaimedCard;
}

/** How often the old phone looks whether the new one has taken over. */
const LOOK_MILLISECONDS = 5000;

/** The section. */
export function MoveSection({ card }: Props) {
  const { say, wallet } = useWallet();
  const { busy, error, run } = useAction();
  const [move, setMove] = useState<Move | null>(null);
  const isMoved = card.standing === 'replaced';
  return (
    <section class="card stack">
      <h2>{say('moveTitle')}</h2>
      {isMoved ? (
        <Notice tone="good" title={say('movedTitle')}>
          {say('moved')}
        </Notice>
      ) : (
        <p>{say('moveWhat')}</p>
      )}
      {move !== null && !isMoved && (
        <MoveCode card={card} move={move} onEnd={() => setMove(null)} />
      )}
      {move === null && !isMoved && (
        <>
          <HomeProblem card={card} error={error} conflict="moveGiven" />
          <div>
            <Button
              kind="quiet"
              icon="phone"
              busy={busy}
              onClick={() => run(async () => setMove(await wallet.move(card)))}
            >
              {say('moveButton')}
            </Button>
          </div>
          <p class="soft small">{say('moveLost', { name: homeName(card) })}</p>
        </>
      )}
    </section>
  );
}

interface CodeProps extends Props {
  readonly move: Move;
  readonly onEnd: () => void;
}

function MoveCode({ card, move, onEnd }: CodeProps) {
  const { say, language, wallet } = useWallet();
  const common = useCommon();
  const { busy, error, run } = useAction();
  const withdraw = async (): Promise<void> => {
    await wallet.withdrawMove(card);
    onEnd();
  };
  useEffect(() => every(LOOK_MILLISECONDS, () => void wallet.renew(card)), [wallet, card.id]);
  return (
    <>
      <ol class="stack tight">
        <li>{say('moveStepScan')}</li>
        <li>{say('moveStepClaim')}</li>
        <li>{say('moveStepDead')}</li>
      </ol>
      <div class="qr-small">
        <QrCode text={move.link} label={say('moveLabel')} />
      </div>
      <CopyText text={move.link} label={say('moveLabel')} action={say('copyLink')} />
      <p class="soft small">{say('moveUntil', { time: instantText(language, move.lapses) })}</p>
      <p class="soft small" role="status">
        {say('moveWaiting')}
      </p>
      <HomeProblem card={card} error={error} />
      <div>
        <Button kind="quiet" busy={busy} onClick={() => run(withdraw)}>
          {common.say('cancel')}
        </Button>
      </div>
    </>
  );
}
