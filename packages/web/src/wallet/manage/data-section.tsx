/** One's own data: to take along, to have erased at the home, to remove from this device. */

import { useState } from 'preact/hooks';
import { dateOfInstant } from '../../i18n/formats.js';
import { nowSeconds } from '../../platform/clock.js';
import { downloadJson } from '../../platform/download.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useAction } from '../../ui/load.js';
import { Notice } from '../../ui/notice.js';
import { goTo } from '../../ui/route.js';
import { useWallet } from '../app/context.js';
import { HomeProblem } from '../app/home-problem.js';
import type { ClaimedCard } from '../store/cards.js';
import { homeName } from '../store/read-card.js';
import { exportCard } from './export-card.js';
import { SureStep } from './sure-step.js';

interface Props {
  readonly card: ClaimedCard;
}

/** The section. */
export function DataSection({ card }: Props) {
  const { say } = useWallet();
  const save = (): void => {
    const now = nowSeconds();
    downloadJson(`covisa-${card.home.space.slice(0, 8)}.json`, exportCard(card, now));
  };
  return (
    <section class="card stack">
      <h2>{say('dataTitle')}</h2>
      <p>{say('dataWhat')}</p>
      <div>
        <Button kind="quiet" icon="download" onClick={save}>
          {say('exportButton')}
        </Button>
      </div>
      <p class="soft small">{say('exportWhat')}</p>
      <Erasure card={card} />
      <Removal card={card} />
    </section>
  );
}

/** The home erases; until it has, the visa works. */
function Erasure({ card }: Props) {
  const { say, language, wallet } = useWallet();
  const { erasureAsked } = card;
  if (erasureAsked !== null) {
    const date = dateOfInstant(language, erasureAsked);
    return <Notice>{say('erasureAsked', { date })}</Notice>;
  }
  return (
    <Confirmed
      card={card}
      button={say('erasureButton')}
      warning={say('erasureMeans', { name: homeName(card) })}
      sure={say('erasureSure')}
      run={() => wallet.askErasure(card)}
    />
  );
}

function Removal({ card }: Props) {
  const { say, wallet } = useWallet();
  const remove = async (): Promise<void> => {
    await wallet.remove(card);
    goTo('');
  };
  return (
    <Confirmed
      card={card}
      button={say('removeButton')}
      warning={say('removeMeans', { name: homeName(card) })}
      sure={say('removeSure')}
      run={remove}
    />
  );
}

interface ConfirmedProps extends Props {
  readonly button: string;
  readonly warning: string;
  readonly sure: string;
  readonly run: () => Promise<void>;
}

/** Something that cannot be taken back: a second button, after what it means. */
function Confirmed({ card, button, warning, sure, run: act }: ConfirmedProps) {
  const common = useCommon();
  const { busy, error, run } = useAction();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <div>
        <Button kind="danger" onClick={() => setAsked(true)}>
          {button}
        </Button>
      </div>
    );
  }
  return (
    <SureStep>
      <Notice tone="warn">{warning}</Notice>
      <HomeProblem card={card} error={error} />
      <div class="row">
        <Button kind="danger" busy={busy} onClick={() => run(act)}>
          {sure}
        </Button>
        <Button kind="quiet" onClick={() => setAsked(false)}>
          {common.say('cancel')}
        </Button>
      </div>
    </SureStep>
  );
}
