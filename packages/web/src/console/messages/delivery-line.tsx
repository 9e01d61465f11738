/** How a message of this space fares, in plain words. */

import type { Seconds } from '@covisa/protocol';
import type { MessageView } from '../../api/message-views.js';
import { dateOfInstant, instantText, timeText } from '../../i18n/formats.js';
import type { Language } from '../../i18n/languages.js';
import type { Say } from '../../i18n/words.js';
import { nowSeconds } from '../../platform/clock.js';
import { useCommon } from '../../ui/common.js';
import { Icon } from '../../ui/icon.js';
import type { Delivery } from './delivery.js';
import type { MessagesTable } from './words/load.js';

interface Props {
  readonly say: Say<MessagesTable>;
  readonly delivery: Delivery;
  readonly message: Pick<MessageView, 'time' | 'lastError'>;
}

const ICONS = {
  delivered: 'check',
  'on-its-way': 'clock',
  'collected-later': 'clock',
  'out-of-reach': 'warn',
  tried: 'clock',
  failed: 'cross',
} as const;

/** The line. */
export function DeliveryLine({ say, delivery, message }: Props) {
  const { language } = useCommon();
  const { time, lastError } = message;
  const beside = delivery.state === 'delivered' ? time : nowSeconds();
  const isBad = delivery.state === 'failed' || delivery.state === 'out-of-reach';
  const code = 'reason' in delivery && delivery.reason === 'other' ? lastError : null;
  return (
    <p class={`delivery small ${isBad ? 'bad' : 'soft'}`}>
      <Icon name={ICONS[delivery.state]} />
      <span>
        {deliveryText(delivery, say, (instant) => momentText(language, instant, beside))}
        {code !== null && (
          <>
            {' '}
            <code>{code}</code>
          </>
        )}
      </span>
    </p>
  );
}

/** An instant; of a day that stands beside it, or is today, the time alone. */
function momentText(language: Language, instant: Seconds, beside: Seconds): string {
  const [day, other] = [dateOfInstant(language, instant), dateOfInstant(language, beside)];
  return day === other ? timeText(language, instant) : instantText(language, instant);
}

/** The sentences. */
export function deliveryText(
  delivery: Delivery,
  say: Say<MessagesTable>,
  atText: (instant: Seconds) => string,
): string {
  switch (delivery.state) {
    case 'delivered':
      return say('delivered', { time: atText(delivery.at) });
    case 'on-its-way':
    case 'collected-later':
    case 'out-of-reach':
      return say(delivery.state);
    case 'tried': {
      const { attempts: count, retryAt, reason } = delivery;
      const tried =
        retryAt === null
          ? say('triedSoon', { count })
          : say('tried', { count, time: atText(retryAt) });
      return `${tried} ${say(`reason-${reason}`)}`;
    }
    case 'failed':
      return `${say('notSent')} ${say(`reason-${delivery.reason}`)}`;
  }
}
