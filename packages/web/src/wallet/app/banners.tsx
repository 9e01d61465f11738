/** What the member should know whatever the page shows: storage, network, clock. */

import { agoText, spanText } from '../../i18n/formats.js';
import { nowSeconds } from '../../platform/clock.js';
import { Notice } from '../../ui/notice.js';
import { InsecureNotice } from '../../ui/problem.js';
import { useWallet } from './context.js';
import { useOnline } from './use-online.js';

/** The notices; nothing while all is well. */
export function Banners() {
  const { say, state } = useWallet();
  return (
    <>
      <InsecureNotice />
      {!state.isLasting && (
        <Notice tone="warn" title={say('tabOnlyTitle')}>
          {say('tabOnly')}
        </Notice>
      )}
      <Offline />
      <ClockNotice />
    </>
  );
}

function Offline() {
  const { say, language, state, chosen } = useWallet();
  const isOnline = useOnline();
  if (chosen === null || (isOnline && state.isReached !== false)) return null;
  const { heard } = chosen;
  return (
    <Notice title={say(isOnline ? 'homeAwayTitle' : 'offlineTitle')}>
      {say('offline')}{' '}
      {heard !== null && say('knownAgo', { ago: agoText(language, nowSeconds() - heard) })}
    </Notice>
  );
}

/** Says what to do when the device's clock is wrong. */
function ClockNotice() {
  const { say, language, wallet, state } = useWallet();
  const [wrong] = state.cards.flatMap((card) => wallet.clockError(card) ?? []);
  if (wrong === undefined) return null;
  const span = spanText(language, Math.abs(wrong));
  return (
    <Notice tone="warn" title={say('clockTitle')}>
      {say(wrong > 0 ? 'clockFast' : 'clockSlow', { span })} {say('clockMend')}
    </Notice>
  );
}
