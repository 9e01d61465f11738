/** One visa: what it says, a new phone, a new number, one's own data, and its end. */

import { dateOfInstant, dateText } from '../../i18n/formats.js';
import { ButtonLink } from '../../ui/button.js';
import { useWallet } from '../app/context.js';
import type { ClaimedCard } from '../store/cards.js';
import { claimsOf, homeName } from '../store/read-card.js';
import { DataSection } from './data-section.js';
import { MoveSection } from './move-section.js';
import { NumberSection } from './number-section.js';

interface Props {
  readonly card: ClaimedCard;
}

/** The part. */
export function ManageView({ card }: Props) {
  const { say } = useWallet();
  return (
    <>
      <p>
        <ButtonLink kind="quiet" icon="back" href="#/">
          {say('navVisas')}
        </ButtonLink>
      </p>
      <h1>
        <bdi>{say('visaOf', { name: homeName(card) })}</bdi>
      </h1>
      <Facts card={card} />
      <MoveSection card={card} />
      <NumberSection card={card} />
      <DataSection card={card} />
    </>
  );
}

function Facts({ card }: Props) {
  const { say, language } = useWallet();
  const { displayName, plan, memberSince, yearStart, expiresAt, ask } = claimsOf(card);
  return (
    <section class="card stack tight">
      <dl class="facts">
        <dt>{say('factName')}</dt>
        <dd>
          <bdi>{displayName ?? say('nameless')}</bdi>
        </dd>
        <dt>{say('factPlan')}</dt>
        <dd>
          <bdi>{plan}</bdi>
        </dd>
        <dt>{say('factSince')}</dt>
        <dd>{dateText(language, memberSince)}</dd>
        <dt>{say('factYear')}</dt>
        <dd>{dateText(language, yearStart)}</dd>
        <dt>{say('factUntil')}</dt>
        <dd>{dateOfInstant(language, expiresAt)}</dd>
        <dt>{say('factKey')}</dt>
        <dd>{say(card.key.kind === 'platform' ? 'keyPlatform' : 'keySeed')}</dd>
      </dl>
      {ask && <p class="soft small">{say('factAsk')}</p>}
      <p class="soft small">{say('renewal')}</p>
    </section>
  );
}
