/** The visits under a visa, with their kind; and saying that one is not right. */

import type { WalletOverview, WalletVisit } from '@covisa/protocol';
import { useEffect, useState } from 'preact/hooks';
import { agoText, dateText } from '../../i18n/formats.js';
import { nowSeconds } from '../../platform/clock.js';
import { downloadText } from '../../platform/download.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useAction } from '../../ui/load.js';
import { Empty } from '../../ui/notice.js';
import { useNow } from '../../ui/use-now.js';
import { CardPicker } from '../app/card-picker.js';
import { useWallet } from '../app/context.js';
import { HomeProblem } from '../app/home-problem.js';
import { type ClaimedCard, objectionKey } from '../store/cards.js';
import { overviewOf } from '../store/read-card.js';
import { ObjectionDialog } from './objection-dialog.js';
import { hostName, newestFirst } from './visit-list.js';

/** What was heard in the last half minute is not asked again by opening the page. */
const FRESH_SECONDS = 30;

/** The part. */
export function VisitsView() {
  const { say, chosen } = useWallet();
  const overview = chosen && overviewOf(chosen);
  return (
    <>
      <h1>{say('visitsTitle')}</h1>
      <CardPicker />
      {chosen === null || overview === null ? (
        <Empty title={say('noVisitsTitle')}>
          <p>{say(chosen === null ? 'empty' : 'noOverview')}</p>
          {chosen === null && <ButtonLink href="#/add">{say('addVisa')}</ButtonLink>}
        </Empty>
      ) : (
        <Visits card={chosen} overview={overview} />
      )}
    </>
  );
}

interface Props {
  readonly card: ClaimedCard;
  readonly overview: WalletOverview;
}

function Visits({ card, overview }: Props) {
  const { say, language, wallet } = useWallet();
  const common = useCommon();
  const { busy, error, run } = useAction();
  const [doubted, setDoubted] = useState<WalletVisit | null>(null);
  const now = useNow(60);
  const visits = newestFirst(overview.visits);
  const ask = (): void => run(() => wallet.askNow(card));
  useEffect(() => {
    // Whoever opens this page has perhaps just left a desk.
    const heard = card.heard ?? 0;
    if (navigator.onLine && nowSeconds() - heard >= FRESH_SECONDS) void wallet.refresh(card);
  }, [card.id]);
  return (
    <>
      {visits.length === 0 && (
        <Empty title={say('noVisitsTitle')}>
          <p>{say('noVisits')}</p>
          <ButtonLink href="#/spaces">{say('navSpaces')}</ButtonLink>
        </Empty>
      )}
      <ul class="plain stack">
        {visits.map((visit) => (
          <li key={`${visit.host} ${visit.incarnation} ${visit.index}`} class="card">
            <Visit card={card} visit={visit} overview={overview} onDoubt={setDoubted} />
          </li>
        ))}
      </ul>
      <HomeProblem card={card} error={error} />
      <div class="row">
        <Button kind="quiet" busy={busy} onClick={ask}>
          {say('askHome')}
        </Button>
        {card.heard !== null && (
          <span class="soft small">
            {say('knownAgo', { ago: agoText(language, now - card.heard) })}
          </span>
        )}
      </div>
      <p class="soft small">{say('visitsWhoSees')}</p>
      {doubted !== null && (
        <ObjectionDialog
          card={card}
          visit={doubted}
          name={hostName(doubted, overview)}
          onClose={() => setDoubted(null)}
        />
      )}
      <span class="hidden-visually" role="status">
        {busy && common.say('loading')}
      </span>
    </>
  );
}

interface VisitProps extends Props {
  readonly visit: WalletVisit;
  readonly onDoubt: (visit: WalletVisit) => void;
}

function Visit({ card, visit, overview, onDoubt }: VisitProps) {
  const { say, language, wallet } = useWallet();
  const { busy, error, run } = useAction();
  const { kind, weight, voided, doubledWith, date } = visit;
  const isObjected = card.objections.includes(objectionKey(visit));
  const tone = kind === 'free' ? 'badge good' : 'badge';
  const which = { name: hostName(visit, overview), date: dateText(language, date) };
  const save = (): void =>
    run(async () => {
      const receipt = await wallet.receipt(card, visit);
      downloadText(`covisa-${date}-${visit.host.slice(0, 8)}.tlog-proof`, receipt);
    });
  return (
    <article class="stack tight">
      <div class="row apart">
        <h2>
          <bdi>{hostName(visit, overview)}</bdi>
        </h2>
        <span class={voided ? 'badge' : tone}>{say(voided ? 'voided' : kind)}</span>
      </div>
      <p>
        {dateText(language, date)}
        {weight === 0.5 && ` · ${say('halfDay')}`}
      </p>
      {doubledWith.length > 0 && <p class="soft small">{say('doubled')}</p>}
      {isObjected && <p class="soft small">{say('objected')}</p>}
      <div class="row">
        <Button kind="link" busy={busy} label={say('receiptLabel', which)} onClick={save}>
          {say('receipt')}
        </Button>
        {!isObjected && (
          <Button kind="link" label={say('notRightLabel', which)} onClick={() => onDoubt(visit)}>
            {say('notRight')}
          </Button>
        )}
      </div>
      <HomeProblem card={card} error={error} />
    </article>
  );
}
