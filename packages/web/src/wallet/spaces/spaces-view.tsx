/** The spaces that take the member: as the home told last, on a map and as a list. */

import { type Listing, type Place, spaceId } from '@covisa/protocol';
import { useMemo, useState } from 'preact/hooks';
import { ListingCard } from '../../listings/listing-card.js';
import { type ListingsSpeaker, languageNamer } from '../../listings/listing-text.js';
import { listingAt, mapPlaces } from '../../listings/map-places.js';
import type { Programme } from '../../listings/programme.js';
import { type Found, searchListings } from '../../listings/search.js';
import { type Filter, NO_FILTER, SearchForm } from '../../listings/search-form.js';
import { useListingsSpeaker } from '../../listings/use-listings-speaker.js';
import { LazyMap } from '../../map/lazy-map.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Empty, Loading } from '../../ui/notice.js';
import { goTo } from '../../ui/route.js';
import { useNow } from '../../ui/use-now.js';
import { CardPicker } from '../app/card-picker.js';
import { useWallet } from '../app/context.js';
import type { ClaimedCard } from '../store/cards.js';
import { overviewOf } from '../store/read-card.js';
import { freeDaysLeft } from './left.js';
import { knownProgrammes } from './programmes.js';
import { SpaceView } from './space-view.js';

interface Props {
  /** The space whose whole listing is shown, by its id; null: the list. */
  readonly space: string | null;
}

/** The part. */
export function SpacesView({ space }: Props) {
  const { say, chosen } = useWallet();
  const common = useCommon();
  const speaker = useListingsSpeaker();
  const overview = chosen && overviewOf(chosen);
  if (chosen === null || overview === null) {
    return (
      <>
        <h1>{say('spacesTitle')}</h1>
        <CardPicker />
        <Empty title={say('noSpacesTitle')}>
          <p>{say(chosen === null ? 'empty' : 'noSpaces')}</p>
          {chosen === null && <ButtonLink href="#/add">{say('addVisa')}</ButtonLink>}
        </Empty>
      </>
    );
  }
  if (speaker === null) return <Loading text={common.say('loading')} />;
  const shown = { card: chosen, listings: overview.directory, speaker };
  const programmes = knownProgrammes(overview);
  if (space !== null) return <SpaceView {...shown} programmes={programmes} space={space} />;
  return (
    <>
      <h1>{say('spacesTitle')}</h1>
      <CardPicker />
      <SpacesList {...shown} programmes={programmes} />
    </>
  );
}

interface ListProps {
  readonly card: ClaimedCard;
  readonly listings: readonly Listing[];
  readonly programmes: readonly Programme[];
  readonly speaker: ListingsSpeaker;
}

/** Listings that are drawn at once: a thousand cards would make a phone stutter. */
const SHOWN_AT_ONCE = 30;

function SpacesList({ card, listings, programmes, speaker }: ListProps) {
  const { say } = useWallet();
  const now = useNow(60);
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [near, setNear] = useState<Place | null>(null);
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const others = useMemo(
    () => listings.filter(({ space }) => space !== card.home.space),
    [listings, card.home.space],
  );
  const found = useMemo(
    () =>
      searchListings(others, {
        text: filter.text,
        near,
        openAt: filter.isOpenNow ? now : null,
        languageName: languageNamer(speaker.language),
      }),
    [others, filter, near, now, speaker],
  );
  const places = useMemo(() => mapPlaces(found.map(({ listing }) => listing)), [found]);
  if (others.length === 0) {
    return <Empty title={say('noSpacesTitle')}>{say('noOtherSpaces')}</Empty>;
  }
  return (
    <>
      <LazyMap
        label={say('mapLabel')}
        places={places}
        onSelect={(id) => {
          const listing = listingAt(listings, id);
          if (listing !== null) goTo(`spaces/${spaceId.parse(listing.space)}`);
        }}
      />
      <SearchForm
        say={speaker.say}
        filter={filter}
        onFilter={setFilter}
        near={near}
        onNear={setNear}
      />
      <p class="soft small" role="status">
        {say('found', { count: found.length })}
      </p>
      {found.length === 0 && (
        <Empty title={say('nothingFoundTitle')}>
          <p>{say('nothingFound')}</p>
          <Button kind="quiet" onClick={() => setFilter(NO_FILTER)}>
            {say('showAll')}
          </Button>
        </Empty>
      )}
      <ul class="plain stack">
        {found.slice(0, limit).map(({ listing, metres }) => (
          <li key={listing.space}>
            <ListingCard
              {...{ listing, programmes, now, speaker, metres }}
              href={`#/spaces/${listing.space}`}
            >
              <Left card={card} listing={listing} now={now} />
            </ListingCard>
          </li>
        ))}
      </ul>
      <MoreButton found={found} limit={limit} onMore={() => setLimit(limit + SHOWN_AT_ONCE)} />
    </>
  );
}

interface LeftProps {
  readonly card: ClaimedCard;
  readonly listing: Listing;
  readonly now: number;
}

function Left({ card, listing, now }: LeftProps) {
  const { say } = useWallet();
  const count = useMemo(() => freeDaysLeft(card, listing.space, now), [card, listing, now]);
  if (count === null) return null;
  return (
    <p>
      <span class={count > 0 ? 'badge good' : 'badge warn'}>{say('daysLeft', { count })}</span>
    </p>
  );
}

interface MoreProps {
  readonly found: readonly Found[];
  readonly limit: number;
  readonly onMore: () => void;
}

function MoreButton({ found, limit, onMore }: MoreProps) {
  const { say } = useWallet();
  if (found.length <= limit) return null;
  return (
    <Button kind="quiet" full onClick={onMore}>
      {say('showMore', { count: found.length - limit })}
    </Button>
  );
}
