/** After the decision: what the member is shown, or that a refusal is recorded. */

import { useEffect } from 'preact/hooks';
import type { DayView, RefusalView, VisitView, WelcomeView } from '../../api/desk-views.js';
import { isolated } from '../../i18n/formats.js';
import { after } from '../../platform/clock.js';
import { QrCode } from '../../qr/qr-code.js';
import { wifiText } from '../../qr/wifi-text.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { visibleName } from '../../ui/visible-name.js';
import { useDesk } from '../context.js';
import { Band } from '../flow/problem-screen.js';
import { REASON_NAMES } from '../verdict/decision-forms.js';

/** Milliseconds after which the welcome, with its Wi-Fi password, leaves the screen by itself. */
const SHOWN_MILLISECONDS = 120_000;

interface Props {
  readonly visit: VisitView;
  readonly welcome: WelcomeView | null;
  readonly onClose: () => void;
  readonly onUndo: () => void;
}

/** A visit is recorded: the screen is turned to the member, where it has something to show. */
export function WelcomeScreen({ visit, welcome, onClose, onUndo }: Props) {
  const { say, day } = useDesk();
  useEffect(() => after(SHOWN_MILLISECONDS, onClose), []);
  const isEmpty = !hasWelcome(welcome, day);
  const name = visibleName(visit.displayName);
  return (
    <>
      <div class="arrival-welcome">
        <h1 id="arrival-title" tabIndex={-1}>
          {name === null ? say('welcomePlain') : say('welcome', { name: isolated(name) })}
        </h1>
        <Recorded visit={visit} />
        {/* While the node has not told what there is to show, nothing is said. */}
        {(!isEmpty || welcome !== null) && (
          <p class="soft small">{say(isEmpty ? 'noWelcome' : 'showMember')}</p>
        )}
      </div>
      <div class="arrival-body">
        <Welcome welcome={welcome} />
      </div>
      <div class="arrival-actions">
        <div class="arrival-buttons">
          <Button large icon="scan" onClick={onClose}>
            {say('nextMember')}
          </Button>
          {visit.undoUntil !== null && (
            <Button large kind="quiet" icon="undo" onClick={onUndo}>
              {say('undo')}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}

function Recorded({ visit }: { readonly visit: VisitView }) {
  const { say, day, money } = useDesk();
  const { kind, amount, published } = visit;
  const currency = day?.rate?.currency;
  const paid =
    amount === null || currency === undefined
      ? say('recordedPaidPlain')
      : say('recordedPaid', { amount: money({ amount, currency }) });
  const texts = { free: say('recordedFree'), courtesy: say('recordedCourtesy'), paid };
  return (
    <p class="row">
      <Icon name="check" />
      <span>
        {texts[kind]} {!published && day?.mode !== 'ready' && say('waitsForLog')}
      </span>
    </p>
  );
}

/** Whether there is anything to show to a member. */
export function hasWelcome(welcome: WelcomeView | null, day: DayView | null): boolean {
  const texts = [welcome?.wifi, welcome?.note, day?.houseRules];
  return texts.some((one) => one !== null && one !== undefined);
}

/** Wi-Fi and house rules, large enough to be read across a desk. */
export function Welcome({ welcome }: { readonly welcome: WelcomeView | null }) {
  const { say, day } = useDesk();
  const wifi = welcome?.wifi ?? null;
  const note = welcome?.note ?? null;
  const rules = day?.houseRules ?? null;
  if (!hasWelcome(welcome, day)) return null;
  return (
    <div class="welcome">
      {wifi !== null && (
        <section class="welcome-wifi">
          <h2>
            <Icon name="wifi" /> {say('wifiTitle')}
          </h2>
          <QrCode text={wifiText(wifi)} label={say('wifiLabel', { ssid: wifi.ssid })} />
          <dl>
            <dt>{say('wifiNetwork')}</dt>
            <dd>
              <bdi>{wifi.ssid}</bdi>
            </dd>
            {wifi.password !== null && wifi.password !== '' && (
              <>
                <dt>{say('wifiPassword')}</dt>
                <dd>
                  <code>{wifi.password}</code>
                </dd>
              </>
            )}
          </dl>
        </section>
      )}
      {(rules !== null || note !== null) && (
        <section class="stack welcome-rules">
          {note !== null && <p class="lead text-lines">{note}</p>}
          {rules !== null && (
            <>
              <h2>{say('houseRules')}</h2>
              <p class="text-lines">{rules}</p>
            </>
          )}
        </section>
      )}
    </div>
  );
}

interface RefusedProps {
  readonly refusal: RefusalView;
  readonly onClose: () => void;
}

/** A refusal is recorded. */
export function RefusedScreen({ refusal, onClose }: RefusedProps) {
  const { say } = useDesk();
  return (
    <>
      <Band icon="check" title={say('refusedTitle')} />
      <div class="arrival-body stack">
        <p class="lead">{say('refusedHint', { reason: say(REASON_NAMES[refusal.reason]) })}</p>
      </div>
      <div class="arrival-actions">
        <Button large full icon="scan" onClick={onClose}>
          {say('nextMember')}
        </Button>
      </div>
    </>
  );
}
