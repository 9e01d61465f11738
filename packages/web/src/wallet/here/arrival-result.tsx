/** What the host answered at the door: the visit, Wi-Fi and house rules; or who settles it. */

import type { HostAnswer, SpaceId } from '@covisa/protocol';
import { dateText } from '../../i18n/formats.js';
import { QrCode } from '../../qr/qr-code.js';
import { wifiText } from '../../qr/wifi-text.js';
import { Icon } from '../../ui/icon.js';
import { Notice } from '../../ui/notice.js';
import { useVerdictWords } from '../../ui/use-verdict-words.js';
import { useWallet } from '../app/context.js';
import { CodePanel } from '../code/code-panel.js';
import type { ClaimedCard } from '../store/cards.js';
import { whyNotAlone } from './why-not-alone.js';

interface Props {
  readonly answer: HostAnswer;
  readonly card: ClaimedCard;
  readonly host: SpaceId;
}

/** The host's answer. */
export function ArrivalResult({ answer, card, host }: Props) {
  if (answer.visit === null || !answer.checkedIn) {
    return <NotAlone answer={answer} card={card} host={host} />;
  }
  return (
    <>
      <CheckedIn answer={answer} date={answer.visit.date} kind={answer.visit.kind} />
      <Wifi answer={answer} />
      <Rules answer={answer} />
    </>
  );
}

interface CheckedInProps {
  readonly answer: HostAnswer;
  readonly date: NonNullable<HostAnswer['visit']>['date'];
  readonly kind: NonNullable<HostAnswer['visit']>['kind'];
}

function CheckedIn({ answer, date, kind }: CheckedInProps) {
  const { say, language } = useWallet();
  return (
    <div class="checked-in" role="status">
      <Icon name="check" />
      <p class="lead strong">{say('checkedIn')}</p>
      <p>
        <bdi>{[answer.hostName, answer.venueName].filter((one) => one !== '').join(' · ')}</bdi>
      </p>
      <p>
        {dateText(language, date)} · {say(kind)}
      </p>
    </div>
  );
}

/** Paid days, and refusals, are settled by people. */
function NotAlone({ answer, card, host }: Props) {
  const { say } = useWallet();
  const words = useVerdictWords();
  const why = words === null ? null : whyNotAlone(answer, words);
  return (
    <>
      <Notice tone="warn" title={say('notAloneTitle')}>
        {why === null ? <p lang="en">{answer.sentence}</p> : <p>{why}</p>}
        <p>{say('notAlone')}</p>
      </Notice>
      <CodePanel card={card} host={host} />
    </>
  );
}

function Wifi({ answer: { welcome } }: Pick<Props, 'answer'>) {
  const { say } = useWallet();
  if (welcome === null) return null;
  const { wifi, note } = welcome;
  return (
    <>
      {note !== null && (
        <p class="own-lines" dir="auto">
          {note}
        </p>
      )}
      {wifi !== null && (
        <section class="card stack">
          <h2>{say('wifiTitle')}</h2>
          <dl class="facts">
            <dt>{say('wifiName')}</dt>
            <dd>
              <bdi>{wifi.ssid}</bdi>
            </dd>
            {wifi.password !== '' && (
              <>
                <dt>{say('wifiPassword')}</dt>
                <dd>
                  <code>{wifi.password}</code>
                </dd>
              </>
            )}
          </dl>
          <p class="soft small">{say('wifiOther')}</p>
          <div class="qr-small">
            <QrCode text={wifiText(wifi)} label={say('wifiLabel', { name: wifi.ssid })} />
          </div>
        </section>
      )}
    </>
  );
}

function Rules({ answer: { houseRules } }: Pick<Props, 'answer'>) {
  const { say } = useWallet();
  if (houseRules === null || houseRules.trim() === '') return null;
  return (
    <section class="card stack tight">
      <h2>{say('houseRules')}</h2>
      <p class="own-lines" dir="auto">
        {houseRules}
      </p>
    </section>
  );
}
