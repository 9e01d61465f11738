/** The whole directory page: the search, the spaces as a list and on a map, and what follows. */

import { type Listing, type Place, type SpaceId, spaceId } from '@covisa/protocol';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { listText } from '../i18n/formats.js';
import type { Say } from '../i18n/words.js';
import { type Directory, loadDirectory, namesOf } from '../listings/directory.js';
import { ListingDetail } from '../listings/listing-detail.js';
import { type ListingsSpeaker, languageNamer } from '../listings/listing-text.js';
import { listingAt, mapPlaces, placeIdOf } from '../listings/map-places.js';
import { type Found, searchListings } from '../listings/search.js';
import { type Filter, NO_FILTER, SearchForm } from '../listings/search-form.js';
import { useListingsSpeaker } from '../listings/use-listings-speaker.js';
import { LazyMap } from '../map/lazy-map.js';
import { ButtonLink } from '../ui/button.js';
import { useCommon } from '../ui/common.js';
import { useLoad } from '../ui/load.js';
import { Empty, Loading } from '../ui/notice.js';
import { Problem } from '../ui/problem.js';
import { goTo, useRoute } from '../ui/route.js';
import { useNow } from '../ui/use-now.js';
import { useTitle } from '../ui/use-title.js';
import { FoundList } from './found-list.js';
import { Programmes } from './programmes.js';
import { TakePart } from './take-part.js';
import { UseElsewhere } from './use-elsewhere.js';
import type { DirectoryTable } from './words/load.js';

interface Props {
  readonly say: Say<DirectoryTable>;
}

/** The page below its frame. */
export function DirectoryView({ say }: Props) {
  const common = useCommon();
  const speaker = useListingsSpeaker();
  const { loaded, reload } = useLoad(loadDirectory, []);
  useTitle(say('title'));
  return (
    <div class="stack wide">
      <header class="stack tight">
        <h1>{say('heading')}</h1>
        <p class="lead soft">{say('intro')}</p>
      </header>
      {loaded.state === 'failed' && <Problem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'loading' && <Loading text={common.say('loading')} />}
      {loaded.state === 'ready' && speaker !== null && (
        <Spaces say={say} speaker={speaker} directory={loaded.value} />
      )}
      <TakePart say={say} />
      <UseElsewhere say={say} />
    </div>
  );
}

/** The space of the route `space/<id>`; null on all other routes. */
function spaceOfRoute(route: string): SpaceId | null {
  const [, id = ''] = /^space\/(.+)$/u.exec(route) ?? [];
  try {
    return spaceId.parse(id);
  } catch {
    return null;
  }
}

interface SpacesProps extends Props {
  readonly speaker: ListingsSpeaker;
  readonly directory: Directory;
}

function Spaces({ say, speaker, directory }: SpacesProps) {
  const { listings, programmes } = directory;
  const route = useRoute();
  const now = useNow(60);
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [near, setNear] = useState<Place | null>(null);
  const found = useMemo(
    () => search(listings, filter, near, now, speaker),
    [listings, filter, near, now, speaker],
  );
  const places = useMemo(() => mapPlaces(found.map(({ listing }) => listing)), [found]);
  if (listings.length === 0) return <Empty title={say('emptyTitle')}>{say('empty')}</Empty>;
  const chosen = spaceOfRoute(route);
  const isAsked = route.startsWith('space/');
  const onSelect = (id: string): void => {
    const listing = listingAt(listings, id);
    if (listing !== null) goTo(`space/${listing.space}`);
  };
  return (
    <>
      <div class="directory">
        <div class="directory-map">
          <LazyMap
            label={say('mapLabel')}
            places={places}
            selected={placeIdOf(places, chosen)}
            onSelect={onSelect}
          />
        </div>
        <div class="stack">
          {isAsked ? (
            <OneSpace say={say} speaker={speaker} directory={directory} chosen={chosen} now={now} />
          ) : (
            <>
              <ProgrammeNames say={say} directory={directory} />
              <SearchForm
                say={speaker.say}
                filter={filter}
                onFilter={setFilter}
                near={near}
                onNear={setNear}
              />
              <FoundList
                say={say}
                speaker={speaker}
                found={found}
                programmes={programmes}
                now={now}
                onAll={() => setFilter(NO_FILTER)}
              />
            </>
          )}
        </div>
      </div>
      <Programmes say={say} speaker={speaker} programmes={programmes} />
    </>
  );
}

function search(
  listings: readonly Listing[],
  filter: Filter,
  near: Place | null,
  now: number,
  speaker: ListingsSpeaker,
): readonly Found[] {
  return searchListings(listings, {
    text: filter.text,
    near,
    openAt: filter.isOpenNow ? now : null,
    languageName: languageNamer(speaker.language),
  });
}

function ProgrammeNames({
  say,
  directory: { programmes },
}: Pick<SpacesProps, 'say' | 'directory'>) {
  const { language } = useCommon();
  if (programmes.length === 0) return null;
  const names = listText(
    language,
    programmes.map(({ name }) => name),
  );
  return (
    <p>
      <span class="badge">
        <bdi>{say('programmes', { names })}</bdi>
      </span>
    </p>
  );
}

interface OneProps extends SpacesProps {
  readonly chosen: SpaceId | null;
  readonly now: number;
}

function OneSpace({ say, speaker, directory, chosen, now }: OneProps) {
  const { listings, programmes } = directory;
  const listing = listings.find(({ space }) => space === chosen);
  const top = useRef<HTMLDivElement>(null);
  // Where the list was is another text now: whoever reads by keyboard or ear begins at its top.
  useEffect(() => top.current?.focus(), [chosen]);
  return (
    <div ref={top} class="stack" tabIndex={-1}>
      <p>
        <ButtonLink kind="quiet" icon="back" href="#/">
          {say('allSpaces')}
        </ButtonLink>
      </p>
      {listing === undefined ? (
        <Empty title={say('unknownTitle')}>{say('unknown')}</Empty>
      ) : (
        <div class="card">
          <ListingDetail
            listing={listing}
            programmes={programmes}
            now={now}
            speaker={speaker}
            nameOf={namesOf(listings)}
          />
        </div>
      )}
    </div>
  );
}
