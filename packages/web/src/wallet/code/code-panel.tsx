/** The code itself: large, on white, fresh, with the seconds until the next one. */

import type { SpaceId } from '@covisa/protocol';
import { useWakeLock } from '../../platform/wake-lock.js';
import { QrCode } from '../../qr/qr-code.js';
import { Notice } from '../../ui/notice.js';
import { useWallet } from '../app/context.js';
import { PRESENTATION_SECONDS } from '../present/presentation.js';
import type { ClaimedCard } from '../store/cards.js';
import { claimsOf, homeName } from '../store/read-card.js';
import { useToken } from './use-token.js';

interface Props {
  readonly card: ClaimedCard;
  /** The space that the code is for; null: any. */
  readonly host: SpaceId | null;
}

/** The panel that a desk scans. */
export function CodePanel({ card, host }: Props) {
  const { say } = useWallet();
  const { text, secondsLeft, error } = useToken(card, host);
  useWakeLock(true);
  if (error !== null) {
    return (
      <Notice tone="bad" title={say('keyLostTitle')}>
        {say('keyLost', { name: homeName(card) })}
      </Notice>
    );
  }
  const { displayName } = claimsOf(card);
  const share = (100 * secondsLeft) / PRESENTATION_SECONDS;
  return (
    <div class="code-panel">
      {text === null ? (
        <div class="qr" />
      ) : (
        <QrCode text={text} label={say('codeLabel', { name: homeName(card) })} />
      )}
      <div class="code-time" aria-hidden="true">
        <div class="code-bar">
          <div style={{ width: `${share}%` }} />
        </div>
        <span class="numbers">{say('freshIn', { count: secondsLeft })}</span>
      </div>
      <p class="code-name">
        <bdi>{displayName ?? say('nameless')}</bdi>
        <span>
          <bdi>{homeName(card)}</bdi>
        </span>
      </p>
    </div>
  );
}
