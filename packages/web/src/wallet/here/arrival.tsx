/** Checking in at a door: what it will be, then the host's answer, or the code for reception. */

import type { HostAnswer } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import type { PosterLink } from '../../links/links.js';
import { after } from '../../platform/clock.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useAction } from '../../ui/load.js';
import { Notice } from '../../ui/notice.js';
import { useNow } from '../../ui/use-now.js';
import { useWallet } from '../app/context.js';
import { CodePanel } from '../code/code-panel.js';
import { PlanVerdict } from '../spaces/plan-verdict.js';
import type { ClaimedCard } from '../store/cards.js';
import { cardState, homeName } from '../store/read-card.js';
import { arrivalWhy } from './arrival-problem.js';
import { ArrivalResult } from './arrival-result.js';
import { cardFor, type Door, doorOf } from './door.js';

interface Props {
  readonly poster: PosterLink;
  readonly onBack: () => void;
}

/** A host tells the home of a stamp at once. */
const TOLD_MILLISECONDS = 4000;

/** From the poster on. */
export function Arrival({ poster, onBack }: Props) {
  const { say, state, chosen } = useWallet();
  const common = useCommon();
  const [answer, setAnswer] = useState<HostAnswer | null>(null);
  // The visa that the member picked comes first, if its home lists the space.
  const card = cardFor([...(chosen === null ? [] : [chosen]), ...state.cards], poster);
  if (card === null) return null;
  const door = doorOf(card, poster);
  const name = door.kind === 'unknown' ? say('thisSpace') : (door.listing.name ?? say('thisSpace'));
  return (
    <>
      <h1>
        <bdi>{say('arriveTitle', { name })}</bdi>
      </h1>
      {state.cards.length > 1 && (
        <p>
          <bdi>{say('withVisa', { name: homeName(card) })}</bdi>
        </p>
      )}
      {answer === null ? (
        <Asking card={card} poster={poster} door={door} onAnswer={setAnswer} />
      ) : (
        <ArrivalResult answer={answer} card={card} host={poster.space} />
      )}
      <Button kind="link" icon="back" onClick={onBack}>
        {common.say('back')}
      </Button>
    </>
  );
}

interface AskingProps {
  readonly card: ClaimedCard;
  readonly poster: PosterLink;
  readonly door: Door;
  readonly onAnswer: (answer: HostAnswer) => void;
}

function Asking({ card, poster, door, onAnswer }: AskingProps) {
  const { say, wallet } = useWallet();
  const { busy, error, run } = useAction();
  const now = useNow(60);
  if (cardState(card, now) !== 'good') return <Reception card={card} poster={poster} why={null} />;
  if (door.kind !== 'open') {
    const why = say(door.kind === 'unknown' ? 'doorUnknown' : 'doorNoNode');
    return <Reception card={card} poster={poster} why={why} />;
  }
  if (error !== null) {
    return <Reception card={card} poster={poster} why={arrivalWhy(error, say)} />;
  }
  const { venue, space: host } = poster;
  const send = async (): Promise<void> => {
    onAnswer(await wallet.arrive(card, { url: door.url, host, venue }));
    // By then the host's stamp has come to the home, which tells of it.
    after(TOLD_MILLISECONDS, () => void wallet.refresh(card));
  };
  return (
    <>
      <PlanVerdict card={card} host={host} venue={venue} date={null} halfDay={false} />
      <Button large full icon="check" busy={busy} onClick={() => run(send)}>
        {say('checkIn')}
      </Button>
      <p class="soft small">{say('checkInMeans')}</p>
    </>
  );
}

interface ReceptionProps {
  readonly card: ClaimedCard;
  readonly poster: PosterLink;
  /** Why the member cannot check in alone; null: the code view says it. */
  readonly why: string | null;
}

/** The way by people: the code, good at this space only. */
function Reception({ card, poster, why }: ReceptionProps) {
  const { say } = useWallet();
  const isGood = cardState(card, useNow(15)) === 'good';
  return (
    <>
      {why !== null && (
        <Notice tone="warn" title={say('toReceptionTitle')}>
          <p>{why}</p>
        </Notice>
      )}
      {isGood ? (
        <CodePanel card={card} host={poster.space} />
      ) : (
        <p>
          <a href={`#/code/${card.id}`}>{say('cardDead')}</a>
        </p>
      )}
    </>
  );
}
