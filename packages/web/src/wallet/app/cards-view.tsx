/** The visas on this device. */

import { dateOfInstant } from '../../i18n/formats.js';
import { nowSeconds } from '../../platform/clock.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty } from '../../ui/notice.js';
import type { ClaimedCard } from '../store/cards.js';
import { cardState, claimsOf, homeName } from '../store/read-card.js';
import { useWallet } from './context.js';
import { InstallHint } from './install-hint.js';

/** All visas, or how to get the first. */
export function CardsView() {
  const { say, state } = useWallet();
  if (state.cards.length === 0) return <NoCards />;
  return (
    <>
      <h1>{say('visasTitle', { count: state.cards.length })}</h1>
      <ul class="plain stack">
        {state.cards.map((card) => (
          <li key={card.id}>
            <VisaCard card={card} />
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink kind="quiet" icon="plus" href="#/add">
          {say('addVisa')}
        </ButtonLink>
      </p>
      <InstallHint />
    </>
  );
}

function NoCards() {
  const { say } = useWallet();
  return (
    <>
      <h1>{say('visasTitle', { count: 1 })}</h1>
      <Empty title={say('emptyTitle')}>
        <p>{say('empty')}</p>
        <ButtonLink icon="scan" href="#/add">
          {say('addVisa')}
        </ButtonLink>
      </Empty>
      <InstallHint />
    </>
  );
}

function VisaCard({ card }: { readonly card: ClaimedCard }) {
  const { say, language } = useWallet();
  const { displayName, plan, expiresAt } = claimsOf(card);
  const state = cardState(card, nowSeconds());
  const name = homeName(card);
  return (
    <article class="visa" aria-label={say('visaOf', { name })}>
      <div class={state === 'good' ? 'visa-face' : 'visa-face dead'}>
        <p class="visa-kind">{say('visaKind')}</p>
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p class="visa-person">
          <bdi>{displayName ?? say('nameless')}</bdi>
          {' · '}
          <bdi>{plan}</bdi>
        </p>
        <p class="visa-until">
          {state === 'good' || state === 'expired'
            ? say(state === 'good' ? 'validUntil' : 'expiredOn', {
                date: dateOfInstant(language, expiresAt),
              })
            : say(`${state}Title`)}
        </p>
      </div>
      <div class="row">
        <ButtonLink large icon="scan" href={`#/code/${card.id}`}>
          {say('showCode')}
        </ButtonLink>
        <ButtonLink kind="quiet" icon="gear" href={`#/card/${card.id}`}>
          {say('manage')}
        </ButtonLink>
      </div>
    </article>
  );
}
