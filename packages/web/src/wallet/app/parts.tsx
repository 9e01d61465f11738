/** Which part is shown for a route. What is not needed to show a code is loaded when it is. */

import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { parseSpace } from '../../links/links.js';
import { ButtonLink } from '../../ui/button.js';
import { lazy } from '../../ui/lazy.js';
import { Empty } from '../../ui/notice.js';
import { useRoute } from '../../ui/route.js';
import type { ClaimViewProps } from '../claim/claim-view.js';
import { CodeView } from '../code/code-view.js';
import type { ClaimedCard } from '../store/cards.js';
import { CardsView } from './cards-view.js';
import { useWallet } from './context.js';

/** The claim of an invitation. */
export const ClaimPart: ComponentType<ClaimViewProps> = lazy(
  async () => (await import('../claim/claim-view.js')).ClaimView,
);
const AddPart = lazy(async () => (await import('../claim/add-view.js')).AddView);
const HerePart = lazy(async () => (await import('../here/here-view.js')).HereView);
const SpacesPart = lazy(async () => (await import('../spaces/spaces-view.js')).SpacesView);
const VisitsPart = lazy(async () => (await import('../visits/visits-view.js')).VisitsView);
const ManagePart = lazy(async () => (await import('../manage/manage-view.js')).ManageView);

/** The part that the address names. */
export function Parts() {
  const { wallet } = useWallet();
  const route = useRoute();
  const [name = '', first = '', second = ''] = route.split('/');
  useStartAt(route);
  const withCard = (view: (card: ClaimedCard) => preact.ComponentChildren) => {
    const card = wallet.holding.card(first);
    return card === null ? <NoSuchCard /> : view(card);
  };
  switch (name) {
    case '':
      return <CardsView />;
    case 'add':
      return <AddPart />;
    case 'here':
      return <HerePart />;
    case 'spaces':
      return <SpacesPart space={first === '' ? null : first} />;
    case 'visits':
      return <VisitsPart />;
    case 'code':
      return withCard((card) => <CodeView key={card.id} card={card} host={parseSpace(second)} />);
    case 'card':
      return withCard((card) => <ManagePart key={card.id} card={card} />);
    default:
      return <CardsView />;
  }
}

/** A new part begins at its top, and screen readers and keyboards begin there as well. */
function useStartAt(route: string): void {
  const last = useRef(route);
  useEffect(() => {
    if (last.current === route) return;
    last.current = route;
    scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [route]);
}

function NoSuchCard() {
  const { say } = useWallet();
  return (
    <Empty title={say('noCardTitle')}>
      <p>{say('noCard')}</p>
      <ButtonLink href="#/">{say('navVisas')}</ButtonLink>
    </Empty>
  );
}
